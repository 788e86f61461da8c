#!/usr/bin/env bash
# 11.13: does PATCH of a task with If-Unmodified-Since refuse what was modified since?
source "$(dirname "$0")/lib.sh"

create Task '{"Subject":"assumption 13"}'
call PATCH "sobjects/Task/$ID" '{"Subject":"assumption 13, again"}' \
  -H 'If-Unmodified-Since: Wed, 01 Jan 2020 00:00:00 GMT'
seen=$STATUS
remove Task "$ID"
verdict '[ "$seen" = 412 ]' "it answered $seen"
