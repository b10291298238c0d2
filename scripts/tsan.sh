#!/usr/bin/env bash
# Looks for races: each command that works in several threads, under
# ThreadSanitizer. Fails at the first report.
#
#   scripts/tsan.sh BUILD

set -euo pipefail
program=$(realpath "$1")/gov-report
here=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/pages"
# glibc's lock around the time zone, which libzip asks for, is one that
# ThreadSanitizer does not see.
echo 'race:tzset_internal' >"$work/known"
# Its own exit code, beside 0 to 2.
export TSAN_OPTIONS="exitcode=66 suppressions=$work/known ${TSAN_OPTIONS:-}"

# Runs the program. What is wrong with the input (1) is none of a race.
run() {
  local code=0
  echo "gov-report $*"
  "$program" "$@" >"$work/printed" 2>"$work/said" || code=$?
  if ((code > 1)); then
    cat "$work/said"
    exit 1
  fi
}

cd "$here/tests/audit"
python3 - "$work/pages" <<'END'
import pathlib, sys
from pages import all_pages
for page in all_pages(300):
    (pathlib.Path(sys.argv[1]) / page.file).write_bytes(page.data)
END
cd "$work"
for format in text json html xlsx; do
  run audit pages --jobs 4 --format "$format" -o "audit.$format"
done
run notice pages --by 2025-04-30 -o notices

"$here/bench/make_workspace.py" 200000 utf-8 --fees
cp -r utf-8 wrong
sed -i '7~997s/,2024-/,2024-13-/' wrong/ledgers/applications.csv
cp -r wrong gb18030
iconv -f utf-8 -t gb18030 utf-8/ledgers/applications.csv \
  >gb18030/ledgers/applications.csv
for office in utf-8 wrong gb18030; do
  run -C "$office" check 2024 --jobs 4
  run -C "$office" tally 2024 "$office/ledgers/applications.csv" \
    --ledger applications --jobs 4 -o "$office.part"
done
echo "no race found"
