#!/usr/bin/env bash
# Measures a bulk load: generated records -> list-file -> SQLite -> golden records.
# Usage: tests/benchmarks/bulk-load.sh [COUNT ...]      (default: 100000 200000)
# Prints, per size, records per second over the whole process and its peak memory.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build -c Release IntegrationHub.sln --nologo -v quiet
hub=artifacts/bin/IntegrationHub.Cli/release/hub.dll
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for count in "${@:-100000 200000}"; do
  for n in $count; do
    dotnet artifacts/bin/IntegrationHub.Benchmarks/release/IntegrationHub.Benchmarks.dll generate "$n" "$work/$n"
    export HUB_DATA="$work/data-$n"
    dotnet $hub init > /dev/null
    dotnet $hub source add people --connector list-file --set path="$work/$n/people.csv" --set mapping="$work/$n/mapping.json" > /dev/null
    start=$(date +%s.%N)
    /usr/bin/time -f '%M' -o "$work/peak" dotnet $hub sync run people > /dev/null 2> "$work/err" || { cat "$work/err"; exit 1; }
    end=$(date +%s.%N)
    size=$(stat -c %s "$HUB_DATA/hub.db")
    awk -v n="$n" -v s="$start" -v e="$end" -v m="$(tail -1 "$work/peak")" -v b="$size" \
      'BEGIN { printf "%d records: %.1f s, %.0f records/s, peak %.0f MiB, store %.0f MiB\n", n, e-s, n/(e-s), m/1024, b/1048576 }'
    dotnet $hub match evaluate --truth "$work/$n/truth.csv"
  done
done
