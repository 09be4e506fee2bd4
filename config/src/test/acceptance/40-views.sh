#!/usr/bin/env bash
# Lists, over the wire: pages while rows arrive, waiting for a sequence, PostgreSQL stopped and killed under load, kill -9 of
# the server, the check against the journal, and a rebuild.
# Needs bash, curl, grep, sed, ps. Takes free ports. Exits with 77 if something is missing.
set -uo pipefail
export LC_ALL=C
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
for tool in curl ps; do
    if ! command -v $tool >/dev/null; then
        echo "install: apt-get install curl procps"
        exit 77
    fi
done

work=$(mktemp -d)
data=$work/data
server=""
writer=""
checks=0
who=main

# The processes of our PostgreSQL: its postmaster and what that has started.
database() {
    local postmaster
    postmaster=$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null) || return 0
    [ -n "$postmaster" ] && echo "$postmaster" && ps -o pid= --ppid "$postmaster"
}

finish() {
    local code=$? each
    touch "$work/stop"
    [ -n "$writer" ] && wait "$writer" 2>/dev/null
    [ -n "$server" ] && kill -9 "$server" 2>/dev/null
    for each in $(database); do kill -9 "$each" 2>/dev/null; done
    if [ "$code" -ne 0 ]; then
        echo "-- standard output and error of the server"
        tail -n 20 "$work"/serve.*.out "$work"/serve.*.err 2>/dev/null
        echo "-- end of its log"
        tail -n 30 "$data/logs/clearhold.log" 2>/dev/null
    fi
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

# get PATH [HEADER]: sets status, body and sequence
get() {
    status=$(curl -sS --max-time 30 -o "$work/body" -D "$work/head" -w '%{http_code}' -H "Authorization: Bearer $key" \
        ${2:+-H "$2"} "$url$1") || fail "GET $1: no answer"
    body=$(cat "$work/body")
    sequence=$(sed -n 's/^Clearhold-Sequence: \([0-9]*\).*/\1/p' "$work/head")
}

# expect STATUS PATH [HEADER]
expect() {
    local expected=$1
    shift
    get "$@"
    equal "GET $1" "$expected" "$status"
}

gives() {
    get "$2"
    [ "$status" = "$1" ]
}

# pay REFERENCE: a new payment, paid at once; its id goes to the file, once it is acknowledged
pay() {
    local answer
    answer=$(curl -sS --max-time 30 -D "$work/pay.$who.head" -X POST -H "Authorization: Bearer $key" -H "Content-Type: application/json" \
        -H "Idempotency-Key: $1" --data-binary "{\"amount\":1000,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"payer\":\"$buyer\",\"mode\":\"escrow\",\"reference\":\"$1\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}" \
        "$url/v1/payments" 2>/dev/null)
    case $answer in
        '{"id":"pay_'*'"object":"payment"'*) sed 's/^{"id":"\([^"]*\)".*/\1/' <<<"$answer" >>"$work/paid" ;;
        *) return 1 ;;
    esac
}

# until it is told to stop; each payment that is refused or not answered leaves a mark
write() {
    local number=0 who=writer
    while [ ! -e "$work/stop" ]; do
        number=$((number + 1))
        pay "$1-$number" || echo "$1-$number" >>"$work/unpaid"
        sleep 0.02
    done
}

start_writing() {
    rm -f "$work/stop"
    write "$1" &
    writer=$!
}

stop_writing() {
    touch "$work/stop"
    wait "$writer"
    writer=""
}

listening() {
    grep -q "is ready" "$work/serve.$run.out" || { kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/serve.$run.err")"; false; }
}

run=0
start() {
    run=$((run + 1))
    : >"$work/serve.$run.out"
    "$root/clearhold" serve --data "$data" --port "$1" --bank-port "$2" >"$work/serve.$run.out" 2>"$work/serve.$run.err" &
    server=$!
    await 300 "the server's banner" listening
    url=$(sed -n 's/^ *API *\(http[^ ]*\)$/\1/p' "$work/serve.$run.out")
    bank=$(sed -n 's/^ *Sandbox bank *\(http[^ ]*\)$/\1/p' "$work/serve.$run.out")
}

# part NAME STATUS: what readyz says of a part; the whole is ready in any case
part() {
    get /readyz
    [ "$status" = 200 ] && grep -q "\"$1\":{\"status\":\"$2\"" <<<"$body"
}

ids() {
    grep -o '"id":"pay_[^"]*"' <<<"$body" | sed 's/.*"\(pay_[^"]*\)"/\1/'
}

# all LIMIT: every payment, page by page, into the file
all() {
    local after=""
    : >"$work/listed"
    while :; do
        expect 200 "/v1/payments?limit=$1$after" "Clearhold-Min-Sequence: $wanted"
        ids >>"$work/listed"
        grep -q '"has_more":true' <<<"$body" || break
        after="&starting_after=$(tail -n 1 "$work/listed")"
    done
}

# The log's end, so that a list can be asked to be there.
head_sequence() {
    expect 200 /v1/ledger/head
    wanted=$(sed 's/.*"sequence":"\([0-9]*\)".*/\1/' <<<"$body")
}

# Every acknowledged payment is in the list, and nothing twice.
complete() {
    head_sequence
    all 100
    equal "rows that are listed twice" "" "$(sort "$work/listed" | uniq -d)"
    equal "acknowledged payments that no list has" "" "$(sort "$work/paid" | comm -23 - <(sort "$work/listed"))"
}

secret() {
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"
}

