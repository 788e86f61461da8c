#!/usr/bin/env bash
# 11.7: what does the token endpoint say from an address that is not allowed, and for a locked organization?
# Set up: restrict the login IP ranges of the user's profile (or use a locked org), then give CLIENT_ID, CLIENT_SECRET
# and REFRESH_TOKEN (or USERNAME and PASSWORD).
source "$(dirname "$0")/lib.sh"

ask() {
  local answer grant=(--data-urlencode "grant_type=refresh_token" --data-urlencode "refresh_token=${REFRESH_TOKEN-}")
  [ -n "${USERNAME-}" ] && grant=(--data-urlencode "grant_type=password" --data-urlencode "username=$USERNAME"
    --data-urlencode "password=$PASSWORD")
  answer=$(curl -sS "${grant[@]}" --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "client_secret=$CLIENT_SECRET" "$INSTANCE_URL/services/oauth2/token")
  BODY=$answer
  echo "$1: $(json '`${b.error}: ${b.error_description}`')"
}

if is_stand_in; then
  CLIENT_ID=sandbox-client CLIENT_SECRET=sandbox-secret USERNAME=rep1@sandbox.test PASSWORD=sandbox1
  control "users/$USERNAME" '{"loginRestricted":true}' > /dev/null
  ask 'a forbidden address'
  control "users/$USERNAME" '{"loginRestricted":false,"isActive":false}' > /dev/null
  ask 'a deactivated user'
  control "users/$USERNAME" '{"isActive":true}' > /dev/null
  control org '{"locked":true}' > /dev/null
  ask 'a locked organization'
  control org '{"locked":false}' > /dev/null
elif [ -n "${CLIENT_ID-}" ]; then
  ask 'as set up'
else
  echo 'not settled: needs CLIENT_ID, CLIENT_SECRET and REFRESH_TOKEN of a user or org that is locked out'
fi
