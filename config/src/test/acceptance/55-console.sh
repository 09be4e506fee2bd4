#!/usr/bin/env bash
# The console, as a browser without scripts would use it: login, pages of a payment with its money and story, an attacker's
# text, search, a revoked key, logout.
# Needs bash, curl, grep, sed. Takes free ports. Exits with 77 if something is missing.
set -uo pipefail
export LC_ALL=C
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
    if [ -n "$server" ]; then
        kill -TERM "$server" 2>/dev/null
        wait "$server" 2>/dev/null
    fi
    if [ "$code" -ne 0 ]; then
        echo "-- standard output and error of the server"
        tail -n 20 "$work/serve.out" "$work/serve.err" 2>/dev/null
    fi
    rm -rf "$work"
    exit "$code"
}
trap finish EXIT

fail() {
    echo "FAILED: $*" >&2
    echo "last answer: ${status:-} $(head -c 1500 "$work/body" 2>/dev/null)" >&2
    exit 1
}

equal() {
    checks=$((checks + 1))
    [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"
}

# shows WHAT TEXT: the last page has the text
shows() {
    checks=$((checks + 1))
    grep -qF -- "$2" "$work/body" || fail "$1: no '$2'"
}

step() {
    echo "- $*"
}

await() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $until ] || fail "waited in vain: $what"
        sleep 0.1
    done
}

# page STATUS PATH [CURL ARGUMENT…]: with the cookies of the browser
page() {
    local expected=$1 path=$2
    shift 2
    status=$(curl -sS --max-time 30 -b "$work/jar" -c "$work/jar" -o "$work/body" -D "$work/head" -w '%{http_code}' "$@" "$url$path") ||
        fail "$path: no answer"
    equal "$path" "$expected" "$status"
}

location() {
    sed -n 's/^Location: \([^\r]*\).*/\1/p' "$work/head"
}

api() {
    curl -sS --max-time 30 -X "$1" -H "Authorization: Bearer $(secret "$4")" -H "Idempotency-Key: $RANDOM$RANDOM$RANDOM" \
        ${3:+-H "Content-Type: application/json" -d "$3"} "$url$2"
}

secret() {
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"
}

listening() {
    grep -q "is ready" "$work/serve.out" || { kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/serve.err")"; false; }
}

is_held() {
    api GET "/v1/payments/$payment" "" platform_key | grep -q '"status":"held"'
}

# PostgreSQL may still be starting: then the page says so.
is_listed() {
    curl -sS --max-time 30 -b "$work/jar" "$url/console/payments?reference=console-1" | grep -qF ">$payment</a>"
}

step "start"
"$root/clearhold" serve --data "$data" --port 0 --bank-port 0 >"$work/serve.out" 2>"$work/serve.err" &
server=$!
await 300 "the server's banner" listening
url=$(sed -n 's/^ *API *\(http[^ ]*\)$/\1/p' "$work/serve.out")
touch "$work/jar"
payment=$(api POST /v1/payments '{"amount":12900,"currency":"CNY","payee":"'"$(secret merchant_account)"'","reference":"console-1","mode":"escrow","description":"<script>alert(1)</script>","method":{"channel":"sandbox","token":"tok_success"}}' platform_key |
    sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
[ -n "$payment" ] || fail "no payment"
await 20 "the money" is_held

step "login"
page 303 /console
equal "where the login is" "/console/login?next=%2Fconsole" "$(location)"
page 200 /console/login
page 401 /console/login --data-urlencode "key=ok_wrong"
page 401 /console/login --data-urlencode "key=$(secret platform_key)"
page 403 /console/login --data-urlencode "key=$(secret operator_key)" -H "Origin: https://elsewhere.example"
page 303 /console/login --data-urlencode "key=$(secret operator_key)" --data-urlencode "next=/console/payments/$payment" -H "Origin: $url"
equal "back to the page" "/console/payments/$payment" "$(location)"
grep -q '^Set-Cookie: clearhold_console=[A-Za-z0-9_-]\{43\}; Path=/console; HttpOnly; SameSite=Strict' "$work/head" || fail "no such cookie"
if grep -qF "$(secret operator_key)" "$work/jar"; then fail "the key is in the cookie"; fi

step "a payment: its money, its story, an attacker's text"
page 200 "/console/payments/$payment"
shows "money" '129.00 CNY</span> collected'
shows "story" '<code>payment.held</code>'
shows "postings" 'in_transit:sandbox'
shows "text" '&lt;script&gt;alert(1)&lt;/script&gt;'
if grep -q '<script' "$work/body"; then fail "a script"; fi
grep -q "^Content-Security-Policy: default-src 'none'" "$work/head" || fail "no policy"

step "lists and every other page"
await 60 "the list" is_listed
for path in /console /console/accounts "/console/accounts/$(secret merchant_account)" /console/payouts /console/refunds \
    /console/breaks /console/statements /console/days /console/settlements "/console/days/$(date -u +%F)"; do
    page 200 "$path"
    if grep -q 'class="away"' "$work/body"; then fail "$path is away"; fi
done
page 200 /console
shows "trial balance" 'Balances in CNY by kind of account'
shows "headroom" 'Headroom'

step "search"
for wanted in "$payment" console-1 "$(grep -o 'ins_[0-9a-z]*' <<<"$(api GET "/v1/payments/$payment/story" "" platform_key)" | head -n 1)"; do
    [ -n "$wanted" ] || continue
    page 303 "/console/search?q=$wanted"
    equal "what $wanted leads to" "/console/payments/$payment" "$(location)"
done
page 200 "/console/search?q=%3Cscript%3E"
shows "what was looked for" '&lt;script&gt;'

step "logout, and a revoked key"
page 303 /console/logout -X POST
page 303 /console
page 303 /console/login --data-urlencode "key=$(secret second_operator_key)"
page 200 /console
key=$(sed -n 's/.*<code>\(key_[0-9a-z]*\)<.*/\1/p' "$work/body" | head -n 1)
api DELETE "/v1/keys/$key" "" operator_key >/dev/null
page 303 /console
page 401 /console/login --data-urlencode "key=$(secret second_operator_key)"
echo "$checks checks"
