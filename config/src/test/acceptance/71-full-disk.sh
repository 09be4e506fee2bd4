#!/usr/bin/env bash
# A disk that fills up, a real tmpfs of its own: writes are refused before anything is appended, reads go on, and writes are taken again once
# there is room. Needs to be root; skipped elsewhere.
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
mounted=
finish() {
    [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    [ -z "$mounted" ] || umount -l "$mounted" || true
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

member() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

await() { # what is said if it never comes, then the command
    local what=$1
    shift
    for _ in $(seq 1 200); do
        if "$@"; then return; fi
        sleep 0.1
    done
    fail "$what"
}

status_is() { [ "$(get "/v1/payments/$1" | sed 's/.*"status":"\([a-z]*\)".*/\1/')" = "$2" ]; }

mkdir -p "$data/journal"
if ! mount -t tmpfs -o size=400m tmpfs "$data/journal" 2>"$work/mount"; then
    echo "no disk of its own can be mounted here: $(head -n 1 "$work/mount")"
    exit 77
fi
mounted=$data/journal
CLEARHOLD_MASTER_KEY=$(printf '%064d' 7)
export CLEARHOLD_MASTER_KEY CLEARHOLD_ENGINE_DISK_RESERVE=64MiB CLEARHOLD_JOURNAL_PREALLOCATION=1MiB
start_server
auth=$(member platform_key <"$data/sandbox-keys.json")
merchant=$(member merchant_account <"$data/sandbox-keys.json")
pay() { # key: the status
    post "$1" /v1/payments "{\"amount\":900,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"$1\",\"mode\":\"escrow\"}"
}
[ "$(pay full-1)" = 201 ] || fail "no payment: $(cat "$work/answer")"
payment=$(grep -o 'pay_[0-9a-z]*' "$work/answer" | head -n 1)
free_kib() { df -k --output=avail "$data/journal" | tail -n 1; }
dd if=/dev/zero of="$data/journal/filler" bs=1024 count=$(($(free_kib) - 32 * 1024)) status=none
refused() { [ "$(pay full-2)" = 503 ]; }
await "writes go on though the reserve is reached" refused
grep -q '"code":"storage_full"' "$work/answer" || fail "refused with $(cat "$work/answer")"
frames() { curl -s "http://127.0.0.1:$port/metrics" | sed -n 's/^clearhold_engine_watermark \(.*\)/\1/p'; }
before=$(frames)
for _ in $(seq 1 20); do refused || fail "a write was taken: $(cat "$work/answer")"; done
[ "$(frames)" = "$before" ] || fail "something was appended though the reserve is reached"
status_is "$payment" created || fail "reads by id do not go on"
rm "$data/journal/filler"
taken() { [ "$(pay full-2)" = 201 ]; }
await "writes are still refused though there is room" taken
stop_server
./clearhold replay --verify --data "$data" >"$work/replay" || fail "the replay differs: $(cat "$work/replay")"
echo "the full disk: ok"
