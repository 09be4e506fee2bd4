#!/usr/bin/env bash
# The main job, over the wire, on an empty data folder: pay in every way that the sandbox bank knows, ship, confirm,
# refund, cancel, expire, pay out; then kill -9, start again, and find everything as it was.
# Needs bash, curl, grep and sed. Takes free ports. Exits with 77 if something is missing.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
if ! command -v curl >/dev/null; then
    echo "install: apt-get install curl"
    exit 77
fi

work=$(mktemp -d)
data=$work/data
server=""
checks=0

finish() {
    local code=$?
    [ -n "$server" ] && kill -9 "$server" 2>/dev/null
    if [ "$code" -ne 0 ]; then
        echo "-- standard output and error of the server"
        tail -n 20 "$work"/serve.*.out "$work"/serve.*.err 2>/dev/null
        echo "-- end of its log"
        tail -n 20 "$data/logs/clearhold.log" 2>/dev/null
    fi
    # The server's PostgreSQL outlives a kill.
    kill -9 "$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null)" 2>/dev/null
    rm -rf "$work"
    exit "$code"
}
trap finish EXIT

fail() {
    echo "FAILED: $*" >&2
    [ -n "${status:-}" ] && echo "last answer: $status $body" >&2
    exit 1
}

# equal WHAT EXPECTED ACTUAL
equal() {
    checks=$((checks + 1))
    [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"
}

step() {
    echo "- $*"
}

# await SECONDS WHAT COMMAND…: until the command succeeds
await() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $until ] || fail "waited in vain: $what"
        sleep 0.1
    done
}

# call METHOD PATH [BODY]: sets status and body; the key in $key, an idempotency key of its own unless $idempotency is set
counter=0
call() {
    local method=$1 path=$2 content=${3:-}
    counter=$((counter + 1))
    local options=(-sS --max-time 120 -o "$work/body" -D "$work/head" -w '%{http_code}' -X "$method" -H "Authorization: Bearer $key")
    if [ "$method" = POST ]; then
        options+=(-H "Content-Type: application/json" -H "Idempotency-Key: ${idempotency:-job-$$-$counter}" --data-binary "${content:-{\}}")
    fi
    status=$(curl "${options[@]}" "$url$path") || fail "$method $path: no answer"
    body=$(cat "$work/body")
}

# expect STATUS METHOD PATH [BODY]
expect() {
    local expected=$1
    shift
    call "$@"
    equal "$1 $2" "$expected" "$status"
}

# field NAME: the first member of this name in the last answer, text or number
field() {
    grep -o "\"$1\":\(\"[^\"]*\"\|[-0-9]*\|null\|true\|false\)" <<<"$body" | head -n 1 | sed 's/^"[^"]*"://; s/^"\(.*\)"$/\1/'
}

listening() {
    grep -q "is ready" "$work/serve.$run.out" || { kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/serve.$run.err")"; false; }
}

ready() {
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$url/readyz")" = 200 ]
}

run=0
# start PORT BANK_PORT
start() {
    run=$((run + 1))
    : >"$work/serve.$run.out"
    "$root/clearhold" serve --data "$data" --port "$1" --bank-port "$2" >"$work/serve.$run.out" 2>"$work/serve.$run.err" &
    server=$!
    await 300 "the server's banner" listening
    url=$(sed -n 's/^ *API *\(http[^ ]*\)$/\1/p' "$work/serve.$run.out")
    bank=$(sed -n 's/^ *Sandbox bank *\(http[^ ]*\)$/\1/p' "$work/serve.$run.out")
    await 30 "readyz" ready
}

secret() {
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"
}

# create AMOUNT MODE [MORE MEMBERS]: a payment of the merchant; sets payment
create() {
    counter=$((counter + 1))
    expect 201 POST /v1/payments "{\"amount\":$1,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"payer\":\"$buyer\",\"mode\":\"$2\",\"reference\":\"job-$counter\"${3:-}}"
    payment=$(field id)
    equal "status of a new payment" created "$(field status)"
    payments+=("$payment")
}

# pay PAYMENT TOKEN
pay() {
    expect 200 POST "/v1/payments/$1/pay" "{\"method\":{\"channel\":\"sandbox\",\"token\":\"$2\"}}"
    equal "status after pay $2" pending "$(field status)"
}

is() {
    expect 200 GET "$1"
    [ "$(field status)" = "$2" ]
}

# reaches PATH STATUS
reaches() {
    await 30 "$1 becomes $2" is "$1" "$2"
    checks=$((checks + 1))
}

