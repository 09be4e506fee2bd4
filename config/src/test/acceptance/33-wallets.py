"""Wallets over the wire; 33-wallets.sh starts it with the command line of the server."""
import datetime
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

COMMAND = shlex.split(sys.argv[1])
work = tempfile.mkdtemp()
data = os.path.join(work, "data")
server = None
url = None
checks = 0
calls = 0


def fail(what):
    print("FAILED:", what, file=sys.stderr)
    log = os.path.join(data, "logs", "clearhold.log")
    if os.path.exists(log):
        print(open(log).read()[-1500:], file=sys.stderr)
    sys.exit(1)


def equal(what, expected, actual):
    global checks
    checks += 1
    if expected != actual:
        fail(f"{what}: expected {expected!r}, got {actual!r}")


def step(text):
    print("-", text, flush=True)


def start(port=0, bank_port=0):
    global server, url
    banner = os.path.join(work, "banner")
    with open(banner, "w") as out:
        server = subprocess.Popen(
            COMMAND + ["serve", "--data", data, "--port", str(port), "--bank-port", str(bank_port)],
            stdout=out, stderr=subprocess.STDOUT)
    until = time.time() + 300
    while "is ready" not in open(banner).read():
        if server.poll() is not None or time.time() > until:
            fail("the server did not get ready: " + open(banner).read())
        time.sleep(0.05)
    for line in open(banner):
        words = line.split()
        if words[:1] == ["API"]:
            url = words[1]
        if words[:2] == ["Sandbox", "bank"]:
            ports = (int(url.rsplit(":", 1)[1]), int(words[2].rsplit(":", 1)[1]))
    while True:
        with urllib.request.urlopen(url + "/readyz") as answer:
            if b"degraded" not in answer.read():
                return ports
        if time.time() > until:
            fail("the lists are not there")
        time.sleep(0.1)


def call(method, path, body=None, key=None):
    global calls
    calls += 1
    request = urllib.request.Request(url + path, method=method)
    request.add_header("Authorization", "Bearer " + (key or platform))
    content = None
    if method != "GET":
        content = json.dumps(body or {}).encode()
        request.add_header("Content-Type", "application/json")
        request.add_header("Idempotency-Key", f"wallets-{calls}")
    try:
        with urllib.request.urlopen(request, content, timeout=120) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


def expect(status, method, path, body=None, key=None):
    got, answer = call(method, path, body, key)
    equal(f"{method} {path} {body}: {answer}", status, got)
    return answer


def refuse(status, code, method, path, body=None, key=None):
    answer = expect(status, method, path, body, key)
    equal(f"{method} {path}", code, answer["code"])
    return answer


def advance(seconds):
    expect(200, "POST", "/v1/sandbox/clock", {"advance_seconds": seconds}, operator)


def account(name, bank=None):
    body = {"type": "merchant", "name": name}
    if bank:
        body["bank_account"] = {"holder": name, "number": bank, "bank": "Sandbox Bank", "scheme": "sandbox"}
    return expect(201, "POST", "/v1/accounts", body)["id"]


def balance(id, member="available"):
    lines = expect(200, "GET", f"/v1/accounts/{id}/balance")["balances"]
    return {line["currency"]: line[member] for line in lines}.get("CNY", 0)


def top_up(id, amount, token="tok_success"):
    return expect(201, "POST", "/v1/topups", {
        "account": id, "amount": amount, "currency": "CNY", "method": {"channel": "sandbox", "token": token}})["id"]


def reaches(path, *statuses):
    until = time.time() + 20
    while True:
        found = expect(200, "GET", path)
        if found["status"] in statuses:
            return found
        if time.time() > until:
            fail(f"{path} stays {found['status']}")
        time.sleep(0.05)


def payout(id, amount, number=None):
    body = {"account": id, "amount": amount, "currency": "CNY"}
    if number:
        body["destination"] = {"holder": "Shop", "number": number, "bank": "Sandbox Bank", "scheme": "sandbox"}
    return expect(201, "POST", "/v1/payouts", body)["id"]


def breaks(kind):
    head = expect(200, "GET", "/v1/ledger/head", key=operator)["sequence"]
    until = time.time() + 20
    while True:
        page = expect(200, "GET", "/v1/breaks?status=open&limit=100", key=operator)
        found = [b for b in page["data"] if b["type"] == kind]
        if found or time.time() > until:
            return found
        time.sleep(0.1)


def event(type, about):
    """The data of the event of a type about an object, once the list has it."""
    until = time.time() + 20
    while time.time() < until:
        for found in expect(200, "GET", "/v1/events?limit=100&type=" + type)["data"]:
            if found["data"].get("id") == about:
                return found["data"]
        time.sleep(0.1)
    fail(f"no event {type} about {about}")


