#!/usr/bin/env bash
# Four eyes over HTTP: one operator proposes, the same one cannot decide, the other one does. Own funds come in and meet the bank's
# statement, a withdrawal fails with the code that forbids it by then, and late money is applied to its payment. In the middle the server is
# killed with -9: what was proposed is still there, and replay comes to the same state.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

for tool in curl python3; do
    command -v "$tool" >/dev/null || {
        echo "install: apt-get install $tool"
        exit 77
    }
done

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
    echo "$*"
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

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }

# The value at a path of the last answer, as in: field proposed_by person
field() { python3 -c 'import json, sys
value = json.load(open(sys.argv[1]))
for name in sys.argv[2:]:
    value = value[int(name)] if isinstance(value, list) else value[name]
print("null" if value is None else value)' "$work/body" "$@"; }

n=0
# method, path, key, status expected, body
call() {
    n=$((n + 1))
    local status
    status=$(curl -s -m 20 -o "$work/body" -w '%{http_code}' -X "$1" "http://127.0.0.1:$port$2" -H "Authorization: Bearer $3" \
        -H 'Content-Type: application/json' -H "Idempotency-Key: four-eyes-$n" ${5:+-d "$5"})
    [ "$status" = "$4" ] || fail "$1 $2: $status instead of $4: $(cat "$work/body")"
}

expect() { # value, what it should be, what it is about
    [ "$1" = "$2" ] || fail "$3: $1 instead of $2"
}

start_server
platform=$(setting platform_key)
first=$(setting operator_key)
second=$(setting second_operator_key)
merchant=$(setting merchant_account)

# Own funds: proposed, not by the same person, then killed in the middle.
call POST /v1/ledger/adjustments "$first" 202 '{"type":"own_funds","amount":5000,"currency":"CNY","note":"cover"}'
funds=$(field id)
expect "$(field status)" proposed "a proposal"
expect "$(field proposed_by person)" "first operator" "who proposed"
expect "$(field parameters type)" own_funds "what is proposed"
call POST "/v1/approvals/$funds/approve" "$first" 403 '{}'
expect "$(field code)" same_person "the same person"
call POST "/v1/approvals/$funds/approve" "$platform" 403 '{}'
kill -9 "$server"
wait "$server" 2>/dev/null || true
start_server
call POST "/v1/approvals/$funds/approve" "$second" 200 '{"note":"seen"}'
expect "$(field status)" approved "the approval"
expect "$(field decided_by person)" "second operator" "who decided"
expect "$(field note)" seen "the note"
call GET /v1/ledger/trial_balance "$first" 200
expect "$(field data 0 totals own_funds)" 5000 "own funds"
call POST "/v1/approvals/$funds/reject" "$second" 409 '{}'
expect "$(field code)" already_approved "a second decision"

# Two withdrawals of the same money: the second one fails by its own code when it is approved.
call POST /v1/ledger/adjustments "$first" 422 '{"type":"withdrawal","amount":5001,"currency":"CNY"}'
expect "$(field code)" own_funds_exhausted "too much"
call POST /v1/ledger/adjustments "$first" 202 '{"type":"withdrawal","amount":3000,"currency":"CNY"}'
one=$(field id)
call POST /v1/ledger/adjustments "$second" 202 '{"type":"withdrawal","amount":3000,"currency":"CNY"}'
two=$(field id)
call POST "/v1/approvals/$one/approve" "$second" 200 '{}'
expect "$(field status)" approved "the first withdrawal"
call POST "/v1/approvals/$two/approve" "$first" 200 '{}'
expect "$(field status)" failed "the second withdrawal"
expect "$(field failure_code)" own_funds_exhausted "why"

# Late money is proposed for its payment, and collects it.
call POST /v1/payments "$platform" 201 "{\"amount\":700,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"late\",\"mode\":\"escrow\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_late\"}}"
payment=$(field id)
call POST /v1/sandbox/clock "$first" 200 '{"advance_seconds":600}'
sequence=$(curl -s "http://127.0.0.1:$port/v1/payments/$payment" -H "Authorization: Bearer $platform" | sed -n 's/.*"sequence":"\([^"]*\)".*/\1/p')
curl -s "http://127.0.0.1:$port/v1/breaks?status=open&payment=$payment" -H "Authorization: Bearer $first" \
    -H "Clearhold-Min-Sequence: $sequence" -o "$work/body"
broken=$(field data 0 id)
expect "$(field data 0 treatment)" apply "what is proposed"
call POST "/v1/breaks/$broken/assign" "$first" 200 '{"assigned_to":"Li"}'
expect "$(field assigned_to)" Li "who looks after it"
call POST "/v1/breaks/$broken/resolve" "$first" 202 "{\"action\":\"apply\",\"payment\":\"$payment\",\"note\":\"came late\"}"
approval=$(field id)
call POST "/v1/breaks/$broken/resolve" "$second" 409 "{\"action\":\"refund\",\"note\":\"or rather\"}"
expect "$(field code)" approval_open "a second proposal"
call POST "/v1/approvals/$approval/approve" "$second" 200 '{}'
call GET "/v1/payments/$payment" "$platform" 200
expect "$(field status)" held "the payment"
call GET "/v1/breaks/$broken" "$first" 200
expect "$(field status)" resolved "the break"
expect "$(field resolution)" apply "its resolution"

# A proposal that nobody decides expires after seven days.
call POST /v1/ledger/adjustments "$first" 202 '{"type":"risk_reserve","amount":100,"currency":"CNY"}'
forgotten=$(field id)
call POST /v1/sandbox/clock "$first" 200 '{"advance_seconds":604800}'
call GET "/v1/approvals/$forgotten" "$first" 200
expect "$(field status)" expired "after seven days"

# What the bank shows of all this matches: nothing but open breaks is in suspense.
curl -fs "http://127.0.0.1:$port/v1/sandbox/bank/statement?channel=sandbox" -H "Authorization: Bearer $first" -o "$work/statement.xml"
curl -fs "http://127.0.0.1:$port/v1/statements?channel=sandbox" -H "Authorization: Bearer $first" -H 'Content-Type: application/xml' \
    -H 'Idempotency-Key: statement' --data-binary "@$work/statement.xml" -o "$work/body"
expect "$(field breaks)" 0 "lines that nothing explains"
[ "$(field matched)" -ge 3 ] || fail "only $(field matched) lines matched"

# The list and the events name both persons.
sleep 1
call GET "/v1/approvals?status=failed" "$second" 200
expect "$(field data 0 proposed_by person)" "second operator" "the list"
expect "$(field data 0 decided_by person)" "first operator" "the list"
call GET "/v1/events?type=approval.approved" "$second" 200
expect "$(field data 0 data decided_by person)" "second operator" "the event"

kill "$server"
wait "$server" 2>/dev/null || true
server=
./clearhold replay --verify --data "$data" >"$work/replay" 2>&1 || fail "$(cat "$work/replay")"
echo "four eyes: own funds, withdrawals, a late payment and a forgotten proposal, across a kill; replay agrees"