# advance SECONDS: the operator moves logged time
advance() {
    local before=$key
    key=$operator
    expect 200 POST /v1/sandbox/clock "{\"advance_seconds\":$1}"
    key=$before
}

# payout AMOUNT NUMBER: to a bank account with this number; sets payout
payout() {
    expect 201 POST /v1/payouts "{\"account\":\"$merchant\",\"amount\":$1,\"currency\":\"CNY\",\"destination\":{\"holder\":\"Sandbox Merchant\",\"number\":\"$2\",\"bank\":\"Sandbox Bank\",\"scheme\":\"sandbox\"}}"
    payout=$(field id)
    payouts+=("$payout")
}

# everything that can be read, in one text
snapshot() {
    local id
    for id in "${payments[@]}"; do
        expect 200 GET "/v1/payments/$id"
        echo "$body"
    done
    for id in "${payouts[@]}"; do
        expect 200 GET "/v1/payouts/$id"
        echo "$body"
    done
    expect 200 GET "/v1/accounts/$merchant/balance"
    echo "$body"
    expect 200 GET "/v1/accounts/$buyer/balance"
    echo "$body"
    key=$operator
    expect 200 GET /v1/ledger/trial_balance
    echo "$body"
    expect 200 GET /v1/ledger/head
    # Sequence, state hash and root; a head is signed anew each time it is asked for.
    sed 's/"signed_at".*//' <<<"$body"
    key=$platform
}

balanced() {
    key=$operator
    expect 200 GET /v1/ledger/trial_balance
    key=$platform
    equal "debits and credits" "$(field debits)" "$(field credits)"
    [ "$(field debits)" -gt 0 ] || fail "nothing was posted"
}

payments=() payouts=()

step "start on an empty folder"
start 0 0
platform=$(secret platform_key) operator=$(secret operator_key)
merchant=$(secret merchant_account) buyer=$(secret buyer_account)
key=$platform
equal "mode of sandbox-keys.json" 600 "$(stat -c %a "$data/sandbox-keys.json" 2>/dev/null || stat -f %Lp "$data/sandbox-keys.json")"
grep -qF "$platform" "$work/serve.1.out" || fail "the banner does not show the platform key"
step "the banner's first payment works when pasted"
sed -n '/^ *curl -s/,/tok_success/p' "$work/serve.1.out" >"$work/first.sh"
body=$(bash "$work/first.sh") status="pasted"
equal "the pasted payment" pending "$(field status)"
payments+=("$(field id)")

step "pay in every way"
create 10000 escrow; in_parts=$payment; idempotency=pay-once pay "$in_parts" tok_success
cp "$work/body" "$work/first-answer"; first_status=$status
create 2000 escrow; declined=$payment; pay "$declined" tok_decline
create 3000 escrow; slow=$payment; pay "$slow" tok_slow
create 4000 escrow; timeout=$payment; pay "$timeout" tok_timeout
create 5000 escrow; lost=$payment; pay "$lost" tok_timeout_lost
create 6000 escrow; duplicate=$payment; pay "$duplicate" tok_duplicate
create 7000 escrow; early=$payment; pay "$early" tok_callback_first
create 8000 direct; direct=$payment; pay "$direct" tok_success
for each in "$in_parts" "$slow" "$duplicate" "$early"; do reaches "/v1/payments/$each" held; done
reaches "/v1/payments/$direct" released
reaches "/v1/payments/$declined" created
grep -q '"last_payment_error":{' <<<"$body" || fail "no last_payment_error after a decline"
pay "$declined" tok_success
reaches "/v1/payments/$declined" held
step "an unknown outcome is asked about, never assumed"
advance 600
reaches "/v1/payments/$timeout" held
reaches "/v1/payments/$lost" created
equal "collected of what was lost" 0 "$(field amount_collected)"
reaches "/v1/payments/$duplicate" held
equal "collected once, called back twice" 6000 "$(field amount_collected)"

step "ship, confirm in two parts"
expect 200 POST "/v1/payments/$in_parts/ship" '{"carrier":"SF","tracking_number":"SF1"}'
equal "status after ship" shipped "$(field status)"
expect 200 POST "/v1/payments/$in_parts/confirm" '{"amount":4000}'
equal "status after a part" shipped "$(field status)"
equal "released part" 4000 "$(field amount_released)"
expect 200 POST "/v1/payments/$in_parts/confirm"
equal "status after the rest" released "$(field status)"
expect 409 POST "/v1/payments/$in_parts/confirm"
equal "code of one confirm too many" already_released "$(field code)"

