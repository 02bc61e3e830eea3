#!/usr/bin/env bash
# Installs the programs that nobody here wrote and that tests start or call: Debian packages by name, npm packages at exact versions
# into artifacts/counterparts. Does nothing where all is there.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
while read -r package; do
  case $package in
    nodejs) command -v node > /dev/null || missing+=(nodejs) ;;
    npm) command -v npm > /dev/null || missing+=(npm) ;;
    *) dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package") ;;
  esac
done < debian-packages.txt
if [ "${#missing[@]}" -gt 0 ]; then
  if ! { [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; }; then
    echo "error: these Debian packages are missing: ${missing[*]}. Next: install them, or run this as root on Debian." >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

target=../../../artifacts/counterparts
if ! cmp -s package.json "$target/installed.json"; then
  mkdir -p "$target"
  cp package.json "$target/package.json"
  npm install --prefix "$target" --ignore-scripts --no-package-lock --no-audit --no-fund --loglevel error
  cp package.json "$target/installed.json"
fi
