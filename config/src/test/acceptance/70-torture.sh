#!/usr/bin/env bash
# A short campaign of crashes: servers of its own are loaded, killed with -9 and robbed of power, then every promise is checked.
# CLEARHOLD_SEED makes the same again, CLEARHOLD_TORTURE_SECONDS says for how long.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

seed=${CLEARHOLD_SEED:-$((RANDOM * 32768 + RANDOM))}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./clearhold torture --seconds "${CLEARHOLD_TORTURE_SECONDS:-12}" --seed "$seed" --clients 4 --no-view --folder "$work/run"
