#!/bin/sh
# A source of one stream whose records lie in a file, one JSON object a line: list-source.sh FILE COMMAND ... Its state is how many
# lines were read.
file=$1
command=$2
state=$8
case $command in
  check) echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}' ;;
  discover) echo '{"type":"CATALOG","catalog":{"streams":[{"name":"people","json_schema":{"properties":{"id":{},"full_name":{}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"source_defined_primary_key":[["id"]]}]}}' ;;
  read)
    seen=0
    [ -n "$state" ] && seen=$(sed 's/.*"seen":\([0-9]*\).*/\1/' "$state")
    awk -v seen="$seen" '
      function state() { print "{\"type\":\"STATE\",\"state\":{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"people\"},\"stream_state\":{\"seen\":" NR "}}}}" }
      NR > seen { print "{\"type\":\"RECORD\",\"record\":{\"stream\":\"people\",\"data\":" $0 ",\"emitted_at\":1}}" }
      NR % 1000 == 0 { state() }
      END { state() }' "$file" ;;
esac