step "start; lists come soon after payments do"
start 0 0
port=${url##*:}
bank_port=${bank##*:}
key=$(secret platform_key)
merchant=$(secret merchant_account)
buyer=$(secret buyer_account)
touch "$work/paid" "$work/unpaid"
pay first || fail "a payment has to wait for the database"
await 60 "lists" gives 200 /v1/payments

step "pages while rows arrive: each row once"
start_writing a
: >"$work/pages"
after=""
sleep 2
for _ in 1 2 3 4 5 6; do
    expect 200 "/v1/payments?limit=5$after"
    ids >>"$work/pages"
    grep -q '"has_more":true' <<<"$body" || break
    after="&starting_after=$(tail -n 1 "$work/pages")"
    sleep 0.2
done
equal "rows on two pages" "" "$(sort "$work/pages" | uniq -d)"
equal "order" "" "$(sort -r "$work/pages" | diff - "$work/pages")"
# Backwards from the oldest of them comes what is directly newer.
expect 200 "/v1/payments?limit=3&ending_before=$(tail -n 1 "$work/pages")"
equal "the page before" "$(tail -n 4 "$work/pages" | head -n 3)" "$(ids)"

step "a list waits for a sequence"
for number in 1 2 3 4 5; do
    pay "seen-$number" || fail "no payment"
    token=$(sed -n 's/^Clearhold-Sequence: \([0-9]*\).*/\1/p' "$work/pay.$who.head")
    expect 200 "/v1/payments?reference=seen-$number" "Clearhold-Min-Sequence: $token"
    equal "the payment that was just made" 1 "$(ids | wc -l)"
    [ "$sequence" -ge "$token" ] || fail "the list is at $sequence, not at $token"
done
stop_writing
expect 503 /v1/payments "Clearhold-Min-Sequence: 99999999"
grep -q view_behind <<<"$body" || fail "not view_behind"
complete

step "events never cut a sequence, and match what is read by id"
last=0
: >"$work/events"
while :; do
    expect 200 "/v1/events?type=payment.*&limit=7&after_sequence=$last"
    grep -o '"id":"evt_[^"]*"' <<<"$body" >>"$work/events"
    last=$(grep -o '"sequence":"[0-9]*"' <<<"$body" | tail -n 1 | tr -dc 0-9)
    grep -q '"has_more":true' <<<"$body" || break
done
equal "events twice" "" "$(sort "$work/events" | uniq -d)"
expect 200 "/v1/events?type=payment.created&limit=1"
event=$(sed 's/^{"object":"list","data":\[\(.*\)\],"has_more":.*/\1/' <<<"$body")
expect 200 "/v1/events/$(sed 's/^{"id":"\([^"]*\)".*/\1/' <<<"$event")"
equal "an event by id" "$event" "$body"
expect 200 "/v1/payments?limit=1"
row=$(sed 's/^{"object":"list","data":\[\(.*\)\],"has_more":.*/\1/' <<<"$body")
expect 200 "/v1/payments/$(ids)"
equal "a payment by id" "$row" "$body"

step "PostgreSQL hangs: payments go on, lists say 503, readyz says degraded"
start_writing b
for each in $(database); do kill -STOP "$each"; done
await 20 "readyz names postgres" part postgres degraded
before=$(wc -l <"$work/paid")
await 15 "lists answer 503" gives 503 /v1/payments
grep -q view_unavailable <<<"$body" || fail "not view_unavailable"
sleep 1
[ "$(wc -l <"$work/paid")" -gt $((before + 5)) ] || fail "payments did not go on"
expect 200 "/v1/payments/$(tail -n 1 "$work/paid")"
for each in $(database); do kill -CONT "$each"; done
await 60 "readyz" part postgres ready
await 60 "the projection" part projection ready

step "PostgreSQL is killed: it is started again, and the view catches up"
for each in $(database); do kill -9 "$each"; done
await 60 "lists" gives 200 /v1/payments
await 60 "the projection" part projection ready
stop_writing
complete
equal "payments that failed meanwhile" "" "$(cat "$work/unpaid")"

step "kill -9 of the server under load, and a new start beside the PostgreSQL it left"
start_writing c
sleep 1
kill -9 "$server"
wait "$server" 2>/dev/null
stop_writing
: >"$work/unpaid"
start "$port" "$bank_port"
await 60 "lists" gives 200 /v1/payments
complete

step "the view equals the journal"
"$root/clearhold" projection check --data "$data" >"$work/check" || fail "check: $(cat "$work/check")"
grep -q '^equal at sequence' "$work/check" || fail "check: $(cat "$work/check")"
checks=$((checks + 1))

step "a rebuild gives the same lists"
head_sequence
for path in "/v1/payments?limit=100" /v1/accounts /v1/keys "/v1/events?limit=100" "/v1/accounts/$merchant/entries"; do
    expect 200 "$path" "Clearhold-Min-Sequence: $wanted"
    cat "$work/body"
done >"$work/lists.before"
"$root/clearhold" projection rebuild --data "$data" >"$work/rebuild" || fail "rebuild: $(cat "$work/rebuild")"
for path in "/v1/payments?limit=100" /v1/accounts /v1/keys "/v1/events?limit=100" "/v1/accounts/$merchant/entries"; do
    expect 200 "$path" "Clearhold-Min-Sequence: $wanted"
    cat "$work/body"
done >"$work/lists.after"
cmp -s "$work/lists.before" "$work/lists.after" || fail "the lists differ after a rebuild"

step "on a stopped server too"
kill -TERM "$server"
wait "$server" || fail "the stop was not in order"
server=""
equal "processes of PostgreSQL after the stop" "" "$(database)"
"$root/clearhold" projection check --data "$data" >"$work/check" || fail "check: $(cat "$work/check")"
grep -q '^equal at sequence' "$work/check" || fail "check: $(cat "$work/check")"
echo "$checks checks, $(wc -l <"$work/paid") payments"
