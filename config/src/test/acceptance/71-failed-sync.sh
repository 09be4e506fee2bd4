#!/usr/bin/env bash
# A sync that fails (strace makes every msync fail with EIO): nothing more is acknowledged, writes and reads by id answer 503, lists are still
# served from PostgreSQL. Without the fault a restart recovers: what was acknowledged is there, and a retry of what was not gets its answer.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

for tool in curl strace; do
    command -v $tool >/dev/null || {
        echo "install: apt-get install $tool"
        exit 77
    }
done

port=$((30000 + RANDOM % 10000))
work=$(mktemp -d)
data=$work/data
server=
tracer=
finish() {
    [ -z "$tracer" ] || kill "$tracer" 2>/dev/null || true
    [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
    if [ -f "$data/postgres/data/postmaster.pid" ]; then
        kill "$(head -n 1 "$data/postgres/data/postmaster.pid")" 2>/dev/null || true
    fi
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "$*"
    [ ! -s "$work/errors" ] || tail -n 20 "$work/errors"
    exit 1
}

start_server() {
    ./clearhold serve --data "$data" --port "$port" --bank-port "$((port + 1))" >"$work/banner" 2>"$work/errors" &
    server=$!
    for _ in $(seq 1 900); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    fail "the server did not get ready"
}

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }

pay() { # key: the status, and the answer in $work/answer
    curl -s -m 20 -o "$work/answer" -w '%{http_code}' "http://127.0.0.1:$port/v1/payments" -H "Authorization: Bearer $platform" \
        -H 'Content-Type: application/json' -H "Idempotency-Key: $1" \
        -d "{\"amount\":900,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"$1\",\"mode\":\"escrow\"}"
}

get() { # path: the status, and the answer in $work/got
    curl -s -m 20 -o "$work/got" -w '%{http_code}' "http://127.0.0.1:$port$1" -H "Authorization: Bearer $platform"
}

start_server
platform=$(setting platform_key)
merchant=$(setting merchant_account)
[ "$(pay sync-1)" = 201 ] || fail "no payment: $(cat "$work/answer")"
cp "$work/answer" "$work/acknowledged"
payment=$(grep -o 'pay_[0-9a-z]*' "$work/answer" | head -n 1)
for _ in $(seq 1 300); do
    [ "$(get "/v1/payments?reference=sync-1")" = 200 ] && grep -q "$payment" "$work/got" && break
    sleep 0.1
done
grep -q "$payment" "$work/got" || fail "the view never showed the payment: $(cat "$work/got")"

strace -f -p "$server" -e trace=msync,fdatasync,fsync -e inject=msync,fdatasync,fsync:error=EIO -o "$work/trace" 2>"$work/strace" &
tracer=$!
for _ in $(seq 1 100); do
    grep -q attached "$work/strace" && break
    kill -0 "$tracer" 2>/dev/null || {
        echo "strace cannot trace here: $(head -n 1 "$work/strace")"
        exit 77
    }
    sleep 0.1
done

status=$(pay sync-2)
[ "$status" = 503 ] || fail "a write whose sync failed was answered with $status: $(cat "$work/answer")"
grep -q '"code":"outcome_unknown"' "$work/answer" || fail "a write whose sync failed: $(cat "$work/answer")"
[ "$(pay sync-3)" = 503 ] || fail "a write after the failure: $(cat "$work/answer")"
grep -q '"code":"unavailable"' "$work/answer" || fail "a write after the failure: $(cat "$work/answer")"
[ "$(get "/v1/payments/$payment")" = 503 ] || fail "a read by id after the failure: $(cat "$work/got")"
[ "$(get /v1/payments)" = 200 ] || fail "lists are not served any more: $(cat "$work/got")"
grep -q "$payment" "$work/got" || fail "the list lost the payment: $(cat "$work/got")"
! grep -q sync-2 "$work/got" || fail "the view shows what was never durable"
[ "$(get /readyz)" = 503 ] || fail "it still says that it is ready"
grep -q '"ledger":{"status":"not_ready"' "$work/got" || fail "readyz does not name the ledger: $(cat "$work/got")"
grep -q EIO "$work/trace" || fail "no sync failed at all"

kill "$tracer"
wait "$tracer" 2>/dev/null || true
tracer=
kill -9 "$server"
wait "$server" 2>/dev/null || true
server=
kill "$(head -n 1 "$data/postgres/data/postmaster.pid")" 2>/dev/null || true
start_server
[ "$(pay sync-1)" = 201 ] || fail "what was acknowledged is gone: $(cat "$work/answer")"
cmp -s "$work/answer" "$work/acknowledged" || fail "what was acknowledged is answered differently"
[ "$(pay sync-2)" = 201 ] || fail "the retry of what was not acknowledged: $(cat "$work/answer")"
[ "$(pay sync-3)" = 201 ] || fail "the retry of what was refused: $(cat "$work/answer")"
echo "the failed sync: ok"
