#!/usr/bin/env bash
# Measures a bulk load end to end: four files -> list-file -> gate -> SQLite -> resolver -> golden records.
# Usage: tests/benchmarks/bulk-load.sh [COUNT ...]      (default: 100000)
# Prints, per size, wall and processor time, records per second over the whole process, its peak memory and how right the
# customers are; with several sizes also the exponents by which time grows. BULK_KEEP=DIR keeps files and stores there.
set -euo pipefail
cd "$(dirname "$0")/../.."
log=$(mktemp)
for project in hub/IntegrationHub.Cli connectors/IntegrationHub.Connectors.Lists tests/benchmarks/IntegrationHub.Benchmarks; do
  dotnet build -c Release $project --nologo -v quiet > "$log" || { cat "$log"; exit 1; }
done
hub=artifacts/bin/IntegrationHub.Cli/release/hub.dll
generator=artifacts/bin/IntegrationHub.Benchmarks/release/IntegrationHub.Benchmarks.dll
work=${BULK_KEEP:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${BULK_KEEP:-}" ] || trap 'rm -rf "$work" "$log"' EXIT
times="$work/times"
: > "$times"
for count in "${@:-100000}"; do
  files="$work/$count"
  export HUB_DATA="$work/data-$count"
  rm -rf "$HUB_DATA"
  dotnet $generator generate "$count" "$files"
  dotnet $hub init > /dev/null
  for source in crm shop pos newsletter; do
    dotnet $hub source add $source --connector list-file \
      --set path="$files/$source.csv" --set mapping="$files/$source.json" --set region=US > /dev/null
  done
  /usr/bin/time -f '%e %U %S %M' -o "$work/measured" dotnet $hub sync run --all > "$work/out" 2> "$work/err" \
    || { cat "$work/out" "$work/err"; exit 1; }
  read -r wall user system peak < <(tail -1 "$work/measured")
  echo "$count $wall $user $system" >> "$times"
  awk -v n="$count" -v w="$wall" -v u="$user" -v s="$system" -v m="$peak" -v b="$(stat -c %s "$HUB_DATA/hub.db")" \
    'BEGIN { printf "%d records: %.1f s wall, %.1f s user, %.1f s system, %.0f records/s, peak %.0f MiB, store %.0f MiB\n",
             n, w, u, s, n/w, m/1024, b/1048576 }'
  dotnet $hub match evaluate --truth "$files/truth.csv" --worst 0
done
awk 'NR > 1 && $1 != n { printf "from %d to %d records: wall time grows like n^%.2f, processor time like n^%.2f\n",
                         n, $1, log($2/w)/log($1/n), log(($3+$4)/p)/log($1/n) } { n = $1; w = $2; p = $3 + $4 }' "$times"