def transfers():
    step("transfers: at once, own side only, both amounts in the refusal")
    a, b = account("A"), account("B")
    reaches("/v1/topups/" + top_up(a, 5000), "succeeded")
    made = expect(201, "POST", "/v1/transfers", {
        "from": a, "to": b, "amount": 1500, "currency": "CNY", "reference": "rent-11", "metadata": {"month": "11"}})
    equal("status", "succeeded", made["status"])
    equal("balances", (3500, 1500), (balance(a), balance(b)))
    equal("by id", made, expect(200, "GET", "/v1/transfers/" + made["id"]))
    answer = refuse(422, "insufficient_balance", "POST", "/v1/transfers", {
        "from": a, "to": b, "amount": 3501, "currency": "CNY"})
    equal("detail", "Available 3500, asked 3501.", answer["detail"])
    refuse(422, "same_account", "POST", "/v1/transfers", {"from": a, "to": a, "amount": 1, "currency": "CNY"})
    refuse(403, "forbidden", "POST", "/v1/transfers", {"from": a, "to": b, "amount": 1, "currency": "CNY"}, operator)
    for wrong in (0, -1, 2**63):
        refuse(400, "invalid_field", "POST", "/v1/transfers", {"from": a, "to": b, "amount": wrong, "currency": "CNY"})
    key = expect(201, "POST", f"/v1/accounts/{b}/keys")["secret"]
    refuse(404, "not_found", "POST", "/v1/transfers", {"from": a, "to": b, "amount": 1, "currency": "CNY"}, key)
    equal("seen by the recipient", made["id"], expect(200, "GET", "/v1/transfers/" + made["id"], key=key)["id"])
    listed = event("transfer.created", made["id"])
    equal("event", (a, b), (listed["from"], listed["to"]))
    page = expect(200, "GET", f"/v1/transfers?from={a}")
    equal("list", [made], page["data"])


def top_ups():
    step("top-ups: every token of the sandbox bank")
    outcomes = {
        "tok_success": ("succeeded", 100), "tok_slow": ("succeeded", 100), "tok_timeout": ("succeeded", 100),
        "tok_duplicate": ("succeeded", 100), "tok_callback_first": ("succeeded", 100),
        "tok_decline": ("declined", 0), "tok_timeout_lost": ("failed", 0), "tok_wrong_amount": ("failed", 0),
        "tok_late": ("declined", 0),
    }
    made = {}
    for token in outcomes:
        wallet = account(token)
        made[token] = (wallet, top_up(wallet, 100, token))
    never = top_up(account("never"), 100, "tok_never")
    advance(600)
    for token, (status, available) in outcomes.items():
        wallet, id = made[token]
        equal(token, status, reaches("/v1/topups/" + id, "succeeded", "declined", "failed")["status"])
        equal(token, available, balance(wallet))
    equal("reason", "wrong_amount", expect(200, "GET", "/v1/topups/" + made["tok_wrong_amount"][1])["failure"]["code"])
    equal("wrong amount", made["tok_wrong_amount"][1], breaks("wrong_amount")[0]["topup"])
    equal("late", made["tok_late"][1], breaks("late_collection")[0]["topup"])
    equal("never", "pending", expect(200, "GET", "/v1/topups/" + never)["status"])
    advance(16 * 86400)
    equal("never, closed", "failed", reaches("/v1/topups/" + never, "failed")["status"])
    equal("event", "declined", event("topup.declined", made["tok_decline"][1])["reason"])
    refuse(400, "invalid_field", "POST", "/v1/topups", {
        "account": never.replace("top_", "acc_"), "amount": 1, "currency": "CNY", "method": {"wallet": account("W")}})


def standing():
    step("freeze, unfreeze, close")
    shop, other = account("Shop"), account("Other")
    reaches("/v1/topups/" + top_up(shop, 900), "succeeded")
    refuse(403, "forbidden", "POST", f"/v1/accounts/{shop}/freeze")
    frozen = expect(200, "POST", f"/v1/accounts/{shop}/freeze", {"reason": "reported"}, operator)
    equal("status", "frozen", frozen["status"])
    refuse(409, "account_frozen", "POST", f"/v1/accounts/{shop}/freeze", key=operator)
    payment = {"amount": 10, "currency": "CNY", "mode": "escrow", "reference": "r1"}
    for method, path, body in (
            ("POST", "/v1/payments", {**payment, "payee": shop}),
            ("POST", "/v1/payments", {**payment, "payee": other, "payer": shop}),
            ("POST", "/v1/transfers", {"from": shop, "to": other, "amount": 1, "currency": "CNY"}),
            ("POST", "/v1/transfers", {"from": other, "to": shop, "amount": 1, "currency": "CNY"}),
            ("POST", "/v1/topups", {"account": shop, "amount": 1, "currency": "CNY",
                                    "method": {"channel": "sandbox", "token": "tok_success"}}),
            ("POST", "/v1/payouts", {"account": shop, "amount": 1, "currency": "CNY"})):
        refuse(409, "account_not_active", method, path, body)
    step("unfreezing takes two persons")
    approval = expect(202, "POST", f"/v1/accounts/{shop}/unfreeze", {"reason": "explained"}, operator)
    equal("reason", "explained", approval["reason"])
    refuse(403, "same_person", "POST", f"/v1/approvals/{approval['id']}/approve", key=operator)
    equal("frozen until then", "frozen", expect(200, "GET", f"/v1/accounts/{shop}")["status"])
    expect(200, "POST", f"/v1/approvals/{approval['id']}/approve", key=second)
    equal("unfrozen", "active", expect(200, "GET", f"/v1/accounts/{shop}")["status"])
    expect(201, "POST", "/v1/transfers", {"from": shop, "to": other, "amount": 1, "currency": "CNY"})
    refuse(409, "account_not_frozen", "POST", f"/v1/accounts/{shop}/unfreeze", key=operator)
    return shop, other


