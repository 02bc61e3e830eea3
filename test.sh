#!/usr/bin/env bash
# Builds everything and runs every test. Ends with a line "N passed, N failed" and exits non-zero if anything failed.
# Installs by name what is missing: the servers and clients that tests start (tests/support/counterparts).
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet > /dev/null; then
  echo "error: the .NET SDK is not on the PATH. Expected version 10.0 or later. Next: install dotnet-sdk-10.0." >&2
  exit 1
fi

echo "== counterparts"
tests/support/counterparts/install.sh

echo "== build"
dotnet build -c Release IntegrationHub.sln --nologo -v quiet

echo "== test"
results=artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
status=0
for project in tests/architecture/*/*.csproj tests/unit/*/*.csproj tests/connectors/*/*.csproj tests/integration/*/*.csproj; do
  name=$(basename "$project" .csproj)
  dotnet test "$project" -c Release --no-build --nologo -v quiet --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    || status=1
done

passed=$(cat "$results"/*.trx | grep -o '<Counters [^>]*' | grep -o ' passed="[0-9]*"' | tr -dc '0-9\n' | awk '{s+=$1} END {print s+0}')
failed=$(cat "$results"/*.trx | grep -o '<Counters [^>]*' | grep -o ' failed="[0-9]*"' | tr -dc '0-9\n' | awk '{s+=$1} END {print s+0}')
if [ "$failed" -ne 0 ] || [ "$passed" -eq 0 ]; then
  status=1
fi

echo "$passed passed, $failed failed"
exit "$status"
