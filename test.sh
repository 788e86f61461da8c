#!/usr/bin/env bash
# Builds once, runs the tests, ends with the line `N passed, N failed, N skipped`.
#   ./test.sh                           everything but Category=Long: a quarter of an hour on two cores
#   ./test.sh --all                     the long tests too: an hour and more
#   ./test.sh FullyQualifiedName~House  any `dotnet test` filter; goes with --all
# What the tests drive besides .NET (Chromium, Node with jsforce, aiosmtpd) is installed first when it is missing.
set -uo pipefail
cd "$(dirname "$0")"

# The limits end what hangs; a machine at half its speed stays below them.
filter='Category!=Long'
limit_seconds=2400
if [ "${1:-}" = --all ]; then filter='' limit_seconds=7200; shift; fi
for extra in "$@"; do filter="${filter:+($filter)&}($extra)"; done

# No build process may outlive this script and hold a runner's output open.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
# A test process lives minutes: measuring code in order to compile it better costs more than it brings.
export DOTNET_TieredPGO=0

# A run that broke before its tests could be counted is one failure, never a silent zero.
broken() { printf '%s\n0 passed, 1 failed, 0 skipped\n' "$1"; exit 1; }

within_limit() { timeout --kill-after=10 "$((limit_seconds > SECONDS ? limit_seconds - SECONDS : 1))" "$@" </dev/null; }

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -d /usr/share/fonts/truetype/liberation ] || missing+=(fonts-liberation)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  command -v curl >/dev/null || missing+=(curl)
  /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
  [ ${#missing[@]} -eq 0 ] && return
  echo "installing ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq)
  [ "$(id -u)" = 0 ] || apt=(sudo -n "${apt[@]}")
  within_limit "${apt[@]}" update &&
    within_limit "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# The versions of the lock file, and none of their install scripts.
install_jsforce() {
  local folder=SalesInsight.Tests/Clients/jsforce
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return
  echo 'installing jsforce'
  within_limit npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
}

counter() { echo $(($(sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx | paste -sd+ -))); }

install_missing || broken 'The tests need the packages above; they could not be installed.'
install_jsforce || broken 'The tests need jsforce; npm could not install it.'

within_limit dotnet build SalesInsight.sln -warnaserror -v quiet -p:Optimize=true || broken 'The build broke.'

results=artifacts/test-results
rm -rf "$results"
within_limit dotnet test SalesInsight.sln --no-build ${filter:+--filter "$filter"} \
  --logger 'trx;LogFilePrefix=run' --logger 'console;verbosity=minimal' --results-directory "$results"
outcome=$?

case $outcome in 124 | 137) broken "The tests did not end within $limit_seconds seconds." ;; esac
compgen -G "$results/*.trx" >/dev/null || broken 'No test ran.'
# A skipped test is in `total` but not in `executed`.
passed=$(counter passed) executed=$(counter executed) total=$(counter total)
[ "$total" -gt 0 ] || broken 'No test ran.'
failed=$((executed - passed))
[ "$outcome" -eq 0 ] || [ "$failed" -gt 0 ] || broken 'The test run broke off.'
echo "$passed passed, $failed failed, $((total - executed)) skipped"
[ "$failed" -eq 0 ]