def closing(shop, other):
    step("closing needs an empty account; money that still comes goes to suspense")
    refuse(409, "account_has_balance", "POST", f"/v1/accounts/{shop}/close", key=operator)
    gone = account("Gone")
    late = top_up(gone, 333, "tok_slow")
    expect(200, "POST", f"/v1/accounts/{gone}/close", key=operator)
    equal("late money", "failed", reaches("/v1/topups/" + late, "failed", "succeeded")["status"])
    equal("break", late, breaks("account_closed")[0]["topup"])
    refuse(409, "account_closed", "POST", f"/v1/accounts/{gone}/unfreeze", key=operator)
    equal("event", "closed", event("account.closed", gone)["status"])
    equal("listed", "closed", expect(200, "GET", f"/v1/accounts/{gone}")["status"])


def payouts():
    step("payouts: failed, returned after being paid, unknown and found, canceled")
    shop = account("Payee", "62170000004242")
    reaches("/v1/topups/" + top_up(shop, 1000), "succeeded")
    equal("failed", "failed", reaches("/v1/payouts/" + payout(shop, 100, "62170000000001"), "failed")["status"])
    returned = payout(shop, 100, "62170000000002")
    advance(86400)
    reaches("/v1/payouts/" + returned, "returned")
    found = payout(shop, 100, "62170000000003")
    reaches("/v1/payouts/" + found, "unknown", "submitted", "paid")
    advance(120)
    reaches("/v1/payouts/" + found, "paid")
    reaches("/v1/payouts/" + payout(shop, 100), "paid")
    equal("left", 800, balance(shop))
    equal("outgoing", 0, balance(shop, "outgoing"))
    refuse(409, "payout_not_pending", "POST", f"/v1/payouts/{found}/cancel")


def schedules():
    step("payouts by schedule, and a changed bank account")
    shop = account("Scheduled", "62170000007777")
    path = f"/v1/accounts/{shop}/payout_schedule"
    refuse(400, "invalid_field", "PUT", path, {"interval": "hourly"})
    shown = expect(200, "PUT", path, {"interval": "daily", "minimum": 100})["payout_schedule"]
    equal("schedule", ("daily", 0, 100), (shown["interval"], shown["delay_days"], shown["minimum"]))
    cut = datetime.datetime.fromisoformat(shown["next_at"])
    equal("cut-off of a business day", (True, "16:00"), (cut.weekday() < 5, cut.strftime("%H:%M")))
    reaches("/v1/topups/" + top_up(shop, 700), "succeeded")
    advance(4 * 86400)
    made = expect(200, "GET", f"/v1/payouts?account={shop}")["data"]
    equal("one payout of all", [700], [p["amount"] for p in made])
    reaches("/v1/payouts/" + made[0]["id"], "paid")
    expect(200, "PUT", path, {"interval": "manual"})
    reaches("/v1/topups/" + top_up(shop, 50), "succeeded")
    bank = {"holder": "Scheduled", "number": "62170000007778", "bank": "Sandbox Bank", "scheme": "sandbox"}
    waits = expect(200, "PATCH", f"/v1/accounts/{shop}", {"bank_account": bank})["payouts_from"]
    equal("cool-off", True, waits is not None)
    refuse(409, "payout_cool_off", "POST", "/v1/payouts", {"account": shop, "amount": 50, "currency": "CNY"})
    advance(86400)
    reaches("/v1/payouts/" + payout(shop, 50), "paid")


