#!/usr/bin/env bash
# 11.4: which HTTP status comes with UNABLE_TO_LOCK_ROW, DUPLICATE_VALUE, INVALID_CROSS_REFERENCE_KEY and
# API_DISABLED_FOR_ORG when one record is written? For the last: NO_API_URL and NO_API_TOKEN of an org without API.
source "$(dirname "$0")/lib.sh"
saw() { echo "$1: $STATUS $(json 'b && b[0] && b[0].errorCode')"; }

create Contact "{\"LastName\":\"assumption 4\"}"
contact=$ID
remove Contact "$contact"
call POST sobjects/Task "{\"Subject\":\"assumption 4\",\"WhoId\":\"$contact\"}"
saw 'a person who is gone'

mark=$(unique)
call POST sobjects/Task "{\"Subject\":\"assumption 4\",\"SalesInsight_Id__c\":\"$mark\"}"
if [ "$STATUS" = 201 ]; then
  id=$(json b.id)
  call POST sobjects/Task "{\"Subject\":\"assumption 4\",\"SalesInsight_Id__c\":\"$mark\"}"
  saw 'a unique value twice'
  remove Task "$id"
else
  echo 'not settled: DUPLICATE_VALUE needs the unique field SalesInsight_Id__c'
fi

# Many writers under one account; the stand-in is simply told to lock the row.
create Account '{"Name":"assumption 4"}'
account=$ID
create Task "{\"Subject\":\"assumption 4\",\"WhatId\":\"$account\"}"
task=$ID
if is_stand_in; then
  control rows/lock "{\"id\":\"$task\"}" > /dev/null
  call PATCH "sobjects/Task/$task" '{"Subject":"assumption 4, again"}'
  saw 'a locked row'
else
  statuses=$(for at in $(seq 40); do
    (call PATCH "sobjects/Task/$task" "{\"Subject\":\"assumption 4, $at\"}"; saw 'a locked row') &
  done; wait)
  echo "$statuses" | grep UNABLE_TO_LOCK_ROW | sort -u || echo 'not settled: 40 writers at once met no lock'
fi
remove Task "$task"
remove Account "$account"

if is_stand_in; then
  control org '{"apiDisabled":true}' > /dev/null
  call GET limits
  control org '{"apiDisabled":false}' > /dev/null
  saw 'an org without API'
elif [ -n "${NO_API_TOKEN-}" ]; then
  INSTANCE_URL=${NO_API_URL:?} ACCESS_TOKEN=$NO_API_TOKEN call GET limits
  saw 'an org without API'
else
  echo 'not settled: API_DISABLED_FOR_ORG needs NO_API_URL and NO_API_TOKEN'
fi
