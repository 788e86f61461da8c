#!/usr/bin/env bash
# Memory: does DUPLICATE_VALUE name a record the user may not see? Needs OTHER_ACCESS_TOKEN of another standard user, an
# org where activities are private, and the unique field SalesInsight_Id__c.
source "$(dirname "$0")/lib.sh"

[ -n "${OTHER_ACCESS_TOKEN-}" ] || { echo 'not settled: needs OTHER_ACCESS_TOKEN'; exit 0; }
mine=$ACCESS_TOKEN
mark=$(unique)
ACCESS_TOKEN=$OTHER_ACCESS_TOKEN
create Task "{\"Subject\":\"assumption 16\",\"SalesInsight_Id__c\":\"$mark\"}"
theirs=$ID
ACCESS_TOKEN=$mine
call POST sobjects/Task "{\"Subject\":\"assumption 16\",\"SalesInsight_Id__c\":\"$mark\"}"
seen=$(json 'b[0].message')
ACCESS_TOKEN=$OTHER_ACCESS_TOKEN
remove Task "$theirs"
verdict '[[ "$seen" = *"$theirs"* ]]' "$seen"
