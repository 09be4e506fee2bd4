#!/usr/bin/env bash
# A server that makes snapshots by itself: killed and started again it goes on from the newest, at the same state; a damaged one is passed
# over; a snapshot of another journal is too; and what was asked before is answered again byte for byte.
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
export CLEARHOLD_DATABASE_ENABLED=false CLEARHOLD_SNAPSHOTS_INTERVAL_FRAMES=40 CLEARHOLD_SNAPSHOTS_CHECK_INTERVAL=200ms

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

kill_server() {
    kill -9 "$server"
    wait "$server" 2>/dev/null || true
    server=
}

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }

fail() {
    echo "$*"
    exit 1
}

pay() { # key
    curl -s -m 20 "http://127.0.0.1:$port/v1/payments" -H "Authorization: Bearer $platform" -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $1" \
        -d "{\"amount\":900,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"$1\",\"mode\":\"escrow\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}"
}

head_of() { # sequence and state hash
    curl -s -m 20 "http://127.0.0.1:$port/v1/ledger/head" -H "Authorization: Bearer $platform" |
        sed 's/.*"sequence":"\([^"]*\)","state_hash":"\([^"]*\)".*/\1 \2/'
}

newest() { find "$data/snapshots" -name '*.snapshot' 2>/dev/null | sort | tail -n 1; }

said() { grep -c "$1" "$data/logs/clearhold.log" || true; }

await_snapshot_after() { # file name
    for _ in $(seq 1 300); do
        [ "$(newest)" = "$1" ] || return 0
        sleep 0.1
    done
    fail "no snapshot was made"
}

start_server
platform=$(setting platform_key)
merchant=$(setting merchant_account)
for i in $(seq 1 20); do pay "snapshot-$i" >"$work/answer-$i"; done
await_snapshot_after ""
first=$(newest)
for i in $(seq 21 40); do pay "snapshot-$i" >"$work/answer-$i"; done
await_snapshot_after "$first"

# Every collection has come, so the head stands still.
before=$(head_of)
for _ in $(seq 1 50); do
    sleep 0.3
    now=$(head_of)
    [ "$now" != "$before" ] || break
    before=$now
done
kill_server
start_server
[ "$(said 'started from the snapshot of sequence')" = 1 ] || fail "the start did not go on from a snapshot"
after=$(head_of)
[ "$before" = "$after" ] || fail "the head was '$before' and is '$after'"
for i in 3 25; do
    pay "snapshot-$i" | cmp -s - "$work/answer-$i" || fail "the retry of snapshot-$i was answered differently"
done

# A damaged snapshot is passed over, and the state is the same.
kill_server
printf 'X' | dd of="$(newest)" bs=1 seek=300 conv=notrunc status=none
start_server
[ "$(said 'is passed over: its bytes are damaged')" -ge 1 ] || fail "a damaged snapshot was not noticed"
[ "$(head_of)" = "$before" ] || fail "the state differs after a damaged snapshot"

# So is one of another journal, which has more frames than this one.
kill_server
kept=$data
data=$work/other
start_server
other=$(setting platform_key)
kill_server
mkdir -p "$data/snapshots"
cp "$kept/snapshots/"*.snapshot "$data/snapshots/"
start_server
[ "$(setting platform_key)" = "$other" ] || fail "the other server has other keys"
[ "$(said 'is passed over: sequence')" -ge 1 ] || fail "a snapshot of another journal was not noticed"
kill_server
data=$kept
./clearhold snapshot --data "$data" >"$work/made"
grep -q '^snapshot of sequence ' "$work/made" || fail "no snapshot by hand: $(cat "$work/made")"
./clearhold replay --verify --data "$data" >"$work/replay"
grep -q "$(echo "$before" | cut -d' ' -f2)" "$work/replay" || fail "the replay comes to another state hash"
echo "snapshots: ok"
