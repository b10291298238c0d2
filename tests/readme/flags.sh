#!/usr/bin/env bash
# Every command and option of the program stands in README.md, and the reverse.
#
#   flags.sh README PROGRAM

set -euo pipefail
readme=$1 program=$2

help() { "$program" --lang en "$@" --help; }
commands=$(help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[[ -n $commands ]]
known=$({ help; for command in $commands; do help "$command"; done; } |
  grep -oE -e '--[a-z-]+' | sort -u)
# The commands table and what follows it, where options of ours are named.
told=$(sed -n '/^## Commands/,/^## Formats/p' "$readme")

for command in $commands; do
  grep -q "^| \`$command[ \`]" <<<"$told" ||
    { echo "$readme does not list the command $command"; exit 1; }
done
differ=$(comm -3 <(grep -v -e --help -e --version <<<"$known") \
  <(grep -oE -e '--[a-z][a-z-]+' <<<"$told" | sort -u))
[[ -z $differ ]] || { echo "only in the help, or only in $readme: $differ"; exit 1; }
