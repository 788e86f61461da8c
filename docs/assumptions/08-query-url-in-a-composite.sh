#!/usr/bin/env bash
# 11.8: does a query whose URL is longer than 16,384 bytes work inside a composite body?
source "$(dirname "$0")/lib.sh"

create Task '{"Subject":"assumption 8"}'
ids=$(node -p 'Array(800).fill(`%27${process.argv[1]}%27`).join("%2C")' "$ID")
call POST composite "{\"compositeRequest\":[{\"method\":\"GET\",\"referenceId\":\"long\",
  \"url\":\"$ROOT/query?q=SELECT+Id+FROM+Task+WHERE+Id+IN+($ids)\"}]}"
seen=$(json 'b.compositeResponse ? b.compositeResponse[0].httpStatusCode : b[0].errorCode')
remove Task "$ID"
verdict '[ "$seen" = 200 ]' "the part answered $seen"
