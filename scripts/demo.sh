#!/bin/sh
# Builds the reports of two examples into BUILD/demo.
#
#   scripts/demo.sh BUILD

set -eu
build=$1
for example in department-2024 township-2019; do
  year=${example##*-}
  echo
  echo "== gov-report -C examples/$example build $year"
  "$build/gov-report" --lang en -C "examples/$example" build "$year" \
    --out "$build/demo/$example"
done
echo
echo "The reports are in:"
for example in department-2024 township-2019; do
  ls -d "$build/demo/$example"/*
done
