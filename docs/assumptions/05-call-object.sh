#!/usr/bin/env bash
# 11.5: can a standard user of a fresh org write CallObject of Task, and find a task by it?
source "$(dirname "$0")/lib.sh"

call GET sobjects/Task/describe
flags=$(json '(f => f ? `createable=${f.createable} filterable=${f.filterable}` : "no such field")(
  b.fields.find(f => f.name === "CallObject"))')
mark=$(unique)
call POST sobjects/Task "{\"Subject\":\"assumption 5\",\"CallObject\":\"$mark\"}"
written=$STATUS
found=0
if [ "$written" = 201 ]; then
  id=$(json b.id)
  query "SELECT Id FROM Task WHERE CallObject = '$mark'"
  found=$(json 'b.totalSize')
  remove Task "$id"
fi
verdict '[ "$found" = 1 ]' "$flags, written $written, found $found"
