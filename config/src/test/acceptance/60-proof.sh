#!/usr/bin/env bash
# Checks the ledger as an outsider would: head, proof, consistency and receipt by a verifier of its own (Python), after a restart
# too; the journal by `journal verify`; and that one changed byte, its checksum mended, is found.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

command -v curl >/dev/null || {
    echo "install: apt-get install curl"
    exit 77
}

port=$((20000 + RANDOM % 10000))
bank_port=$((port + 1))
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

fail() {
    echo "FAILED: $*"
    exit 1
}

start_server() {
    ./clearhold serve --data "$data" --port "$port" --bank-port "$bank_port" >"$work/banner" 2>"$work/errors" &
    server=$!
    for _ in $(seq 1 600); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/errors"
    fail "the server did not get ready"
}

stop_server() {
    kill -TERM "$server"
    wait "$server" || fail "the server did not stop in order"
    server=
}

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }
member() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$2"; }

read_to() { # file, path, key: the answer must be 200
    local status
    status=$(curl -s -m 10 -o "$1" -w '%{http_code}' "http://127.0.0.1:$port/v1/$2" -H "Authorization: Bearer $3")
    [ "$status" = 200 ] || fail "$2: $status $(cat "$1")"
}

create() { # reference: prints the answer's head; the body goes to $work/payment
    curl -s -m 10 -o "$work/payment" -D - -X POST "http://127.0.0.1:$port/v1/payments" \
        -H "Authorization: Bearer $platform_key" -H 'Content-Type: application/json' -H "Idempotency-Key: $1" \
        -H 'Clearhold-Receipt: 1' -d "$(body "$1")" | tr -d '\r'
}
body() { printf '{"amount":1000,"currency":"CNY","payee":"%s","reference":"%s","mode":"escrow"}' "$merchant" "$1"; }

start_server
platform_key=$(setting platform_key)
operator_key=$(setting operator_key)
merchant=$(setting merchant_account)
for n in $(seq 1 10); do create "proof-$n" >"$work/answer"; done
read_to "$work/head-1" ledger/head "$platform_key"
create proof-11 >"$work/answer"
receipt=$(sed -n 's/^Clearhold-Receipt: //p' "$work/answer")
[ -n "$receipt" ] || fail "no receipt: $(cat "$work/answer")"
create proof-11 >"$work/again"
grep -q "^Clearhold-Receipt: $receipt$" "$work/again" || fail "a retry has another receipt: $(cat "$work/again")"
body proof-11 >"$work/request"

./clearhold keys signing --data "$data" >"$work/keys"
key=$(sed -n 's/^public key  //p' "$work/keys")
curl -s "http://127.0.0.1:$port/v1/ledger/keys" | grep -qF "\"public_key\":\"$key\"" || fail "two public keys: $(cat "$work/keys")"

gather() { # a name: what an outsider asks for
    read_to "$work/head-$1" ledger/head "$platform_key"
    sequence=${receipt##*/}
    read_to "$work/proof-$1" "ledger/proofs/$sequence?tree_size=$(member tree_size "$work/head-$1")" "$platform_key"
    read_to "$work/growth-$1" "ledger/consistency?from=$(member tree_size "$work/head-1")&to=$(member tree_size "$work/head-$1")" "$platform_key"
    read_to "$work/receipt-$1" "${receipt#/v1/}" "$platform_key"
}

gather 2
status=$(curl -s -o "$work/other" -w '%{http_code}' "http://127.0.0.1:$port$receipt" -H "Authorization: Bearer $operator_key")
[ "$status" = 404 ] || fail "another realm may read the receipt: $status"
stop_server
start_server
create proof-12 >"$work/answer"
gather 3
stop_server
echo "head, proof, growth and receipt were given, also after a restart"

if command -v python3 >/dev/null; then
    for n in 2 3; do
        python3 config/src/test/acceptance/60-verifier.py "$work/head-1" "$work/head-$n" "$work/proof-$n" "$work/growth-$n" \
            "$work/receipt-$n" "$work/request" "$key"
    done
else
    echo "no python3: the verifier of the outsider was left out"
fi

verify() { # data folder, what follows: the exit code and the text
    local code=0
    ./clearhold journal verify --data "$1" --key "$key" "${@:2}" >"$work/verdict" 2>&1 || code=$?
    echo "$code"
}

copy=$work/copy
mkdir "$copy"
cp -r "$data/journal" "$copy/journal"
[ "$(verify "$copy" --head "$work/head-3")" = 0 ] || fail "a good journal is not verified: $(cat "$work/verdict")"
grep -q '^verified' "$work/verdict" || fail "no verdict: $(cat "$work/verdict")"
[ "$(verify "$data")" = 0 ] || fail "a good journal is not verified by its own head: $(cat "$work/verdict")"

sed 's/"state_hash":"./"state_hash":"g/' "$work/head-3" >"$work/forged-head"
[ "$(verify "$copy" --head "$work/forged-head")" = 1 ] || fail "a forged head is believed: $(cat "$work/verdict")"

if command -v python3 >/dev/null; then
    python3 config/src/test/acceptance/60-forger.py "$copy"/journal/*.cq4 "$(member sequence "$work/head-1")"
    [ "$(verify "$copy" --head "$work/head-3")" = 1 ] || fail "a changed byte is not found: $(cat "$work/verdict")"
    grep -q 'sequence' "$work/verdict" || fail "no sequence is named: $(cat "$work/verdict")"
    cp -r "$data/audit" "$copy/audit"
    [ "$(verify "$copy" --head "$work/head-3")" = 1 ] || fail "a changed byte is not found beside the tree: $(cat "$work/verdict")"
    grep -q "the frame at sequence $(member sequence "$work/head-1") is not the one" "$work/verdict" || fail "the frame is not named: $(cat "$work/verdict")"
    grep 'the frame at' "$work/verdict"
fi
echo "the journal is verified, a changed byte is found"
