#!/usr/bin/env bash
# Memory: is text trimmed when it is stored, and an empty text stored as null?
source "$(dirname "$0")/lib.sh"

create Task '{"Subject":"  assumption 14  ","Description":"   "}'
query "SELECT Subject, Description FROM Task WHERE Id = '$ID'"
seen=$(json 'JSON.stringify([b.records[0].Subject, b.records[0].Description])')
remove Task "$ID"
verdict '[ "$seen" = "[\"assumption 14\",null]" ]' "stored as $seen"
