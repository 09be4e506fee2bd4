#!/usr/bin/env bash
# A whole business day of the sandbox, over the wire: payments, refunds, payouts; the day's cut; the bank's statement without a
# break, the same file again, overlapping files, files that cannot be used; settlement files that add up; the reconciliation
# proved; safeguarding; money that nothing explains; kill -9; the view rebuilt and everything the same.
# Needs bash, curl, python3 (to add up files). Takes free ports. Exits with 77 if something is missing.
set -uo pipefail
export LC_ALL=C
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
for tool in curl python3; do
    if ! command -v $tool >/dev/null; then
        echo "install: apt-get install curl python3"
        exit 77
    fi
done

work=$(mktemp -d)
data=$work/data
server=""
checks=0

stop_all() {
    local code=$? postmaster
    [ -n "$server" ] && kill -9 "$server" 2>/dev/null
    postmaster=$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null)
    [ -n "$postmaster" ] && kill -9 "$postmaster" 2>/dev/null
    if [ "$code" -ne 0 ]; then
        tail -n 20 "$work"/serve.*.out "$work"/serve.*.err 2>/dev/null
        tail -n 30 "$data/logs/clearhold.log" 2>/dev/null
    fi
    rm -rf "$work"
    exit "$code"
}
trap stop_all EXIT

fail() {
    echo "FAILED: $*" >&2
    echo "last answer: ${status:-} $(head -c 2000 "$work/body" 2>/dev/null)" >&2
    exit 1
}

equal() { # WHAT EXPECTED ACTUAL
    checks=$((checks + 1))
    [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"
}

step() { echo "- $*"; }

# field EXPRESSION: of the last answer, as python sees it in "o"
field() {
    python3 -c 'import json,sys; o=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$work/body" "$1"
}

call() { # METHOD PATH KEY [CURL ARGUMENT…]: sets status; the body is in $work/body, the head in $work/head
    local method=$1 path=$2 key=$3
    shift 3
    status=$(curl -sS --max-time 60 -o "$work/body" -D "$work/head" -w '%{http_code}' -X "$method" \
        -H "Authorization: Bearer $key" "$@" "$url$path") || fail "$method $path: no answer"
}

post() { # STATUS PATH KEY JSON
    call POST "$2" "$3" -H "Idempotency-Key: day-$(date +%s%N)" -H 'Content-Type: application/json' -d "$4"
    equal "POST $2" "$1" "$status"
}

get() { # STATUS PATH KEY
    call GET "$2" "$3"
    equal "GET $2" "$1" "$status"
}

import() { # STATUS FILE KEY-OF-IDEMPOTENCY [CHANNEL]
    call POST "/v1/statements?channel=${4:-sandbox}" "$operator" -H "Idempotency-Key: $3" --data-binary "@$2"
    equal "importing $(basename "$2")" "$1" "$status"
}

free_port() {
    python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'
}

await() { # SECONDS WHAT COMMAND…
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $until ] || fail "waited in vain: $what"
        sleep 0.1
    done
}

ready() { curl -sf "$url/readyz" >"$work/ready" 2>/dev/null; }
whole() { ready && ! grep -q degraded "$work/ready"; }

starts=0
start() {
    starts=$((starts + 1))
    "$root/clearhold" serve --data "$data" --port "$port" --bank-port "$bank_port" \
        >"$work/serve.$starts.out" 2>"$work/serve.$starts.err" &
    server=$!
    await 60 "the server" ready
    await 60 "its view" whole
}

balance() { # ACCOUNT MEMBER
    get 200 "/v1/accounts/$1/balance" "$platform"
    field "o['balances'][0]['$2']"
}

cd "$work" || exit 1
port=$(free_port)
bank_port=$(free_port)
url=http://127.0.0.1:$port
step "start"
start
key() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$data/sandbox-keys.json" "$1"; }
operator=$(key operator_key)
platform=$(key platform_key)
merchant=$(key merchant_account)

pay() { # REFERENCE AMOUNT MODE TOKEN: prints the payment
    post 201 /v1/payments "$platform" "{\"amount\":$2,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"mode\":\"$3\",
        \"reference\":\"$1\",\"fee\":{\"bps\":60},\"method\":{\"channel\":\"sandbox\",\"token\":\"$4\"}}"
    field "o['id']"
}

reached() { # PAYMENT STATUS
    get 200 "/v1/payments/$1" "$platform"
    [ "$(field "o['status']")" = "$2" ]
}

step "a day of business"
direct=$(pay day-direct 20000 direct tok_success)
escrow=$(pay day-escrow 30000 escrow tok_success)
refunded=$(pay day-refund 7000 escrow tok_success)
wrong=$(pay day-wrong 5000 escrow tok_wrong_amount)
await 20 "the direct payment" reached "$direct" released
await 20 "the escrow payment" reached "$escrow" held
await 20 "the payment to be refunded" reached "$refunded" held
post 201 "/v1/payments/$refunded/refunds" "$platform" '{"reason":"broken"}'
post 201 /v1/payouts "$platform" "{\"account\":\"$merchant\",\"amount\":8000,\"currency\":\"CNY\"}"
post 201 /v1/payouts "$platform" "{\"account\":\"$merchant\",\"amount\":1000,\"currency\":\"CNY\",
    \"destination\":{\"holder\":\"A\",\"number\":\"6222020000000002\",\"bank\":\"ICBC\",\"scheme\":\"cnaps\"}}"
