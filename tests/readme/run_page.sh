#!/usr/bin/env bash
# Runs the commands that a page shows, in order, in a copy of examples/.
#
#   run_page.sh PAGE LANG SOURCE PROGRAM [TOOL]
#
#   ```sh test            must exit 0
#   ```sh test exit=1     must exit 1
#   ```sh test with=TOOL  run if that tool is asked for; exit 77 without it
#   ```text               right after one of these: all that it prints; a line
#                         "…" stands for any lines
#   ```sh                 not run: only git, cd, apt-get and existing make
#                         targets, which .ci/run calls

set -euo pipefail
page=$(realpath "$1") language=$2 source=$(realpath "$3") program=$(realpath "$4")
tool=${5:-}
if [[ -n $tool ]] && ! command -v "$tool" >/dev/null; then
  echo "skipped: there is no $tool"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/tmp"
ln -s "$program" "$work/bin/gov-report"
cp -r "$source/examples" "$work/examples"
rm -rf "$work"/examples/*/out
ln -s "$source/scripts" "$work/scripts"
cd "$work"

fail() {
  printf '%s:%s: %s\n' "$page" "$1" "$2"
  shift 2
  [[ $# -eq 0 ]] || printf '%s\n' "$@"
  exit 1
}

# The environment of a user: nothing of it may leak in from the test run.
run() {
  env -i PATH="$work/bin:/usr/local/bin:/usr/bin:/bin" HOME="$work" \
    TMPDIR="$work/tmp" LC_CTYPE=C.UTF-8 LANG="$language" \
    ${SLURM_CONF:+SLURM_CONF="$SLURM_CONF"} \
    bash -euo pipefail -c "$1" </dev/null 2>&1
}

check_unrun() {
  local line
  while IFS= read -r line; do
    case $line in
      "" | "#"* | "git clone "* | "cd "* | *"apt-get install "*) ;;
      "make "* | "sudo make "*)
        grep -q "^${line##*make }:" "$source/Makefile" ||
          fail "$1" "no such target: $line" ;;
      *) fail "$1" "a command that nothing runs: $line" ;;
    esac
  done <<<"$2"
}

compare() {
  local line pattern=""
  while IFS= read -r line; do
    if [[ $line == "…" ]]; then
      pattern+='*'
    else
      pattern+="$(sed 's/[][*?\\]/\\&/g' <<<"$line")"$'\n'
    fi
  done <<<"$2"
  # shellcheck disable=SC2053
  [[ $3$'\n' == $pattern ]] ||
    fail "$1" "prints something else" "~~~~ shown" "$2" "~~~~ printed" "$3" \
      "~~~~"
}

kind="" body="" printed="" number=0 begin=0 ran=0 left=0 follows=false
while IFS= read -r line; do
  number=$((number + 1))
  if [[ -z $kind ]]; then
    case $line in
      '```sh'* | '```text') kind=${line#'```'} body="" begin=$number ;;
      '```'*) kind=other ;;
      "") ;;
      *) follows=false ;;
    esac
    continue
  fi
  if [[ $line != '```' ]]; then
    body+=${body:+$'\n'}$line
    continue
  fi
  case $kind in
    "sh test with="*)
      if [[ ${kind##*with=} != "$tool" ]]; then
        left=$((left + 1))
      else
        printed=$(run "$body") || fail "$begin" "exit code $?" "$printed"
        ran=$((ran + 1)) asked=true
      fi
      follows=false ;;
    "sh test"*)
      want=0
      [[ $kind != *exit=* ]] || want=${kind##*exit=}
      got=0
      printed=$(run "$body") || got=$?
      [[ $got == "$want" ]] ||
        fail "$begin" "exit code $got, not $want" "$printed"
      ran=$((ran + 1)) follows=true ;;
    sh) check_unrun "$begin" "$body" ; follows=false ;;
    text)
      $follows || fail "$begin" "output of no command"
      compare "$begin" "$body" "$printed"
      follows=false ;;
  esac
  kind=""
done <"$page"
[[ -z $kind ]] || fail "$begin" "a block without end"
while IFS= read -r link; do
  [[ $link == http* || -e $(dirname "$page")/$link ]] || fail 1 "no such file: $link"
done < <(grep -oE '\]\([^)#]+' "$page" | cut -c3-)
[[ $ran -gt 0 ]] || fail 1 "no command to run"
[[ -z $tool || ${asked:-} == true ]] || fail 1 "no block needs $tool"
echo "$page: $ran blocks run, $left that need other tools left out"