step "a deadline confirms for a silent buyer"
expect 200 POST "/v1/payments/$slow/ship"
advance 864001
reaches "/v1/payments/$slow" released

step "refund, cancel, expire"
expect 422 POST "/v1/payments/$declined/refunds" '{"amount":2001,"reason":"too much"}'
equal "code of too much" amount_exceeds_held "$(field code)"
expect 201 POST "/v1/payments/$declined/refunds" '{"reason":"out of stock"}'
refund=$(field id)
reaches "/v1/payments/$declined" refunded
refunded() { expect 200 GET "/v1/refunds/$refund"; [ "$(field status)" = succeeded ]; }
await 30 "the refund succeeds" refunded
create 1100 escrow; expect 200 POST "/v1/payments/$payment/cancel"
equal "status after cancel" canceled "$(field status)"
create 1200 escrow; expiring=$payment
advance 1300000
reaches "/v1/payments/$expiring" expired
expect 409 POST "/v1/payments/$expiring/pay" '{"method":{"channel":"sandbox","token":"tok_success"}}'
equal "code of paying what expired" payment_expired "$(field code)"

step "pay out: to an account that works, that fails, that returns, that times out"
expect 200 GET "/v1/accounts/$merchant/balance"
equal "available before payouts" 21000 "$(field available)"
payout 1000 6222020000009999; reaches "/v1/payouts/$payout" paid
payout 1001 6222020000000001; reaches "/v1/payouts/$payout" failed
payout 1002 6222020000000002
advance 3600
reaches "/v1/payouts/$payout" returned
payout 1003 6222020000000003
advance 3600
reaches "/v1/payouts/$payout" paid
expect 200 GET "/v1/accounts/$merchant/balance"
equal "available after payouts" 18997 "$(field available)"
expect 422 POST /v1/payouts "{\"account\":\"$merchant\",\"amount\":99999999,\"currency\":\"CNY\"}"
equal "code of too large a payout" insufficient_balance "$(field code)"

step "from a wallet"
expect 201 POST /v1/payments "{\"amount\":500,\"currency\":\"CNY\",\"payee\":\"$buyer\",\"payer\":\"$merchant\",\"mode\":\"direct\",\"reference\":\"wallet\"}"
payment=$(field id); payments+=("$payment")
expect 200 POST "/v1/payments/$payment/pay" "{\"method\":{\"wallet\":\"$merchant\"}}"
equal "status of a direct payment from a wallet" released "$(field status)"
balanced

step "a second server on the same folder is refused"
second=$("$root/clearhold" serve --data "$data" --port 0 --bank-port 0 2>&1 >/dev/null)
equal "its exit code" 1 $?
grep -qF "$data is in use by process $(cat "$data/lock")" <<<"$second" || fail "it says: $second"

step "kill -9, start again: everything as it was"
snapshot >"$work/before" || exit 1
kill -9 "$server"
wait "$server" 2>/dev/null
start "${url##*:}" "${bank##*:}"
grep -qF "$platform" "$work/serve.2.out" || fail "the second start shows other keys"
snapshot >"$work/after" || exit 1
cmp "$work/before" "$work/after" || { diff "$work/before" "$work/after"; fail "the state differs after kill -9"; }
balanced

step "a retry gets the first answer, byte for byte"
idempotency=pay-once call POST "/v1/payments/$in_parts/pay" '{"method":{"channel":"sandbox","token":"tok_success"}}'
equal "status of the retry" "$first_status" "$status"
cmp "$work/first-answer" "$work/body" || fail "the retry differs"
grep -qi '^idempotency-replayed: true' "$work/head" || fail "the retry does not say that it is one"

step "stop in order"
key=$operator
expect 200 GET /v1/ledger/head
head_hash=$(field state_hash)
began=$SECONDS
kill -TERM "$server"
wait "$server"
equal "exit code after SIGTERM" 0 $?
server=""
[ $((SECONDS - began)) -lt 30 ] || fail "the stop took $((SECONDS - began)) s"
grep -q "stopped at sequence" "$work/serve.2.out" || fail "it does not say that it stopped"

step "replay comes to the same state, and decides everything the same"
replay=$("$root/clearhold" replay --verify --data "$data") || fail "replay: $replay"
equal "state hash of the replay" "$head_hash" "$(sed -n 's/^state hash *//p' <<<"$replay")"
equal "differences" 0 "$(sed -n 's/^differences *//p' <<<"$replay")"

echo "main job done: $checks checks"
