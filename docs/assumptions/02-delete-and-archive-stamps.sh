#!/usr/bin/env bash
# 11.2: does a soft delete move SystemModstamp, and LastModifiedDate? Does archiving move SystemModstamp?
source "$(dirname "$0")/lib.sh"

create Task '{"Subject":"assumption 2"}'
query "SELECT SystemModstamp, LastModifiedDate FROM Task WHERE Id = '$ID'"
stamp=$(json 'b.records[0].SystemModstamp')
touched=$(json 'b.records[0].LastModifiedDate')
sleep 2
remove Task "$ID"
query "SELECT SystemModstamp, LastModifiedDate FROM Task WHERE Id = '$ID'"
after=$(json 'b.records[0].SystemModstamp')
verdict '[ "$after" != "$stamp" ]' "delete: SystemModstamp $stamp became $after"
after=$(json 'b.records[0].LastModifiedDate')
verdict '[ "$after" != "$touched" ]' "delete: LastModifiedDate $touched became $after"

# Archiving cannot be asked for in a real org, so look at what its job has left.
if is_stand_in; then
  create Task '{"Subject":"assumption 2","Status":"Completed","ActivityDate":"2020-01-01"}'
  sleep 2
  control archive '{}' > /dev/null
fi
query 'SELECT SystemModstamp, LastModifiedDate FROM Task WHERE IsArchived = true AND IsDeleted = false
  ORDER BY LastModifiedDate DESC LIMIT 1'
if [ "$(json b.totalSize)" = 0 ]; then
  echo "not settled: archive: nothing in this org is archived yet"
else
  verdict '[ "$(json "b.records[0].SystemModstamp > b.records[0].LastModifiedDate")" = true ]' \
    "archive: last modified $(json 'b.records[0].LastModifiedDate'), stamped $(json 'b.records[0].SystemModstamp')"
fi
if is_stand_in; then remove Task "$ID"; fi
