#!/usr/bin/env bash
# Builds the hub and its connectors, then runs the main job on the bundled sample data. Arguments go to `hub demo`.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet > /dev/null; then
  echo "error: the .NET SDK is not on the PATH. Expected version 10.0 or later. Next: install dotnet-sdk-10.0." >&2
  exit 1
fi

dotnet build -c Release IntegrationHub.sln --nologo -v quiet
exec dotnet run -c Release --no-build --project hub/IntegrationHub.Cli -- demo "$@"
