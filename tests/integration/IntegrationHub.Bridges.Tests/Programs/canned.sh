#!/bin/sh
# A source that writes what lies in a folder: canned.sh FOLDER COMMAND ... It keeps what it was given beside, with the permissions.
here=$1
command=$2
shift 2
echo $$ > "$here/given.process"
while [ $# -gt 1 ]; do
  name=$(basename "$2")
  cp "$2" "$here/given.$name"
  echo "$(stat -c %a "$2") $(stat -c %a "$(dirname "$2")") $2" >> "$here/given.places"
  shift 2
done
cat "$here/$command.jsonl"
[ -f "$here/$command.hangs" ] && sleep 600
[ -f "$here/$command.stderr" ] && cat "$here/$command.stderr" >&2
exit "$(cat "$here/$command.exit" 2> /dev/null || echo 0)"
