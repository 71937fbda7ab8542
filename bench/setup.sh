#!/bin/sh
# Brings the peers the benchmark compares with into bench/.peers, at the versions pinned in
# bench/peers/package.json, and Debian's Chromium. A peer that cannot be had is said and skipped.
set -u
cd "$(dirname "$0")" || exit 1
mkdir -p .peers

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "bench: no node and npm here, so satori, takumi and playwright are skipped" >&2
elif ! cmp -s peers/package.json .peers/package.json || [ ! -d .peers/node_modules ]; then
  cp peers/package.json .peers/package.json
  (cd .peers && npm install --ignore-scripts --no-audit --no-fund --loglevel=error) \
    || { rm -f .peers/package.json; echo "bench: npm could not bring the peers; they are skipped" >&2; }
fi

if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1
fi
command -v chromium >/dev/null \
  || echo "bench: no chromium here, so it is skipped; on Debian: apt-get install -y chromium" >&2
exit 0
