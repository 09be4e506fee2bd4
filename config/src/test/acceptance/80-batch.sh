#!/usr/bin/env bash
# Batches against a real server: mixed operations, an entry that is wrong, a retry byte for byte, the same after kill -9, and eight
# clients that send batches while the server is killed: what was acknowledged is there once.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

command -v curl >/dev/null || {
    echo "install: apt-get install curl"
    exit 77
}

port=$((30000 + RANDOM % 10000))
work=$(mktemp -d)
data=$work/data
server=
clients=
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
    ./clearhold serve --data "$data" --port "$port" --bank-port "$((port + 1))" >"$work/banner" 2>"$work/errors" &
    server=$!
    for _ in $(seq 1 600); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "the server did not get ready:"
    cat "$work/errors"
    exit 1
}

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }

expect() { # what, wanted, found
    [ "$2" = "$3" ] || {
        printf '%s: wanted %s, found %s\n' "$1" "$2" "$3"
        exit 1
    }
}

payment() { # key, amount
    printf '{"idempotency_key":"%s","method":"POST","path":"/v1/payments","body":{"amount":%s,"currency":"CNY","payee":"%s","reference":"%s","mode":"escrow"}}' \
        "$1" "$2" "$merchant" "$1"
}

send() { # file with the batch, file for the answer: prints the status
    curl -s -m 20 -o "$2" -D "$2.head" -w '%{http_code}' "http://127.0.0.1:$port/v1/batch" -H "Authorization: Bearer $platform_key" \
        -H 'Content-Type: application/json' --data-binary "@$1" || true
}

statuses() { grep -o '"status":[0-9]\{3\},"body"' "$1" | grep -o '[0-9]\{3\}' | tr '\n' ' '; }

start_server
platform_key=$(setting platform_key)
merchant=$(setting merchant_account)

# Mixed operations: two that succeed, one of the bank's kind, one bad entry, one that cannot be here.
{
    printf '{"operations":[%s,%s,' "$(payment batch-1 1000)" "$(payment batch-2 0)"
    printf '{"idempotency_key":"batch-3","method":"POST","path":"/v1/accounts","body":{"type":"buyer","name":"Li Na"}},'
    printf '{"idempotency_key":"batch-4","method":"POST","path":"/v1/payments/pay_0000000000000/cancel"},'
    printf '{"idempotency_key":"batch-5","method":"POST","path":"/v1/batch","body":{"operations":[]}},'
    printf '%s,%s]}' "$(payment batch-1 1000)" "$(payment batch-6 1000)"
} >"$work/mixed"
expect "status of the batch" 200 "$(send "$work/mixed" "$work/first")"
expect "statuses of the operations" "201 400 201 404 422 201 201 " "$(statuses "$work/first")"

# A single request with the same key and the same bytes is the same request.
id=$(grep -o '"id":"pay_[^"]*"' "$work/first" | head -n 1)
curl -s -o "$work/alone" -D "$work/alone.head" "http://127.0.0.1:$port/v1/payments" -H "Authorization: Bearer $platform_key" \
    -H 'Content-Type: application/json' -H 'Idempotency-Key: batch-1' \
    -d "{\"amount\":1000,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"batch-1\",\"mode\":\"escrow\"}"
expect "the payment sent alone" "$id" "$(grep -o '"id":"pay_[^"]*"' "$work/alone")"
grep -qi '^idempotency-replayed: true' "$work/alone.head"
grep -qF "{\"status\":201,\"body\":$(cat "$work/alone"),\"sequence\":" "$work/first"

# A malformed envelope changes nothing and names its fault.
printf '{"operations":[%s,{"method":"GET","path":"/v1/payments"}]}' "$(payment never 1000)" >"$work/malformed"
expect "status of a malformed batch" 400 "$(send "$work/malformed" "$work/refused")"
grep -q '"param":"/operations/1/method"' "$work/refused"

# Eight clients send batches of 25; the server is killed with -9 under them.
client() {
    local number=$1 n=0 i
    while [ ! -e "$work/stop" ]; do
        n=$((n + 1))
        {
            printf '{"operations":[%s' "$(payment "kill-$number-$n-0" 1000)"
            for i in $(seq 1 24); do printf ',%s' "$(payment "kill-$number-$n-$i" 1000)"; done
            printf ']}'
        } >"$work/sent/$number-$n"
        if [ "$(send "$work/sent/$number-$n" "$work/answer.$number")" = 200 ]; then
            mv "$work/answer.$number" "$work/acknowledged/$number-$n"
        else
            sleep 0.1
        fi
    done
}
mkdir "$work/sent" "$work/acknowledged"
for number in $(seq 1 8); do
    client "$number" &
    clients="$clients $!"
done
sleep 2
kill -9 "$server"
wait "$server" 2>/dev/null || true
touch "$work/stop"
for job in $clients; do wait "$job" || true; done
start_server

failures=0
check() { # name, batch, first answer
    if [ "$(send "$2" "$work/again")" != 200 ] || ! cmp -s "$3" "$work/again"; then
        failures=$((failures + 1))
        printf '%s: the retry differs\n--- first\n%.2000s\n--- again\n%.2000s\n' "$1" "$(cat "$3")" "$(cat "$work/again")"
    fi
}
# Refusals that are not stored carry the id of the request that they answer.
unstored() { sed 's/"request_id":"req_[^"]*"/"request_id":""/g' "$1"; }
expect "status of the mixed batch after the restart" 200 "$(send "$work/mixed" "$work/again")"
expect "the mixed batch after the restart" "$(unstored "$work/first")" "$(unstored "$work/again")"
acknowledged=0
for first in "$work"/acknowledged/*; do
    acknowledged=$((acknowledged + 1))
    check "batch $(basename "$first")" "$work/sent/$(basename "$first")" "$first"
done
# What was not acknowledged happens now, or happened then: each payment once.
for sent in "$work"/sent/*; do
    expect "status of $(basename "$sent")" 200 "$(send "$sent" "$work/again")"
    expect "statuses of $(basename "$sent")" "$(printf '201 %.0s' $(seq 1 25))" "$(statuses "$work/again")"
    grep -o '"id":"pay_[^"]*"' "$work/again" >>"$work/ids"
done
expect "payments that have two keys" 0 "$(sort "$work/ids" | uniq -d | wc -l)"
echo "$acknowledged batches of 25 were acknowledged before the kill, $failures retries differ"

kill -TERM "$server"
wait "$server" || true
server=
./clearhold replay --verify --data "$data" >"$work/replay"
[ "$acknowledged" -gt 0 ] && [ "$failures" -eq 0 ]
