#!/usr/bin/env bash
# Webhooks as a merchant sees them: a receiver that checks each signature by itself, fails first attempts, and is sent everything in
# order once the sandbox's clock comes to the retries; over a kill of the server, a rotation, a replay, and a ping.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

for need in curl python3; do
    command -v "$need" >/dev/null || {
        echo "install: apt-get install $need"
        exit 77
    }
done

port=$((20000 + RANDOM % 10000))
bank_port=$((port + 1))
receiver_port=$((port + 2))
work=$(mktemp -d)
data=$work/data
server=
receiver=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$receiver" ] || kill "$receiver" 2>/dev/null || true
    wait 2>/dev/null || true
    kill -9 "$(head -n 1 "$data/postgres/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# Writes a line for each request: whether the signature holds, the answer, id, type, object_sequence, and the hash of the body.
# Secrets are in $work/secrets; answers are the status in $work/answer.
cat >"$work/receiver.py" <<'PYTHON'
import base64, hashlib, hmac, http.server, json, sys, time

work, port = sys.argv[1], int(sys.argv[2])


def holds(headers, body):
    if abs(time.time() - int(headers["webhook-timestamp"])) > 300:
        return False
    signed = b".".join([headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body])
    given = [part[3:] for part in headers["webhook-signature"].split(" ") if part.startswith("v1,")]
    for secret in open(work + "/secrets").read().split():
        key = base64.b64decode(secret.removeprefix("whsec_"))
        wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        if any(hmac.compare_digest(wanted, each) for each in given):
            return True
    return False


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        event = json.loads(body)
        status = int(open(work + "/answer").read())
        with open(work + "/received", "a") as log:
            print(
                "valid" if holds(self.headers, body) else "INVALID",
                status,
                self.headers["webhook-id"],
                event["type"],
                event["object_sequence"],
                hashlib.sha256(body).hexdigest(),
                file=log,
                flush=True,
            )
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver).serve_forever()
PYTHON

start_server() {
    ./clearhold serve --data "$data" --port "$port" --bank-port "$bank_port" >"$work/banner" 2>"$work/errors" &
    server=$!
    local try
    for try in $(seq 1 600); do
        if curl -fs -o "$work/ready" "http://127.0.0.1:$port/readyz" 2>"$work/curl-errors"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "the server did not get ready (try $try):"
    cat "$work/errors"
    exit 1
}

fail() {
    echo "FAILED: $*"
    echo "received:" && cat "$work/received"
    exit 1
}

setting() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$data/sandbox-keys.json"; }
member() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

keys=0
call() { # key, method, path, body
    keys=$((keys + 1))
    curl -s -m 40 -X "$2" "http://127.0.0.1:$port$3" -H "Authorization: Bearer $1" -H "Idempotency-Key: k-$keys-$$" \
        -H 'Content-Type: application/json' -w '\n%{http_code}' ${4:+-d "$4"} >"$work/answered"
    status=$(tail -n 1 "$work/answered")
    body=$(sed '$d' "$work/answered")
}
expect() { [ "$status" = "$1" ] || fail "wanted $1, got $status: $body"; }

advance() {
    call "$operator_key" POST /v1/sandbox/clock "{\"advance_seconds\":$1}"
    expect 200
}

pay() { # reference
    call "$platform_key" POST /v1/payments "{\"amount\":1000,\"currency\":\"CNY\",\"payee\":\"$merchant\",\"reference\":\"$1\",\"mode\":\"escrow\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}"
    expect 201
}

lines() { wc -l <"$work/received"; }
await_lines() { # how many
    local try
    for try in $(seq 1 100); do
        if [ "$(lines)" -ge "$1" ]; then return; fi
        sleep 0.1
    done
    fail "waited for $1 requests (try $try)"
}
column() { awk -v n="$1" '{print $n}' "$work/received" | sed -n "$2"; }
same() { [ "$2" = "$3" ] || fail "$1: wanted '$3', got '$2'"; }

: >"$work/received"
: >"$work/secrets"
echo 204 >"$work/answer"
python3 "$work/receiver.py" "$work" "$receiver_port" &
receiver=$!
start_server
platform_key=$(setting platform_key)
operator_key=$(setting operator_key)
merchant=$(setting merchant_account)

