#!/usr/bin/env bash
# 11.12: does a retrieve of many answer null in place of an id that is not there?
source "$(dirname "$0")/lib.sh"

create Task '{"Subject":"assumption 12, gone"}'
gone=$ID
create Task '{"Subject":"assumption 12"}'
remove Task "$gone"
call POST composite/sobjects/Task "{\"ids\":[\"$gone\",\"$ID\"],\"fields\":[\"Id\"]}"
status=$STATUS
seen=$(json 'b.map(r => r && r.Id ? "row" : String(r)).join(",")')
remove Task "$ID"
verdict '[ "$seen" = null,row ]' "$status $seen"
