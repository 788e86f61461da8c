# What the scripts of this folder share: they ask one org over REST and clean up after themselves.
# Needs INSTANCE_URL and ACCESS_TOKEN, curl and node. The stand-in is recognised by its control room, and asked to bring
# about what no script can bring about in a real org.
set -euo pipefail
: "${INSTANCE_URL:?the address of the org, for example https://example.my.salesforce.com}"
: "${ACCESS_TOKEN:?an access token of a standard user of the org}"
INSTANCE_URL=${INSTANCE_URL%/}
ROOT=/services/data/v${API_VERSION:-67.0}

# call METHOD PATH [BODY [curl arguments]]: sets STATUS and BODY.
call() {
  local method=$1 path=$2 body=${3-} answer
  shift $(($# > 3 ? 3 : $#))
  answer=$(curl -sS -X "$method" -H "Authorization: Bearer $ACCESS_TOKEN" -H 'Content-Type: application/json' \
    ${body:+--data-binary "$body"} "$@" -w '\n%{http_code}' "$INSTANCE_URL$ROOT/$path")
  STATUS=${answer##*$'\n'}
  BODY=${answer%$'\n'*}
}

# json EXPRESSION: the value of a JavaScript expression over b, the last body; nothing for null.
json() {
  printf %s "$BODY" | node -e '
    const b = JSON.parse(require("fs").readFileSync(0, "utf8") || "null");
    const value = eval(process.argv[1]);
    console.log(value === null || value === undefined ? "" : value);' "$1"
}

# query SOQL: deleted and archived rows too.
query() { call GET "queryAll?q=$(node -p 'encodeURIComponent(process.argv[1])' "$1")"; }

# create OBJECT BODY: prints nothing, sets ID; stops when refused.
create() {
  call POST "sobjects/$1" "$2"
  [ "$STATUS" = 201 ] || { echo "could not create a $1: $STATUS $BODY"; exit 1; }
  ID=$(json b.id)
}

# remove OBJECT ID...: what the script made.
remove() { local object=$1; shift; for id in "$@"; do call DELETE "sobjects/$object/$id" || true; done; }

is_stand_in() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$INSTANCE_URL/_sandbox/clock")" = 200 ]; }

# control PATH BODY: what only the stand-in can do.
control() { curl -sS -X POST -H 'Content-Type: application/json' --data-binary "$2" "$INSTANCE_URL/_sandbox/$1"; }

# verdict CONDITION WORDS: yes or no, and what was seen.
verdict() { if eval "$1"; then echo "yes: $2"; else echo "no: $2"; fi; }

unique() { node -p 'crypto.randomUUID()'; }