def limits():
    step("limits: refuse, hold, flag; each decision is an event")
    shop, other = account("Limited", "62170000009999"), account("Other side")
    reaches("/v1/topups/" + top_up(shop, 5000), "succeeded")
    path = f"/v1/accounts/{shop}/limits"
    equal("none yet", [], expect(200, "GET", path)["rules"])
    refuse(400, "invalid_field", "PUT", path, {"rules": [{"on": "payout", "max_amount": 1}]})
    shown = expect(200, "PUT", path, {
        "rules": [
            {"on": "payout", "max_amount": 500, "currency": "CNY", "action": "hold"},
            {"on": "transfer", "max_per_day": 1000, "currency": "CNY"},
            {"on": "payment", "max_amount": 700, "currency": "CNY", "action": "flag"}],
        "blocked_accounts": [other], "blocked_destinations": ["6217 0000 0000 5555"]})
    equal("shown", shown, expect(200, "GET", path))
    equal("numbers stay hidden", ["****5555"], shown["blocked_destinations"])
    third = account("Third")
    move = {"from": shop, "currency": "CNY"}
    expect(201, "POST", "/v1/transfers", {**move, "to": third, "amount": 999})
    answer = refuse(422, "limit_exceeded", "POST", "/v1/transfers", {**move, "to": third, "amount": 2})
    equal("detail", "The limit is 1000, this would come to 1001.", answer["detail"])
    refuse(422, "account_blocked", "POST", "/v1/transfers", {**move, "to": other, "amount": 1})
    blocked = {"holder": "B", "number": "62170000-00005555", "bank": "Sandbox Bank", "scheme": "sandbox"}
    refuse(422, "destination_blocked", "POST", "/v1/payouts", {
        "account": shop, "amount": 1, "currency": "CNY", "destination": blocked})
    held = payout(shop, 600)
    equal("held", ("pending", True), tuple(expect(200, "GET", "/v1/payouts/" + held)[m] for m in ("status", "held")))
    refuse(403, "forbidden", "POST", f"/v1/payouts/{held}/release")
    expect(200, "POST", f"/v1/payouts/{held}/release", {"reason": "called"}, operator)
    reaches("/v1/payouts/" + held, "paid")
    refused = payout(shop, 600)
    equal("refused", "failed", expect(200, "POST", f"/v1/payouts/{refused}/refuse", key=operator)["status"])
    refuse(409, "payout_not_held", "POST", f"/v1/payouts/{refused}/refuse", key=operator)
    expect(201, "POST", "/v1/payments", {
        "amount": 701, "currency": "CNY", "payee": shop, "mode": "escrow", "reference": "flagged"})
    until = time.time() + 20
    wanted = {"refuse", "hold", "flag", "release", "reject"}
    while True:
        page = expect(200, "GET", "/v1/events?limit=100&type=risk.decided")["data"]
        found = {e["data"]["status"] for e in page if e["data"]["account"] == shop}
        if found == wanted or time.time() > until:
            break
        time.sleep(0.1)
    equal("events", wanted, found)
    made = expect(201, "POST", f"/v1/accounts/{shop}/keys")
    expect(200, "PUT", f"/v1/keys/{made['id']}/limits", {
        "rules": [{"on": "any", "max_count": 1, "window_seconds": 60}]})
    expect(201, "POST", "/v1/transfers", {**move, "to": third, "amount": 1}, made["secret"])
    refuse(422, "limit_exceeded", "POST", "/v1/transfers", {**move, "to": third, "amount": 1}, made["secret"])


def snapshot():
    head = expect(200, "GET", "/v1/ledger/head", key=operator)
    totals = expect(200, "GET", "/v1/ledger/trial_balance")
    return totals["data"]


def stop(number):
    server.send_signal(number)
    server.wait()


try:
    ports = start()
    keys = json.load(open(os.path.join(data, "sandbox-keys.json")))
    platform, operator = keys["platform_key"], keys["operator_key"]
    second = keys["second_operator_key"]
    transfers()
    top_ups()
    shop, other = standing()
    closing(shop, other)
    payouts()
    schedules()
    limits()
    before = snapshot()
    for totals in before:
        equal("debits and credits", totals["debits"], totals["credits"])
    step("kill -9, start again: everything as it was")
    stop(signal.SIGKILL)
    start(*ports)
    equal("trial balance", before, snapshot())
    stop(signal.SIGTERM)
    step("replay decides everything the same")
    replay = subprocess.run(COMMAND + ["replay", "--verify", "--data", data], capture_output=True, text=True)
    if replay.returncode != 0 or "differences 0" not in " ".join(replay.stdout.split()):
        fail("replay: " + replay.stdout + replay.stderr)
    print(f"wallets done: {checks} checks")
finally:
    if server and server.poll() is None:
        server.kill()
    # The server's PostgreSQL outlives a kill.
    pid = os.path.join(data, "postgres", "data", "postmaster.pid")
    if os.path.exists(pid):
        try:
            os.kill(int(open(pid).readline()), signal.SIGKILL)
        except (ProcessLookupError, ValueError):
            pass
    shutil.rmtree(work, ignore_errors=True)
