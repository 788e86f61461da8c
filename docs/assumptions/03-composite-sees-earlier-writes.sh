#!/usr/bin/env bash
# 11.3: does a query in a composite (allOrNone false) find what an earlier part of the same composite created?
source "$(dirname "$0")/lib.sh"

mark="assumption 3 $(unique)"
soql=$(node -p 'encodeURIComponent(process.argv[1])' "SELECT Id FROM Task WHERE Subject = '$mark'")
call POST composite "{\"allOrNone\":false,\"collateSubrequests\":false,\"compositeRequest\":[
  {\"method\":\"POST\",\"url\":\"$ROOT/sobjects/Task\",\"referenceId\":\"made\",\"body\":{\"Subject\":\"$mark\"}},
  {\"method\":\"GET\",\"url\":\"$ROOT/query?q=$soql\",\"referenceId\":\"found\"}]}"
found=$(json 'b.compositeResponse[1].body.totalSize')
remove Task "$(json 'b.compositeResponse[0].body.id')"
verdict '[ "$found" = 1 ]' "the query found $found rows"
