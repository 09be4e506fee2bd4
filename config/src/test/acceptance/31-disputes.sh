#!/usr/bin/env bash
# Disputes over the wire: freezing, evidence, a rejection that is escalated and ends in an award of 1500/500, a return, silence, and the
# deadline that stands still meanwhile; kill -9 in the middle of an open dispute; replay decides the same.
# Needs bash, curl, grep and sed. Takes free ports. Exits with 77 if something is missing. CLEARHOLD names another command than ./clearhold.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
clearhold=${CLEARHOLD:-$root/clearhold}
if ! command -v curl >/dev/null; then
    echo "install: apt-get install curl"
    exit 77
fi
cd "$root"
work=$(mktemp -d)
data=$work/data
server=""
checks=0

finish() {
    local code=$?
    [ -n "$server" ] && kill -9 "$server" 2>/dev/null
    [ "$code" -eq 0 ] || tail -n 20 "$work"/serve.*.err "$data/logs/clearhold.log" 2>/dev/null
    # The server's PostgreSQL outlives a kill.
    kill -9 "$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null)" 2>/dev/null
    rm -rf "$work"
    exit "$code"
}
trap finish EXIT

fail() {
    echo "FAILED: $*" >&2
    echo "last answer: ${status:-} ${body:-}" >&2
    exit 1
}

# equal WHAT EXPECTED ACTUAL
equal() {
    checks=$((checks + 1))
    [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"
}

counter=0
# expect STATUS METHOD PATH [BODY]: as $header, with an idempotency key of its own unless $idempotency is set
expect() {
    local expected=$1 method=$2 path=$3 content=${4:-}
    counter=$((counter + 1))
    local options=(-sS --max-time 120 -o "$work/body" -w '%{http_code}' -X "$method" -H "$header")
    if [ "$method" = POST ]; then
        options+=(-H "Content-Type: application/json" -H "Idempotency-Key: ${idempotency:-dispute-$$-$counter}" --data-binary "${content:-{\}}")
    fi
    status=$(curl "${options[@]}" "$url$path") || fail "$method $path: no answer"
    body=$(cat "$work/body")
    equal "$method $path" "$expected" "$status"
}

# field NAME: the first member of this name in the last answer, text or number
field() {
    grep -o "\"$1\":\(\"[^\"]*\"\|[-0-9]*\|null\|true\|false\)" <<<"$body" | head -n 1 | sed 's/^"[^"]*"://; s/^"\(.*\)"$/\1/'
}

has() {
    checks=$((checks + 1))
    grep -q -- "$1" <<<"$body" || fail "no $1 in the answer"
}

# await SECONDS WHAT COMMAND…
await() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $until ] || fail "waited in vain: $what"
        sleep 0.1
    done
}

ready() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$url/readyz")" = 200 ]; }
listening() { grep -q "is ready" "$work/serve.$run.out" || { kill -0 "$server" 2>/dev/null || fail "the server ended"; false; }; }

run=0
start() {
    run=$((run + 1))
    : >"$work/serve.$run.out"
    $clearhold serve --data "$data" --port 0 --bank-port 0 >"$work/serve.$run.out" 2>"$work/serve.$run.err" &
    server=$!
    await 300 "the server's banner" listening
    url=$(sed -n 's/^ *API *\(http[^ ]*\)$/\1/p' "$work/serve.$run.out")
    await 30 "readyz" ready
}

secret() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }
as() { header="Authorization: Bearer $(secret "$1")"; }
advance() {
    as operator_key
    expect 200 POST /v1/sandbox/clock "{\"advance_seconds\":$1}"
    as platform_key
}

# shipped AMOUNT: a payment that was paid by a guest and shipped; sets payment and payer_secret
shipped() {
    as platform_key
    expect 201 POST /v1/payments "{\"amount\":$1,\"currency\":\"CNY\",\"mode\":\"escrow\",\"payee\":\"$merchant\",\"reference\":\"dispute-$counter\"}"
    payment=$(field id)
    expect 200 POST "/v1/payments/$payment/pay" '{"method":{"channel":"sandbox","token":"tok_success"}}'
    payer_secret=$(field payer_secret)
    await 30 "collected" held
    expect 200 POST "/v1/payments/$payment/ship" '{"carrier":"SF"}'
}
held() {
    expect 200 GET "/v1/payments/$payment"
    [ "$(field status)" = held ]
}

