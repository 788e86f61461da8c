#!/usr/bin/env bash
# 11.10: what does converting a lead do to its tasks, as queryAll shows it? Needs a user who may convert leads and,
# in a real org, run Apex.
source "$(dirname "$0")/lib.sh"

create Lead "{\"LastName\":\"assumption 10 $(unique)\",\"Company\":\"assumption 10\"}"
lead=$ID
create Task "{\"Subject\":\"assumption 10\",\"WhoId\":\"$lead\"}"
task=$ID
query "SELECT SystemModstamp, LastModifiedDate FROM Task WHERE Id = '$task'"
before=$(json 'b.records[0].SystemModstamp + " " + b.records[0].LastModifiedDate')
sleep 2
if is_stand_in; then
  control "leads/$lead/convert" '{}' > /dev/null
else
  apex="Database.LeadConvert c = new Database.LeadConvert(); c.setLeadId('$lead'); c.setDoNotCreateOpportunity(true);
    c.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = true LIMIT 1].ApiName);
    Database.convertLead(c);"
  call GET "tooling/executeAnonymous?anonymousBody=$(node -p 'encodeURIComponent(process.argv[1])' "$apex")"
  [ "$(json b.success)" = true ] || { echo "not settled: the lead was not converted: $BODY"; exit 0; }
fi
query "SELECT WhoId, IsDeleted, SystemModstamp, LastModifiedDate FROM Task WHERE Id = '$task'"
who=$(json 'b.records[0].WhoId')
after=$(json 'b.records[0].SystemModstamp + " " + b.records[0].LastModifiedDate')
verdict '[ "$who" != "$lead" ]' "the task names ${who:-nobody} (lead $lead), IsDeleted=$(json 'b.records[0].IsDeleted')"
verdict '[ "${after% *}" != "${before% *}" ]' "SystemModstamp ${before% *} became ${after% *}"
verdict '[ "${after#* }" != "${before#* }" ]' "LastModifiedDate ${before#* } became ${after#* }"
remove Task "$task"
