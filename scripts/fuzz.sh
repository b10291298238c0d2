#!/bin/sh
# Runs each fuzzer for some seconds, from the inputs that are kept.
#
#   scripts/fuzz.sh BUILD SECONDS
#
# New inputs go to BUILD/corpus/NAME; an input that breaks something is left as
# BUILD/crash-NAME-HASH, and the script fails.

set -eu
build=$1
seconds=$2
failed=0
for fuzzer in "$build"/fuzz-*; do
  [ -x "$fuzzer" ] || continue
  name=${fuzzer##*/fuzz-}
  mkdir -p "$build/corpus/$name"
  echo "fuzzing $name for $seconds s"
  "$fuzzer" -max_total_time="$seconds" -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$build/crash-$name-" \
    "$build/corpus/$name" "tests/fuzz/corpus/$name" || failed=1
done
exit $failed