# payment_is NAME VALUE…
payment_is() {
    as platform_key
    expect 200 GET "/v1/payments/$payment"
    while [ $# -gt 0 ]; do
        equal "$1 of the payment" "$2" "$(field "$1")"
        shift 2
    done
}

start
merchant=$(secret merchant_account)

echo "- a guest disputes 2000 of 5000 with his secret; all of that is frozen and nothing else"
shipped 5000
before=$(field auto_confirm_at)
header="Clearhold-Client-Secret: $payer_secret"
expect 422 POST "/v1/payments/$payment/disputes" '{"amount":5001,"reason":"too much"}'
equal "code" amount_exceeds_held "$(field code)"
idempotency=open-once
expect 201 POST "/v1/payments/$payment/disputes" '{"amount":2000,"reason":"two of five are broken","evidence":{"text":"a photo","files":["1.jpg"]}}'
first=$body
dispute=$(field id)
equal "status of the dispute" open "$(field status)"
equal "by" payer "$(field by)"
has '"files":\["1.jpg"\]'
expect 201 POST "/v1/payments/$payment/disputes" '{"amount":2000,"reason":"two of five are broken","evidence":{"text":"a photo","files":["1.jpg"]}}'
equal "a retry" "$first" "$body"
unset idempotency
expect 409 POST "/v1/payments/$payment/disputes" '{"amount":1,"reason":"again"}'
equal "code" payment_disputed "$(field code)"
expect 403 POST "/v1/disputes/$dispute/accept"
expect 409 POST "/v1/disputes/$dispute/escalate"
equal "code" dispute_open "$(field code)"
payment_is amount_held 5000 amount_frozen 2000 dispute "$dispute" auto_confirm_at null
[ "$before" != null ] || fail "there was no deadline to stop"
expect 200 POST "/v1/payments/$payment/confirm"
payment_is amount_released 3000 amount_held 2000 status shipped
expect 409 POST "/v1/payments/$payment/confirm"
equal "code" payment_disputed "$(field code)"

echo "- rejected, kill -9, escalated with evidence, awarded 1500/500"
as platform_key
expect 200 POST "/v1/disputes/$dispute/reject" '{"note":"they left us whole"}'
equal "status" rejected "$(field status)"
kill -9 "$server"
wait "$server" 2>/dev/null
start
as platform_key
expect 200 GET "/v1/disputes/$dispute"
equal "status after kill -9" rejected "$(field status)"
has '"rejection":{"note":"they left us whole"'
header="Clearhold-Client-Secret: $payer_secret"
expect 200 POST "/v1/disputes/$dispute/evidence" '{"text":"the parcel was torn"}'
expect 200 POST "/v1/disputes/$dispute/escalate" '{"note":"please look at the photo"}'
equal "status" escalated "$(field status)"
as platform_key
expect 403 POST "/v1/disputes/$dispute/resolve" '{"buyer_amount":1500,"seller_amount":500}'
as operator_key
expect 422 POST "/v1/disputes/$dispute/resolve" '{"buyer_amount":1500,"seller_amount":501}'
equal "code" award_mismatch "$(field code)"
expect 200 POST "/v1/disputes/$dispute/resolve" '{"buyer_amount":1500,"seller_amount":500,"note":"three quarters"}'
equal "status" resolved "$(field status)"
has '"resolution":{"outcome":"resolved","by":"operator","buyer_amount":1500,"seller_amount":500,"refund":"rfd_'
payment_is amount_released 3500 amount_refunded 1500 amount_held 0 amount_frozen 0 status released
expect 200 GET "/v1/payments/$payment/story"
for event in dispute.opened dispute.rejected dispute.evidence_added dispute.escalated dispute.resolved refund.created payment.released; do has "\"$event\""; done

echo "- a return, and the deadline that goes on with what was left"
shipped 1000
advance 345600
header="Clearhold-Client-Secret: $payer_secret"
expect 201 POST "/v1/payments/$payment/disputes" '{"amount":400,"reason":"wrong size"}'
dispute=$(field id)
as platform_key
expect 200 POST "/v1/disputes/$dispute/accept" '{"return_required":true}'
equal "status" return_agreed "$(field status)"
expect 200 POST "/v1/disputes/$dispute/return" '{"carrier":"SF","tracking_number":"SF9"}'
advance 604800
payment_is amount_held 1000 amount_frozen 400
expect 200 POST "/v1/disputes/$dispute/return_received"
equal "status" accepted "$(field status)"
has '"carrier":"SF","tracking_number":"SF9"'
payment_is amount_held 600 amount_refunded 400 status shipped
advance 518399
payment_is amount_held 600
advance 60
payment_is status released amount_released 600

echo "- silence: what nobody answers is accepted; what nobody decides stays, and is told"
shipped 800
expect 201 POST "/v1/payments/$payment/disputes" '{"reason":"nothing came"}'
silent=$(field id)
advance 604801
expect 200 GET "/v1/disputes/$silent"
equal "status" accepted "$(field status)"
equal "by" deadline "$(grep -o '"outcome":"accepted","by":"[a-z]*"' <<<"$body" | sed 's/.*"by":"//; s/"//')"
payment_is status refunded
shipped 700
expect 201 POST "/v1/payments/$payment/disputes" '{"reason":"nothing came"}'
open=$(field id)
expect 200 POST "/v1/disputes/$open/reject"
expect 200 POST "/v1/disputes/$open/escalate"
advance 5184000
expect 200 GET "/v1/disputes/$open"
equal "status after sixty days" escalated "$(field status)"
expect 200 GET "/v1/events?type=dispute.overdue&limit=1"
has '"type":"dispute.overdue"'

echo "- lists, and replay"
expect 200 GET "/v1/disputes?status=escalated"
equal "the open one" "$open" "$(field id)"
expect 200 GET "/v1/payments/$payment/disputes"
equal "of the payment" "$open" "$(field id)"
listed=$(sed 's/^.*"data":\[//; s/\],"has_more".*$//' <<<"$body")
expect 200 GET "/v1/disputes/$open"
equal "the list shows what GET shows" "$body" "$listed"
kill -TERM "$server"
await 60 "the server's end" bash -c "! kill -0 $server 2>/dev/null"
$clearhold replay --data "$data" --verify >"$work/replay" 2>&1 || fail "replay: $(cat "$work/replay")"
echo "$checks checks passed"
