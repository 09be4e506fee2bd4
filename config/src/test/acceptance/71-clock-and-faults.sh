#!/usr/bin/env bash
# A production server that was down for hours fires no deadline of a payment before an operator accepts the clock, over restarts too. The
# journal of another server is refused in one sentence.
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
finish() {
    [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
export CLEARHOLD_DATABASE_ENABLED=false

fail() {
    echo "$*"
    [ ! -s "$work/errors" ] || cat "$work/errors"
    exit 1
}

start_server() {
    ./clearhold serve --data "$data" --port "$port" --bank-port "$((port + 1))" >"$work/banner" 2>"$work/errors" &
    server=$!
    for _ in $(seq 1 600); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    fail "the server did not get ready"
}

stop_server() {
    kill "$server"
    wait "$server" || fail "the server did not stop in order"
    server=
}

post() { # key path body, by $auth: the status, and the answer in $work/answer
    curl -s -m 20 -o "$work/answer" -w '%{http_code}' "http://127.0.0.1:$port$2" -H "Authorization: Bearer $auth" \
        -H 'Content-Type: application/json' -H "Idempotency-Key: $1" -d "$3"
}

get() { curl -s -m 20 "http://127.0.0.1:$port$1" -H "Authorization: Bearer $auth"; }

await() { # what is said if it never comes, then the command
    local what=$1
    shift
    for _ in $(seq 1 200); do
        if "$@"; then return; fi
        sleep 0.1
    done
    fail "$what"
}

degraded() { curl -s "http://127.0.0.1:$port/readyz" | grep -q '"clock":{"status":"degraded"'; }
status_is() { [ "$(get "/v1/payments/$1" | sed 's/.*"status":"\([a-z]*\)".*/\1/')" = "$2" ]; }

# The clock.
export CLEARHOLD_MODE=production
CLEARHOLD_MASTER_KEY=$(printf '%064d' 7)
export CLEARHOLD_MASTER_KEY
start_server
./clearhold keys create --role platform --data "$data" >"$work/platform"
./clearhold keys create --role operator --person ops --data "$data" >"$work/operator"
platform=$(grep -o 'sk_[0-9a-zA-Z_]*' "$work/platform" | head -n 1)
operator=$(grep -o 'ok_[0-9a-zA-Z_]*' "$work/operator" | head -n 1)
auth=$platform
[ "$(post account /v1/accounts '{"type":"merchant","name":"Clock"}')" = 201 ] || fail "no account: $(cat "$work/answer")"
merchant=$(grep -o 'acc_[0-9a-z]*' "$work/answer" | head -n 1)
pay_by=$(date -u -d '+4 seconds' +%Y-%m-%dT%H:%M:%S.000Z)
[ "$(post payment /v1/payments "{\"amount\":900,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"clock-1\",\"mode\":\"escrow\",\"pay_by\":\"$pay_by\"}")" = 201 ] ||
    fail "no payment: $(cat "$work/answer")"
payment=$(grep -o 'pay_[0-9a-z]*' "$work/answer" | head -n 1)
stop_server
# As if nobody had served for two hours: the mark says when somebody last did.
now_ms=$(($(date +%s) * 1000))
read -r wall plain <"$data/journal/clock.mark" || fail "no clock.mark"
[ $((now_ms - wall)) -lt 60000 ] || fail "clock.mark is $((now_ms - wall)) ms old"
echo "$((wall - 7200000)) $plain" >"$data/journal/clock.mark"
start_server
await "readiness does not name the clock" degraded
sleep 4
status_is "$payment" created || fail "a deadline fired while the clock was held: $(get "/v1/payments/$payment")"
[ "$(post accept-0 /v1/ledger/clock/accept '{}')" = 403 ] || fail "a platform accepted the clock: $(cat "$work/answer")"
stop_server
start_server
await "a restart accepted the clock" degraded
auth=$operator
get /v1/ledger/clock | grep -q '"status":"held".*"reason":"down"' || fail "the clock: $(get /v1/ledger/clock)"
status_is "$payment" created || fail "a deadline fired after a restart"
[ "$(post accept-1 /v1/ledger/clock/accept '{"note":"we moved"}')" = 200 ] || fail "not accepted: $(cat "$work/answer")"
cp "$work/answer" "$work/accepted"
await "the deadline does not fire once the clock is accepted" status_is "$payment" expired
! degraded || fail "readiness still names the clock"
[ "$(post accept-1 /v1/ledger/clock/accept '{"note":"we moved"}')" = 200 ] || fail "the retry: $(cat "$work/answer")"
cmp -s "$work/answer" "$work/accepted" || fail "the retry was answered differently"
[ "$(post accept-2 /v1/ledger/clock/accept '{}')" = 409 ] || fail "accepted twice: $(cat "$work/answer")"
grep -q '"code":"clock_not_held"' "$work/answer" || fail "accepted twice: $(cat "$work/answer")"
stop_server
./clearhold replay --verify --data "$data" >"$work/replay" || fail "the replay differs: $(cat "$work/replay")"
unset CLEARHOLD_MODE

# The journal of another server.
other=$work/other
mkdir -p "$other"
cp -r "$data/journal" "$other/journal"
CLEARHOLD_MASTER_KEY=$(printf '%064d' 8) ./clearhold serve --data "$other" --port "$port" --bank-port "$((port + 1))" >"$work/out" 2>"$work/errors" &&
    fail "a server started on the journal of a production server"
grep -q "belongs to a production server" "$work/errors" || fail "not the sentence that was expected"
[ "$(wc -l <"$work/errors")" -le 2 ] || fail "more than a sentence"
CLEARHOLD_MODE=production CLEARHOLD_MASTER_KEY=$(printf '%064d' 8) \
    ./clearhold serve --data "$other" --port "$port" >"$work/out" 2>"$work/errors" && fail "a server started under another master key"
grep -q "this master key is not the one" "$work/errors" || fail "not the sentence that was expected"
unset CLEARHOLD_MASTER_KEY

echo "the clock: ok"
