#!/bin/sh
# Runs each fuzzer for some seconds, from the inputs that are kept.
#
#   scripts/fuzz.sh BUILD SECONDS [NAME...]
#
# New inputs go to BUILD/corpus/NAME, figures to BUILD/fuzz-NAME.log; an input
# that breaks something, takes 20 seconds or half a gigabyte is left as
# BUILD/crash-NAME-HASH (or timeout-, oom-), and the script fails.

set -eu
build=$1
seconds=$2
shift 2
failed=0
# What is freed counts too until it is used again; keep that small.
export ASAN_OPTIONS="${ASAN_OPTIONS:-quarantine_size_mb=32}"
for fuzzer in "$build"/fuzz-*; do
  name=${fuzzer##*/fuzz-}
  [ -x "$fuzzer" ] || continue
  case " $* " in "  " | *" $name "*) ;; *) continue ;; esac
  mkdir -p "$build/corpus/$name"
  words="-max_total_time=$seconds -timeout=20 -rss_limit_mb=512"
  [ ! -f "tests/fuzz/$name.dict" ] || words="$words -dict=tests/fuzz/$name.dict"
  echo "fuzzing $name for $seconds s"
  # shellcheck disable=SC2086  # words
  "$fuzzer" $words -print_final_stats=1 \
    -artifact_prefix="$build/crash-$name-" "$build/corpus/$name" \
    "tests/fuzz/corpus/$name" >"$build/fuzz-$name.log" 2>&1 || failed=1
  grep -E '^stat::(number_of|average|peak)|^Done|SUMMARY|logic_error' \
    "$build/fuzz-$name.log" || true
done
exit $failed
