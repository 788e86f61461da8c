#!/usr/bin/env bash
# 3.2: which code has a collection's item whose id the user may not see? Needs OTHER_ACCESS_TOKEN of another standard
# user, in an org where activities are private.
source "$(dirname "$0")/lib.sh"

[ -n "${OTHER_ACCESS_TOKEN-}" ] || { echo 'not settled: needs OTHER_ACCESS_TOKEN'; exit 0; }
mine=$ACCESS_TOKEN
ACCESS_TOKEN=$OTHER_ACCESS_TOKEN
create Task '{"Subject":"assumption 15"}'
ACCESS_TOKEN=$mine
call PATCH composite/sobjects "{\"records\":[{\"attributes\":{\"type\":\"Task\"},\"id\":\"$ID\",\"Subject\":\"x\"}]}"
seen=$(json 'b[0].success ? "it was written" : b[0].errors[0].statusCode')
ACCESS_TOKEN=$OTHER_ACCESS_TOKEN
remove Task "$ID"
echo "an item out of sight: $seen"
