#!/bin/sh
# A tap of one stream whose records lie in a file, one JSON object a line: list-tap.sh FILE --config FILE (--discover | --catalog
# FILE [--state FILE]). Its state is how many lines were read.
file=$1
if [ "$4" = --discover ]; then
  echo '{"streams":[{"tap_stream_id":"people","stream":"people","schema":{"properties":{"id":{},"full_name":{}}},"key_properties":["id"],"metadata":[]}]}'
  exit 0
fi
seen=0
[ -n "$7" ] && seen=$(sed 's/.*"seen":\([0-9]*\).*/\1/' "$7")
echo '{"type":"SCHEMA","stream":"people","schema":{"properties":{"id":{},"full_name":{}}},"key_properties":["id"]}'
awk -v seen="$seen" '
  NR > seen { print "{\"type\":\"RECORD\",\"stream\":\"people\",\"record\":" $0 "}" }
  NR % 1000 == 0 { print "{\"type\":\"STATE\",\"value\":{\"seen\":" NR "}}" }
  END { print "{\"type\":\"STATE\",\"value\":{\"seen\":" NR "}}" }' "$file"
