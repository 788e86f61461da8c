#!/usr/bin/env bash
# 11.1: does PATCH /sobjects/Task/{external id field}/{value} create and update a task, and say which it did?
# Needs the Activity field SalesInsight_Id__c (Text, External ID, Unique).
source "$(dirname "$0")/lib.sh"

path="sobjects/Task/SalesInsight_Id__c/$(unique)"
call PATCH "$path" '{"Subject":"assumption 1"}'
[ "$STATUS" = 404 ] && { echo "not settled: the field SalesInsight_Id__c is missing ($BODY)"; exit 0; }
made="$STATUS created=$(json 'b && b.created')"
id=$(json 'b && b.id')
call PATCH "$path" '{"Subject":"assumption 1, again"}'
again="$STATUS created=$(json 'b && b.created')"
remove Task "$id"
verdict '[[ $made = "201 created=true" && $again = "200 created=false" ]]' "first $made, then $again"
