#!/usr/bin/env bash
# Opens the data folder that each release left (upgrade/NAME.tar.gz): replay decides every command as it was decided and comes to the
# recorded state, and the server answers each request of then byte for byte.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

command -v curl >/dev/null || {
    echo "install: apt-get install curl"
    exit 77
}
clearhold=${CLEARHOLD:-./clearhold}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null; rm -rf "$work"' EXIT

failures=0
for release in config/src/test/acceptance/upgrade/*.tar.gz; do
    tar -C "$work" -xpzf "$release"
    name=$(basename "$release" .tar.gz)
    data=$work/$name/data
    $clearhold replay --verify --data "$data" >"$work/replay" || failures=$((failures + 1))
    grep -E '^(sequence|state hash) ' "$work/replay" | diff "$work/$name/expected" - || {
        failures=$((failures + 1))
        echo "$name comes to another state"
    }
    port=$((20000 + RANDOM % 10000))
    CLEARHOLD_DATABASE_ENABLED=false $clearhold serve --data "$data" --port "$port" --bank-port $((port + 1)) >"$work/banner" 2>"$work/errors" &
    server=$!
    for _ in $(seq 1 1200); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz"; then break; fi
        kill -0 "$server" 2>/dev/null || {
            cat "$work/errors"
            exit 1
        }
        sleep 0.1
    done
    platform=$(sed -n 's/.*"platform_key" *: *"\([^"]*\)".*/\1/p' "$data/sandbox-keys.json")
    asked=0
    for body in "$work/$name"/requests/*.body; do
        at=${body%.body}
        asked=$((asked + 1))
        status=$(curl -s -o "$work/again" -w '%{http_code}' -X POST "http://127.0.0.1:$port$(cat "$at.path")" \
            -H "Authorization: Bearer $platform" -H 'Content-Type: application/json' \
            -H "Idempotency-Key: upgrade-$(basename "$at")" -d "$(cat "$body")")
        if [ "$status" != "$(cat "$at.status")" ] || ! cmp -s "$at.answer" "$work/again"; then
            failures=$((failures + 1))
            printf '%s %s answers %s: %s\nthen it was %s: %s\n' "$name" "$(cat "$at.path")" "$status" "$(cat "$work/again")" \
                "$(cat "$at.status")" "$(cat "$at.answer")"
        fi
    done
    kill -TERM "$server"
    wait "$server" || failures=$((failures + 1))
    server=
    echo "$name: $asked requests answered again"
done
[ "$failures" -eq 0 ]
