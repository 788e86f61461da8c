#!/usr/bin/env bash
# 11.9: does the UI API know Task? Then its Idempotency-Key could be used for creates.
source "$(dirname "$0")/lib.sh"

call GET ui-api/object-info/Task
verdict '[ "$STATUS" = 200 ]' "ui-api/object-info/Task answered $STATUS"
