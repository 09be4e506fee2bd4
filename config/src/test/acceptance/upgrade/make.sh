#!/usr/bin/env bash
# Makes the data folder that a release leaves for later ones: config/src/test/acceptance/upgrade/NAME.tar.gz, opened by
# 65-upgrade.sh. Usage: make.sh NAME. Run it once for each release, and again when the meaning of the state hash changes before it.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."
name=${1:?usage: make.sh NAME, e.g. 0.1}
clearhold=${CLEARHOLD:-./clearhold}
here=config/src/test/acceptance/upgrade

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null; rm -rf "$work"' EXIT
port=$((20000 + RANDOM % 10000))
mkdir -p "$work/$name/requests"
data=$work/$name/data
CLEARHOLD_DATABASE_ENABLED=false $clearhold serve --data "$data" --port "$port" --bank-port $((port + 1)) >"$work/banner" 2>"$work/errors" &
server=$!
for _ in $(seq 1 1200); do
    if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz"; then break; fi
    kill -0 "$server" || { cat "$work/errors"; exit 1; }
    sleep 0.1
done
setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }
platform=$(setting platform_key)
merchant=$(setting merchant_account)

number=0
ask() { # path, body: keeps the request and its answer
    number=$((number + 1))
    local at=$work/$name/requests/$(printf '%02d' "$number")
    printf '%s' "$1" >"$at.path"
    printf '%s' "$2" >"$at.body"
    curl -s -o "$at.answer" -w '%{http_code}' -X POST "http://127.0.0.1:$port$1" -H "Authorization: Bearer $platform" \
        -H 'Content-Type: application/json' -H "Idempotency-Key: upgrade-$(basename "$at")" -d "$2" >"$at.status"
    id=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p' "$at.answer")
}
method='"method":{"channel":"sandbox","token":"tok_success"}'
pay() { ask /v1/payments "{\"amount\":$1,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"upgrade-$1\",\"mode\":\"$2\",$method}"; }
held() { # waits until the bank has collected
    for _ in $(seq 1 300); do
        if curl -s "http://127.0.0.1:$port/v1/payments/$1" -H "Authorization: Bearer $platform" | grep -Eq '"status":"(held|released)"'; then return; fi
        sleep 0.1
    done
    echo "payment $1 was not collected"
    exit 1
}
ask /v1/accounts '{"type":"merchant","name":"Upgrade"}'
pay 1000 escrow
first=$id
held "$first"
ask "/v1/payments/$first/ship" '{"carrier":"SF"}'
ask "/v1/payments/$first/confirm" '{"amount":300}'
ask "/v1/payments/$first/refunds" '{"amount":200,"reason":"upgrade"}'
ask "/v1/payments/$first/refunds" '{"amount":5000,"reason":"too much"}'
pay 2000 direct
held "$id"
ask /v1/payouts "{\"account\":\"$merchant\",\"amount\":700,\"currency\":\"CNY\"}"
pay 3000 escrow
kill -TERM "$server"
wait "$server" || true
server=
rm -rf "$data/logs" "$data/bodies" "$data/lock" "$data/admin.sock"
$clearhold replay --data "$data" | grep -E '^(sequence|state hash) ' >"$work/$name/expected"
cat "$work/$name/expected"
tar -C "$work" -czSf "$here/$name.tar.gz" "$name"
ls -l "$here/$name.tar.gz"
