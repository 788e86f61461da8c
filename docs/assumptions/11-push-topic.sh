#!/usr/bin/env bash
# 11.11: may a standard user have a PushTopic on Task? Whether deletes arrive needs a CometD client and is not asked.
source "$(dirname "$0")/lib.sh"

name="T$(unique | tr -d - | cut -c1-20)"
call POST sobjects/PushTopic "{\"Name\":\"$name\",\"Query\":\"SELECT Id, Subject FROM Task\",\"ApiVersion\":60.0}"
seen=$STATUS
[ "$seen" = 201 ] && remove PushTopic "$(json b.id)"
verdict '[ "$seen" = 201 ]' "creating one answered $seen"
