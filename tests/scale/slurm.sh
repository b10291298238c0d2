#!/usr/bin/env bash
# Runs docs/scale-out.md with its job array, under Slurm: a controller and a
# node of its own, in a temporary folder, which end with the test.
#
#   slurm.sh PROGRAM SOURCE        exit 77: Slurm is not installed
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2")
PATH=$PATH:/usr/sbin

for needed in sbatch scontrol slurmctld slurmd munged; do
  command -v "$needed" >/dev/null && continue
  echo "skipped: there is no $needed; apt-get install slurm-wlm munge"
  exit 77
done

work=$(mktemp -d)
daemons=()
finish() {
  local code=$?
  [[ $code -eq 0 ]] || tail -n 20 "$work"/*.log || true
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do
    kill "${daemons[i]}" 2>/dev/null || true
    wait "${daemons[i]}" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap finish EXIT

free_port() {
  /usr/bin/python3 -c 'import socket
s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {  # NAME COMMAND...
  "${@:2}" >"$work/$1.log" 2>&1 &
  daemons+=($!)
}

until_true() {  # COMMAND...
  for ((i = 0; i < 300; i++)); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "not within 30 seconds: $*"
  return 1
}

user=$(id -un) node=$(hostname -s)
mkdir -m 700 "$work/munge" "$work/state" "$work/spool"
head -c 128 /dev/urandom >"$work/munge/key"
chmod 600 "$work/munge/key"
cat >"$work/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
SlurmdParameters=config_overrides
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
ReturnToService=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 RealMemory=2048 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
END
export SLURM_CONF=$work/slurm.conf

start munged munged --foreground --force --key-file="$work/munge/key" \
  --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --seed-file="$work/munge/seed" --log-file="$work/munge/log"
until_true test -S "$work/munge/socket"
start slurmctld slurmctld -D -f "$SLURM_CONF"
start slurmd slurmd -D -f "$SLURM_CONF"
is_idle() { [[ $(sinfo --noheader --format=%T) == idle ]]; }
until_true is_idle

"$source/tests/readme/run_page.sh" "$source/docs/scale-out.md" C "$source" \
  "$program" sbatch
sbatch --version
