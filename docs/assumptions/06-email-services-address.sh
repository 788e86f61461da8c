#!/usr/bin/env bash
# 11.6: can a standard user read their own Email to Salesforce address, and does RunAsUserId name them?
source "$(dirname "$0")/lib.sh"

call GET ''
me=$(json 'b.identity.split("/").pop()')
call GET "query?q=SELECT+RunAsUserId,CreatedById,EmailDomainName+FROM+EmailServicesAddress+WHERE+IsActive=true+AND+\
LocalPart='emailtosalesforce'"
if [ "$STATUS" != 200 ]; then
  echo "no: not readable: $STATUS $(json 'b[0].errorCode')"
else
  verdict '[ "$(json "b.totalSize > 0")" = true ]' "readable: $(json b.totalSize) rows"
  mine="b.records.filter(r => r.RunAsUserId === '$me').length"
  verdict '[ "$(json "$mine")" -gt 0 ]' "RunAsUserId names the user in $(json "$mine") rows"
  mine="b.records.filter(r => r.CreatedById === '$me').length"
  verdict '[ "$(json "$mine")" -gt 0 ]' "CreatedById names the user in $(json "$mine") rows"
fi