sleep 3
equal "what is not on a statement yet" "$(balance "$merchant" available)" "$(balance "$merchant" unsettled)"
get 200 "/v1/breaks?status=open" "$operator"
equal "the wrong amount is a break" "wrong_amount credit 4999" \
    "$(field "' '.join(str(o['data'][0][k]) for k in ('type','direction','amount'))")"
equal "it names the payment" "$wrong" "$(field "o['data'][0]['payment']")"
today=$(date -u +%F)
get 200 "/v1/reconciliations/$today" "$operator"
first_status=$(field "o['status']")
equal "the day is open" open "$first_status"

step "the day is cut"
post 200 /v1/sandbox/clock "$operator" '{"advance_seconds":90000}'
get 200 "/v1/reconciliations/$today" "$operator"
equal "the day is cut" cut "$(field "o['status']")"
cp "$work/body" "$work/cut.json"

step "the bank's statement: every line matches"
call GET "/v1/sandbox/bank/statement?channel=sandbox&date=$today" "$operator"
equal "the statement" 200 "$status"
cp "$work/body" "$work/day.xml"
import 201 "$work/day.xml" stm-1
statement=$(field "o['id']")
equal "its breaks" 0 "$(field "o['breaks']")"
equal "its lines are matched" True "$(field "o['lines']==o['matched'] and o['lines']>=7")"
equal "its findings" "[]" "$(field "o['findings']")"
lines=$(field "o['lines']")
cp "$work/body" "$work/first.json"

step "the same request, the same file, overlapping files"
import 201 "$work/day.xml" stm-1
equal "the retry is the first answer" "$(cat "$work/first.json")" "$(cat "$work/body")"
equal "and says so" 1 "$(grep -ci '^idempotency-replayed: true' "$work/head")"
import 201 "$work/day.xml" stm-2
equal "the same file is the same statement" "$statement $lines" "$(field "o['id']+' '+str(o['matched'])")"
call GET "/v1/sandbox/bank/statement?channel=sandbox" "$operator"
cp "$work/body" "$work/all.xml"
import 201 "$work/all.xml" stm-3
equal "a file that overlaps posts nothing twice" "$lines 0 0" \
    "$(field "' '.join(str(o[k]) for k in ('duplicates','matched','breaks'))")"
import 422 "$work/all.xml" stm-4 nowhere
equal "the channel that does not exist" channel_not_found "$(field "o['code']")"
call POST "/v1/statements?channel=sandbox" "$operator" -H "Idempotency-Key: stm-1" --data-binary "@$work/all.xml"
equal "another file under a used key" "422 idempotency_key_reused" "$status $(field "o['code']")"
call POST "/v1/statements?channel=sandbox" "$platform" -H "Idempotency-Key: stm-9" --data-binary "@$work/all.xml"
equal "a merchant's platform may not" "403 forbidden" "$status $(field "o['code']")"

step "files that cannot be used change nothing"
get 200 /v1/ledger/trial_balance "$operator"
field "o['data']" >"$work/trial"
head -c 1500 "$work/day.xml" >"$work/truncated.xml"
import 422 "$work/truncated.xml" bad-1
equal "truncated, with its line" 1 "$(field "int('line ' in o['detail'] and o['code']=='statement_refused')")"
printf 'hello\n' >"$work/text.txt"
import 422 "$work/text.txt" bad-2
printf '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>' >"$work/bomb.xml"
import 422 "$work/bomb.xml" bad-3
sed 's/camt\.053\.001\.08/camt.052.001.08/; s/BkToCstmrStmt/BkToCstmrAcctRpt/g; s/<Stmt>/<Rpt>/g; s/<\/Stmt>/<\/Rpt>/g' \
    "$work/day.xml" >"$work/intraday.xml"
import 422 "$work/intraday.xml" bad-4
: >"$work/empty"
import 422 "$work/empty" bad-5
get 200 /v1/ledger/trial_balance "$operator"
equal "the book is as it was" "$(cat "$work/trial")" "$(field "o['data']")"

step "the day is proved"
get 200 "/v1/reconciliations/$today" "$operator"
equal "proved" proved "$(field "o['status']")"
equal "three ways agree" True "$(field "all(w['difference']==0 and w['timing']['count']==0 for w in o['ways'])")"
equal "ways" "collection payout refund return" "$(field "' '.join(sorted(w['movement'] for w in o['ways']))")"
equal "the bank's closing balance is ours" 0 "$(field "o['statements'][0]['difference']")"
equal "every account kind goes from opening by its movements to closing" True "$(field "all(
    (a['opening'] + (a['debits']-a['credits'] if a['account'] in ('bank','in_transit','suspense_out','debt','channel_cost')
    else a['credits']-a['debits'])) == a['closing'] for a in o['accounts'])")"
