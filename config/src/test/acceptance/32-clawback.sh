#!/usr/bin/env bash
# Released money taken back, over the wire: clawbacks from splits, payee, reserve and into debt, and how debt is repaid; refunds that
# fail or come back after they succeeded; chargebacks by the clock, across a kill -9, won, accepted and lost; every line of the bank's statement
# matches, and the books balance.
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
    if [ "$method" = POST ] || [ "$method" = PUT ]; then
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

# balance ACCOUNT MEMBER: what an account has in CNY
balance() {
    expect 200 GET "/v1/accounts/$1/balance"
    field "$2"
}

# has PATH MEMBER EXPECTED: a member of an object by its path
has() {
    expect 200 GET "$1"
    equal "$2 of $1" "$3" "$(field "$2")"
}

# released AMOUNT [MORE MEMBERS]: a payment that is collected and confirmed; sets payment
released() {
    create "$1" escrow "${2:-}"
    pay "$payment" tok_success
    reaches "/v1/payments/$payment" held
    expect 200 POST "/v1/payments/$payment/confirm" '{}'
}

# refund PAYMENT REASON [MORE MEMBERS]; sets refund
refund() {
    expect 201 POST "/v1/payments/$1/refunds" "{\"reason\":\"$2\"${3:-}}"
    refund=$(field id)
}

# charged AMOUNT: a held payment that the bank will charge back; sets payment
charged() {
    create "$1" escrow
    pay "$payment" tok_chargeback
    reaches "/v1/payments/$payment" held
}

# chargeback_of PAYMENT: sets chargeback; lists may lag
chargeback_of() {
    await 30 "the list has the chargeback of $1" listed "/v1/chargebacks?payment=$1"
    chargeback=$(field id)
}

listed() {
    expect 200 GET "$1"
    grep -q '"data":\[{' <<<"$body"
}

payments=()
payouts=()
step "start on an empty folder"
start 0 0
platform=$(secret platform_key)
operator=$(secret operator_key)
merchant=$(secret merchant_account)
buyer=$(secret buyer_account)
key=$platform
expect 201 POST /v1/accounts '{"type":"merchant","name":"Courier"}'
courier=$(field id)

step "a clawback takes its part from the split, the rest from the payee, and what he has paid out is debt"
released 10000 ",\"splits\":[{\"account\":\"$courier\",\"bps\":1000}]"
first=$payment
payout 8000 6222021234567890
refund "$first" "goods came back" ',"amount":5000'
equal "the courier" 500 "$(balance "$courier" available)"
equal "the merchant" 0 "$(balance "$merchant" available)"
equal "the merchant's debt" 3500 "$(balance "$merchant" debt)"
has "/v1/payments/$first" status released
equal "released" 5000 "$(field amount_released)"
equal "refunded" 5000 "$(field amount_refunded)"
expect 200 GET "/v1/payments/$first/story"
grep -q "\"debit\":\"debt:$merchant\",\"credit\":\"outgoing:sandbox\",\"amount\":3500" <<<"$body" || fail "the story lacks the debt"
expect 422 POST "/v1/payments/$first/refunds" '{"reason":"too much","amount":5001}'
equal "code" amount_exceeds_released "$(field code)"

step "whatever he receives repays it first"
released 2000
equal "available" 0 "$(balance "$merchant" available)"
equal "debt" 1500 "$(balance "$merchant" debt)"
expect 200 GET "/v1/payments/$payment/story"
grep -q "\"credit\":\"debt:$merchant\",\"amount\":2000" <<<"$body" || fail "the story lacks the repayment"
released 2500
equal "available" 1000 "$(balance "$merchant" available)"
equal "debt" 0 "$(balance "$merchant" debt)"

step "a rolling reserve is kept back, and gives before there is debt"
expect 200 PUT "/v1/accounts/$merchant/reserve" '{"bps":2000,"days":30}'
equal "reserve of the account" 2000 "$(field bps)"
released 5000
with_reserve=$payment
equal "reserve" 1000 "$(balance "$merchant" reserve)"
equal "available" 5000 "$(balance "$merchant" available)"
payout 5000 6222021234567890
refund "$with_reserve" "half is broken" ',"amount":1200'
equal "reserve" 0 "$(balance "$merchant" reserve)"
equal "debt" 200 "$(balance "$merchant" debt)"
expect 200 PUT "/v1/accounts/$merchant/reserve" '{"bps":0,"days":0}'

