#!/usr/bin/env bash
# Packs the SDK, the client, the connector template and the hub as a .NET tool into a folder feed:   ./pack.sh [FEED]
# FEED defaults to artifacts/feed. Builds apart from artifacts/bin, with the paths of this machine mapped away.
set -euo pipefail
feed=$(realpath -m "${1:-$(dirname "$0")/artifacts/feed}")
cd "$(dirname "$0")"

if ! command -v dotnet > /dev/null; then
  echo "error: the .NET SDK is not on the PATH. Expected version 10.0 or later. Next: install dotnet-sdk-10.0." >&2
  exit 1
fi

# Without a remote there is nothing that SourceLink could link to; the symbols then carry the sources themselves.
embed=false
if ! git remote get-url origin > /dev/null 2>&1; then
  embed=true
fi

# What an earlier run left must not slip into a package; what it compiled may be used again.
rm -rf artifacts/pack/bin artifacts/pack/publish
mkdir -p "$feed"
dotnet msbuild pack.proj -restore -m -nologo -v:quiet -p:Feed="$feed" -p:ArtifactsPath="$PWD/artifacts/pack" -p:EmbedAllSources="$embed"

echo "packed into $feed:"
(cd "$feed" && ls -1 *.nupkg)
