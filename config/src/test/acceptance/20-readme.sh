#!/usr/bin/env bash
# Runs the README: every line of its "console" blocks that begins with "$ " is executed in one shell, in order, against a real
# server on a fresh data folder, and what it prints is compared with the lines below it. Ids, secrets, times, hashes and
# sequences differ from run to run and are compared by their shape. To write the README's output anew: 20-readme.sh --print
set -euo pipefail
cd "$(dirname "$0")/../../../.."

command -v curl >/dev/null || {
    echo "install: apt-get install curl"
    exit 77
}

port=$((20000 + RANDOM % 10000))
bank_port=$((port + 1))
work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

./clearhold serve --data "$work/clearhold-data" --port "$port" --bank-port "$bank_port" >"$work/banner" 2>"$work/errors" &
server=$!
for _ in $(seq 1 600); do
    if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then break; fi
    kill -0 "$server" || {
        cat "$work/errors"
        exit 1
    }
    sleep 0.1
done

# What differs from run to run, by its shape.
shape() {
    sed -E -e "s#127\.0\.0\.1:$port#127.0.0.1:8080#g" -e "s#127\.0\.0\.1:$bank_port#127.0.0.1:8081#g" \
        -e "s#$work/##g" \
        -e 's/\b(acc|pay|rfd|pyt|key|ins)_[0-9a-z]{13}/\1_#/g' \
        -e 's/\b(sk|ok|cs|ps)_[0-9A-Za-z_#]+/\1_#/g' \
        -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/TIME/g' \
        -e 's/"sequence":"[^"]*"/"sequence":"#"/g' -e 's/"state_hash":"[^"]*"/"state_hash":"#"/g' \
        -e 's/order-[0-9]+/order-#/g' -e 's/[0-9a-f]{32}/HASH/g' -e 's/^(sequence|frames) +[0-9]+/\1 #/'
}

mode=${1:-compare}
cd "$work"
ln -s "$OLDPWD/clearhold" clearhold
failures=0
commands=0
inside=no
expected=
command=

# Runs the command that was read, and compares what it prints with what stands below it.
run_command() {
    [ -n "$command" ] || return 0
    commands=$((commands + 1))
    local here=${command//127.0.0.1:8080/127.0.0.1:$port}
    here=${here//127.0.0.1:8081/127.0.0.1:$bank_port}
    # The lines share one shell, as the reader's do.
    eval "$here" >out 2>&1 || true
    if [ "$mode" = --print ]; then
        printf '$ %s\n' "$command"
        sed -E -e "s#127\.0\.0\.1:$port#127.0.0.1:8080#g" -e "s#127\.0\.0\.1:$bank_port#127.0.0.1:8081#g" out
    elif [ "$(shape <out)" != "$(printf '%s' "$expected" | shape)" ]; then
        failures=$((failures + 1))
        printf 'README differs: %s\n--- it says\n%s\n--- it is\n%s\n' "$command" "$expected" "$(cat out)"
    fi
    command=
    expected=
}

while IFS= read -r line <&3; do
    case $inside:$line in
        no:'```console') inside=yes ;;
        yes:'```')
            run_command
            inside=no
            ;;
        yes:'$ '*)
            run_command
            command=${line#'$ '}
            inside=yes
            case $line in *\\) inside=more ;; esac
            ;;
        more:*)
            command+=$'\n'$line
            case $line in *\\) ;; *) inside=yes ;; esac
            ;;
        yes:*) expected+=$line$'\n' ;;
    esac
done 3<"$OLDPWD/README.md"

[ "$mode" = --print ] || echo "$commands commands of the README ran, $failures differ"
[ "$commands" -gt 0 ] && [ "$failures" -eq 0 ]