step "a refund that comes back after it succeeded goes back the same way"
released 4000
refund "$payment" sandbox_refund_returned ',"amount":3900'
reaches "/v1/refunds/$refund" succeeded
equal "debt before" 100 "$(balance "$merchant" debt)"
advance 120
has "/v1/refunds/$refund" status failed
equal "debt" 0 "$(balance "$merchant" debt)"
equal "available" 3800 "$(balance "$merchant" available)"
has "/v1/payments/$payment" amount_released 4000

step "kill -9 between a collection and its chargeback"
charged 3000
lost=$payment
charged 1700
won=$payment
charged 900
accepted=$payment
kill -9 "$server"
wait "$server" 2>/dev/null
start "${url##*:}" "${bank##*:}"

step "a day later the bank charges back"
advance 86400
for payment in "$lost" "$won" "$accepted"; do
    has "/v1/payments/$payment" status refunded
    equal "held" 0 "$(field amount_held)"
done
has "/v1/payments/$lost" amount_charged_back 3000
expect 409 POST "/v1/payments/$lost/refunds" '{"reason":"again"}'
equal "code" charged_back "$(field code)"

step "evidence wins, acceptance and silence lose"
chargeback_of "$won"
expect 200 POST "/v1/chargebacks/$chargeback/evidence" '{"text":"signed for: we win","files":["proof.pdf"]}'
equal "status" evidence "$(field status)"
won_chargeback=$chargeback
chargeback_of "$accepted"
expect 200 POST "/v1/chargebacks/$chargeback/accept"
equal "status" lost "$(field status)"
expect 409 POST "/v1/chargebacks/$chargeback/evidence" '{"text":"too late"}'
equal "code" chargeback_lost "$(field code)"
chargeback_of "$lost"
advance 86500
has "/v1/chargebacks/$won_chargeback" status won
has "/v1/payments/$won" status held
equal "held again" 1700 "$(field amount_held)"
has "/v1/chargebacks/$chargeback" status opened
advance 604800
has "/v1/chargebacks/$chargeback" status lost

step "each line of the bank's statement matches, and the books balance"
key=$operator
expect 200 GET "/v1/sandbox/bank/statement?channel=sandbox"
cp "$work/body" "$work/statement.xml"
status=$(curl -sS -o "$work/body" -w '%{http_code}' -X POST -H "Authorization: Bearer $operator" -H "Idempotency-Key: statement-1" --data-binary "@$work/statement.xml" "$url/v1/statements?channel=sandbox")
body=$(cat "$work/body")
equal "import" 201 "$status"
equal "breaks" 0 "$(field breaks)"
equal "matched" "$(field lines)" "$(field matched)"
expect 200 GET /v1/ledger/trial_balance
equal "debits and credits" "$(field debits)" "$(field credits)"
for account in in_transit outgoing suspense suspense_out; do
    equal "$account" 0 "$(field "$account")"
done

step "the day of the chargebacks can be proved"
expect 200 GET "/v1/chargebacks/$won_chargeback"
day=$(field created_at)
expect 200 GET "/v1/reconciliations/${day%%T*}"
grep -q '"movement":"chargeback"' <<<"$body" || fail "the day lacks its chargebacks"
equal "status of the day" proved "$(field status)"

step "replay comes to the same state, and decides everything the same"
expect 200 GET /v1/ledger/head
head_hash=$(field state_hash)
kill -TERM "$server"
wait "$server"
server=""
replay=$("$root/clearhold" replay --verify --data "$data") || fail "replay: $replay"
equal "state hash of the replay" "$head_hash" "$(sed -n 's/^state hash *//p' <<<"$replay")"
equal "differences" 0 "$(sed -n 's/^differences *//p' <<<"$replay")"

echo "clawbacks and chargebacks done: $checks checks"
