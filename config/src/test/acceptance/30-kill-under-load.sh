#!/usr/bin/env bash
# Kills the server with -9 again and again while eight clients create payments. Afterwards every acknowledged payment is there
# once, every retry gets the first answer byte for byte, the ledger balances, and replay comes to the same state.
# CLEARHOLD_SEED reruns the same pauses; CLEARHOLD_KILLS says how often.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

command -v curl >/dev/null || {
    echo "install: apt-get install curl"
    exit 77
}

seed=${CLEARHOLD_SEED:-$((RANDOM * 32768 + RANDOM))}
kills=${CLEARHOLD_KILLS:-3}
clients=8
RANDOM=$seed
echo "seed $seed, $kills kills"

port=$((20000 + RANDOM % 10000))
bank_port=$((port + 1))
work=$(mktemp -d)
data=$work/data
server=
finish() {
    touch "$work/stop"
    [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    # The server's PostgreSQL outlives a kill.
    kill -9 "$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

start_server() {
    ./clearhold serve --data "$data" --port "$port" --bank-port "$bank_port" >"$work/banner" 2>"$work/errors" &
    server=$!
    local try
    for try in $(seq 1 600); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "the server did not get ready (try $try):"
    cat "$work/errors"
    exit 1
}

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }

create() { # key, file: prints the status; the body goes into the file
    curl -s -m 10 -o "$2" -w '%{http_code}' -X POST "http://127.0.0.1:$port/v1/payments" \
        -H "Authorization: Bearer $platform_key" -H 'Content-Type: application/json' -H "Idempotency-Key: $1" \
        -d "{\"amount\":1000,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"$1\",\"mode\":\"escrow\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}" || true
}

# One client: a new payment at a time until told to stop; what was acknowledged is kept, what was not is forgotten.
client() {
    local number=$1 n=0 key
    while [ ! -e "$work/stop" ]; do
        n=$((n + 1))
        key=kill-$number-$n
        if [ "$(create "$key" "$work/body.$number")" = 201 ]; then
            mv "$work/body.$number" "$work/acknowledged/$key"
        else
            sleep 0.05
        fi
    done
}

mkdir "$work/acknowledged"
start_server
platform_key=$(setting platform_key)
merchant=$(setting merchant_account)
for number in $(seq 1 $clients); do client "$number" & done

for _ in $(seq 1 "$kills"); do
    sleep "$((RANDOM % 2)).$((RANDOM % 10))"
    sleep 1
    kill -9 "$server"
    wait "$server" 2>/dev/null || true
    start_server
done
touch "$work/stop"
for job in $(jobs -p); do
    [ "$job" = "$server" ] || wait "$job" || true
done

acknowledged=0
failures=0
for body in "$work"/acknowledged/*; do
    key=$(basename "$body")
    acknowledged=$((acknowledged + 1))
    status=$(create "$key" "$work/again")
    if [ "$status" != 201 ] || ! cmp -s "$body" "$work/again"; then
        failures=$((failures + 1))
        printf 'retry of %s: %s\n--- first\n%s\n--- again\n%s\n' "$key" "$status" "$(cat "$body")" "$(cat "$work/again")"
    fi
done
echo "$acknowledged payments were acknowledged, $failures retries differ"

# What was on its way to the bank when the server died is asked about. Five minutes later each payment is collected, once; or it
# certainly never reached the bank, and can be paid again.
curl -s -o "$work/clock" -X POST "http://127.0.0.1:$port/v1/sandbox/clock" -H "Authorization: Bearer $(setting operator_key)" \
    -H 'Content-Type: application/json' -H 'Idempotency-Key: later' -d '{"advance_seconds":300}'
held=0
read_ledger() { curl -s "http://127.0.0.1:$port/v1/$1" -H "Authorization: Bearer $platform_key"; }
for body in "$work"/acknowledged/*; do
    id=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p' "$body")
    payment=$(read_ledger "payments/$id")
    case $payment in
        *'"status":"held"'*'"amount_collected":1000,'*) held=$((held + 1)) ;;
        *'"status":"created"'*'"amount_collected":0,'*'"code":"not_collected"'*) ;;
        *)
            failures=$((failures + 1))
            echo "neither collected once nor known not to be: $payment"
            ;;
    esac
done
balance=$(read_ledger ledger/trial_balance)
debits=$(sed -n 's/.*"debits":\([0-9]*\).*/\1/p' <<<"$balance")
credits=$(sed -n 's/.*"credits":\([0-9]*\).*/\1/p' <<<"$balance")
# The bank keeps books of its own: it collected what the ledger says, to the cent.
bank=$(curl -s "http://127.0.0.1:$bank_port/accounts" | sed -n 's/.*"collected":\([0-9]*\).*/\1/p')
if [ "$bank" != "$debits" ]; then
    failures=$((failures + 1))
    echo "the bank collected $bank, the ledger has $debits"
fi
if [ "$debits" != "$credits" ] || [ "$debits" -lt $((held * 1000)) ]; then
    failures=$((failures + 1))
    echo "the ledger does not add up: $balance"
fi
echo "$held of them are collected, the rest never reached the bank"
head=$(read_ledger ledger/head)
hash=$(sed -n 's/.*"state_hash":"\([^"]*\)".*/\1/p' <<<"$head")
kill -TERM "$server"
wait "$server"
server=
./clearhold replay --verify --data "$data" >"$work/replay" || failures=$((failures + 1))
grep -q "$hash" "$work/replay" || {
    failures=$((failures + 1))
    echo "the server had state hash $hash, replay has:"
    cat "$work/replay"
}
[ "$acknowledged" -gt 0 ] && [ "$failures" -eq 0 ]
