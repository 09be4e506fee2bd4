#!/usr/bin/env bash
# A marketplace's day by the contract alone (36-marketplace.py), with the server killed -9 on the way: what was answered
# before is answered again, every decision can be taken again, and the view equals the state.
# Needs bash, curl and python3. Takes free ports. Exits with 77 if something is missing.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

for needed in curl python3; do
    command -v "$needed" >/dev/null || {
        echo "install: apt-get install $needed"
        exit 77
    }
done

here=config/src/test/acceptance
port=$((20000 + RANDOM % 10000))
work=$(mktemp -d)
data=$work/data
server=
finish() {
    [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    kill -9 "$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

start_server() {
    ./clearhold serve --data "$data" --port "$port" --bank-port "$((port + 1))" >"$work/banner" 2>"$work/errors" &
    server=$!
    for _ in $(seq 1 600); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/errors"
    echo "FAILED: the server did not get ready"
    exit 1
}

market() {
    python3 -B "$here/36-marketplace.py" "http://127.0.0.1:$port" "$data/sandbox-keys.json" "$@"
}

seed=${CLEARHOLD_SEED:-$((RANDOM % 1000))}
start_server
market "$seed" splits disputes races clawback late_money tokens chargebacks milestones patches wallets approvals amounts
market "$seed" --remember "$work/before" >"$work/said"

kill -9 "$server"
wait "$server" 2>/dev/null || true
server=
start_server
market "$seed" --compare "$work/before"
market "$seed" a_year

kill -TERM "$server"
wait "$server"
server=
./clearhold replay --verify --data "$data" >"$work/replay" || {
    tail -n 20 "$work/replay"
    exit 1
}
tail -n 1 "$work/replay"
