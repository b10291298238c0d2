#!/bin/sh
# Installs what is missing of the named sections of scripts/packages.txt.
# Does nothing, and needs neither root nor a network, if nothing is missing.
#
#   scripts/install-packages.sh SECTION...

set -eu
list=$(dirname "$0")/packages.txt

if ! command -v dpkg-query >/dev/null; then
  echo "not a Debian system: install what $list names by hand" >&2
  exit 0
fi

missing=
for section in "$@"; do
  names=$(sed -n "/^\[$section\]/,/^\$/p" "$list" | sed '1d;/^$/d')
  [ -n "$names" ] || { echo "$list has no section [$section]" >&2; exit 2; }
  for name in $names; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $name"
  done
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "missing packages; as root: apt-get install$missing" >&2
    exit 2
  fi
  as_root=sudo
fi

apt() {
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -q "$@" </dev/null
}

echo "installing:$missing"
# One unreachable source of several must not stop the rest.
apt update || echo "apt-get update failed; going on with the known lists" >&2
# shellcheck disable=SC2086
apt install -y --no-install-recommends $missing
