#!/usr/bin/env bash
# Memory: does a restore from the recycle bin move SystemModstamp and LastModifiedDate? REST has no undelete; in a real
# org this runs Apex, which needs the right to author it.
source "$(dirname "$0")/lib.sh"

create Task '{"Subject":"assumption 17"}'
remove Task "$ID"
query "SELECT SystemModstamp, LastModifiedDate FROM Task WHERE Id = '$ID'"
before=$(json 'b.records[0].SystemModstamp + " " + b.records[0].LastModifiedDate')
sleep 2
if is_stand_in; then
  control bin/restore "{\"id\":\"$ID\"}" > /dev/null
else
  apex="undelete [SELECT Id FROM Task WHERE Id = '$ID' ALL ROWS];"
  call GET "tooling/executeAnonymous?anonymousBody=$(node -p 'encodeURIComponent(process.argv[1])' "$apex")"
  [ "$(json b.success)" = true ] || { echo "not settled: the task was not restored: $BODY"; exit 0; }
fi
query "SELECT SystemModstamp, LastModifiedDate, IsDeleted FROM Task WHERE Id = '$ID'"
after=$(json 'b.records[0].SystemModstamp + " " + b.records[0].LastModifiedDate')
verdict '[ "${after% *}" != "${before% *}" ]' "SystemModstamp ${before% *} became ${after% *}"
verdict '[ "${after#* }" != "${before#* }" ]' "LastModifiedDate ${before#* } became ${after#* }"
remove Task "$ID"