echo "an endpoint, and its ping"
call "$platform_key" POST /v1/webhook_endpoints '{"url":"http://192.168.0.1/hooks","events":["*"]}'
expect 400
same "a private address" "$(member code <<<"$body")" invalid_field
call "$platform_key" POST /v1/webhook_endpoints "{\"url\":\"http://127.0.0.1:$receiver_port/hooks\",\"events\":[\"payment.*\"]}"
expect 201
endpoint=$(member id <<<"$body")
member secret <<<"$body" >"$work/secrets"
call "$platform_key" POST "/v1/webhook_endpoints/$endpoint/ping"
expect 200
await_lines 1
same "the ping" "$(column 4 1p)" webhook_endpoint.ping

echo "a payment whose first attempt fails: nothing overtakes it"
echo 500 >"$work/answer"
pay order-1
await_lines 2
advance 3
same "requests before the retry" "$(lines)" 2
same "the first event" "$(column 4 2p)" payment.created
echo 204 >"$work/answer"
advance 10
await_lines 5
same "the types in their order" "$(column 4 2,5p | tr '\n' ' ')" "payment.created payment.created payment.pending payment.held "
same "their places" "$(column 5 2,5p | tr '\n' ' ')" "1 1 2 3 "
same "the id of the retry" "$(column 3 3p)" "$(column 3 2p)"
same "the body of the retry" "$(column 6 3p)" "$(column 6 2p)"
call "$platform_key" GET "/v1/webhook_endpoints/$endpoint/deliveries?limit=10"
expect 200
[[ $body == *'"status":"succeeded","next_attempt_at":null,"attempts":[{"number":1,'*'"http_status":500,'*'{"number":2,'*'"http_status":204,'* ]] ||
    fail "the list of deliveries: $body"

echo "a kill in the middle: sent again after the restart, under the same id"
echo 503 >"$work/answer"
pay order-2
await_lines 6
kill -9 "$server"
wait "$server" 2>/dev/null || true
echo 204 >"$work/answer"
start_server
advance 60
await_lines 9
id=$(column 3 6p)
same "the payment's first event again" "$(sed -n '7,$p' "$work/received" | grep -c "$id")" 1
same "the order after the kill" "$(sed -n '7,$p' "$work/received" | awk '{print $5}' | tr '\n' ' ')" "1 2 3 "

echo "a new secret: both sign for a day"
old=$(cat "$work/secrets")
call "$platform_key" POST "/v1/webhook_endpoints/$endpoint/rotate"
expect 200
new=$(member secret <<<"$body")
[ "$new" != "$old" ] || fail "the secret did not change"
call "$platform_key" POST "/v1/webhook_endpoints/$endpoint/ping"
await_lines 10
same "a signature by the old secret" "$(column 1 10p)" valid
echo "$new" >"$work/secrets"
advance 90000
call "$platform_key" POST "/v1/webhook_endpoints/$endpoint/ping"
await_lines 11
same "a signature by the new secret" "$(column 1 11p)" valid

echo "everything once more"
call "$platform_key" GET '/v1/events?after_sequence=0&limit=100'
expect 200
call "$platform_key" POST "/v1/webhook_endpoints/$endpoint/replay" '{"from_sequence":1,"to_sequence":1000000}'
expect 200
await_lines 17
same "a replayed id" "$(sed -n '12,$p' "$work/received" | grep -c "$id")" 1

echo "gone: nobody is asked again"
echo 410 >"$work/answer"
call "$platform_key" POST "/v1/webhook_endpoints/$endpoint/ping"
await_lines 18
for _ in $(seq 1 50); do
    call "$platform_key" GET "/v1/webhook_endpoints/$endpoint"
    [[ $body != *'"status":"disabled"'* ]] || break
    sleep 0.1
done
same "the status of who is gone" "$(member status <<<"$body")" disabled
advance 600
same "requests to who is gone" "$(lines)" 18
call "$platform_key" DELETE "/v1/webhook_endpoints/$endpoint"
expect 200
call "$platform_key" GET "/v1/webhook_endpoints/$endpoint"
expect 404

same "signatures that did not hold" "$(grep -c INVALID "$work/received" || true)" 0
echo "webhooks: $(lines) requests, each signed"