equal "the cut itself is as it was" "$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["accounts"])' "$work/cut.json")" \
    "$(field "o['accounts']")"
get 404 "/v1/reconciliations/2020-01-01" "$operator"
get 400 "/v1/reconciliations/yesterday" "$operator"
get 403 "/v1/reconciliations/$today" "$platform"
get 200 /v1/safeguarding "$operator"
equal "safeguarding holds" True "$(field "all(c['holds'] for c in o['data'])")"
get 200 "/v1/safeguarding?date=$today" "$operator"
equal "and held at the cut" True "$(field "all(c['holds'] for c in o['data'])")"
equal "nothing is unsettled any more" 0 "$(balance "$merchant" unsettled)"

step "settlement files add up to the ledger"
get 200 "/v1/settlements?date=$today&account=$merchant" "$platform"
settlement=$(field "o['data'][0]['id']")
get 200 "/v1/settlements/$settlement/file?format=csv" "$platform"
cp "$work/body" "$work/settlement.csv"
digest=$(sed -n 's/^[Rr]epr-[Dd]igest: sha-256=:\(.*\):.*/\1/p' "$work/head")
equal "its digest" "$(python3 -c 'import base64,hashlib,sys; print(base64.b64encode(hashlib.sha256(open(sys.argv[1],"rb").read()).digest()).decode())' \
    "$work/settlement.csv")" "$digest"
sum=$(python3 - "$work/settlement.csv" <<'PY'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="")))
entries = [int(r["amount"]) for r in rows if r["amount"]]
closing = next(int(r["balance_after"]) for r in rows if r["record"] == "closing")
control = next(r for r in rows if r["record"] == "control")
assert sum(entries) == closing == int(control["entry_total"]), (entries, closing, control)
assert len(entries) == int(control["entry_count"])
print(closing)
PY
) || fail "the settlement file does not add up"
equal "the file comes to the balance" "$(balance "$merchant" available)" "$sum"
get 200 "/v1/settlements/$settlement/file?format=json" "$platform"
equal "as does the JSON" "$sum" "$(field "o['balances'][0]['closing']")"
cp "$work/body" "$work/settlement.json"
get 400 "/v1/settlements/$settlement/file?format=doc" "$platform"

step "money that nothing explains"
sed "s/ins_[0-9a-z]*/unknown-reference/; s/<AcctSvcrRef>/<AcctSvcrRef>X/" "$work/day.xml" >"$work/foreign.xml"
get 200 "/v1/breaks?status=open" "$operator"
open=$(field "len(o['data'])")
import 201 "$work/foreign.xml" odd-1
odd=$(field "o['breaks']")
get 200 "/v1/breaks?status=open&limit=100" "$operator"
equal "each is a break" $((open + odd)) "$(field "len(o['data'])")"
break=$(field "o['data'][0]['id']")
get 200 "/v1/breaks/$break" "$operator"
get 200 /v1/safeguarding "$operator"
equal "suspense is the open breaks" True "$(field "all(c['suspense']==c['open_credit_breaks']
    and c['suspense_out']==c['open_debit_breaks'] for c in o['data'])")"
get 200 "/v1/payments/$escrow/story" "$platform"
equal "the story shows the line of the bank" 1 "$(field "sum(e['type']=='statement.line_matched' for e in o['data'])")"

step "kill -9, and everything is as it was"
kill -9 "$server"
wait "$server" 2>/dev/null
start
get 200 "/v1/statements/$statement" "$operator"
equal "the statement" "$lines" "$(field "o['matched']")"
import 201 "$work/day.xml" stm-1
equal "the retry is still the first answer" "$(cat "$work/first.json")" "$(cat "$work/body")"
get 200 "/v1/settlements/$settlement/file?format=csv" "$platform"
equal "the settlement file" "$(cat "$work/settlement.csv")" "$(cat "$work/body")"

step "the view rebuilt: equal to the journal, and the files the same"
"$root/clearhold" projection rebuild --data "$data" >"$work/rebuild.out" 2>&1 || fail "rebuild: $(cat "$work/rebuild.out")"
await 30 "the view" whole
checked() { "$root/clearhold" projection check --data "$data" >"$work/check.out" 2>&1; }
await 30 "the check of the view: $(cat "$work/check.out" 2>/dev/null)" checked
get 200 "/v1/settlements/$settlement/file?format=csv" "$platform"
equal "the settlement file" "$(cat "$work/settlement.csv")" "$(cat "$work/body")"
get 200 "/v1/settlements/$settlement/file?format=json" "$platform"
equal "and the JSON" "$(cat "$work/settlement.json")" "$(cat "$work/body")"
kill -TERM "$server"
wait "$server"
equal "SIGTERM" 0 $?
server=""
"$root/clearhold" replay --verify --data "$data" >"$work/replay.out" 2>&1 || fail "replay: $(cat "$work/replay.out")"

echo "$checks checks passed"
