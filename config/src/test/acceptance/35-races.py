"""Terms and races over the wire; 35-races.sh starts it with the command line of the server."""
import itertools
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

COMMAND = shlex.split(sys.argv[1])
work = tempfile.mkdtemp()
data = os.path.join(work, "data")
server = None
url = None
checks = 0
calls = itertools.count(1)


def fail(what):
    print("FAILED:", what, file=sys.stderr)
    log = os.path.join(data, "logs", "clearhold.log")
    if os.path.exists(log):
        print(open(log).read()[-1500:], file=sys.stderr)
    os._exit(1) if threading.current_thread() is not threading.main_thread() else sys.exit(1)


def check(what, holds):
    global checks
    checks += 1
    if not holds:
        fail(what)


def equal(what, expected, actual):
    check(f"{what}: expected {expected!r}, got {actual!r}", expected == actual)


def step(text):
    print("-", text, flush=True)


def start():
    global server, url
    banner = os.path.join(work, "banner")
    with open(banner, "w") as out:
        server = subprocess.Popen(
            COMMAND + ["serve", "--data", data, "--port", "0", "--bank-port", "0"], stdout=out, stderr=subprocess.STDOUT)
    until = time.time() + 300
    while "is ready" not in open(banner).read():
        if server.poll() is not None or time.time() > until:
            fail("the server did not get ready: " + open(banner).read())
        time.sleep(0.05)
    url = next(line.split()[1] for line in open(banner) if line.split()[:1] == ["API"])


def call(method, path, body=None, key=None, secret=None):
    request = urllib.request.Request(url + path, method=method)
    if secret:
        request.add_header("Clearhold-Client-Secret", secret)
    else:
        request.add_header("Authorization", "Bearer " + (key or platform))
    content = None
    if method != "GET":
        content = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        request.add_header("Content-Type", "application/json")
        request.add_header("Idempotency-Key", f"races-{next(calls)}")
    try:
        with urllib.request.urlopen(request, content, timeout=120) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


def expect(status, method, path, body=None, key=None, secret=None):
    got, answer = call(method, path, body, key, secret)
    equal(f"{method} {path} {body}: {answer}", status, got)
    return answer


def refuse(status, code, method, path, body=None, key=None, secret=None):
    answer = expect(status, method, path, body, key, secret)
    equal(f"{method} {path} {body}", code, answer["code"])
    return answer


def at_once(*asks):
    """Asks everything at the same moment; the answers in the order of the asks."""
    answers = [None] * len(asks)
    barrier = threading.Barrier(len(asks))

    def ask(place):
        barrier.wait()
        answers[place] = asks[place]()

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(asks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def account(name):
    return expect(201, "POST", "/v1/accounts", {"type": "merchant", "name": name, "bank_account": {
        "holder": name, "number": "6222021234567890", "bank": "Sandbox Bank", "scheme": "sandbox"}})["id"]


def create(payee, amount=1000, **more):
    body = {"amount": amount, "currency": "CNY", "payee": payee, "reference": f"race-{next(calls)}", "mode": "escrow", **more}
    return expect(201, "POST", "/v1/payments", body)


def pay(id, token="tok_success"):
    return expect(200, "POST", f"/v1/payments/{id}/pay", {"method": {"channel": "sandbox", "token": token}})


def reaches(path, *statuses):
    until = time.time() + 20
    while True:
        found = expect(200, "GET", path)
        if found["status"] in statuses:
            return found
        if time.time() > until:
            fail(f"{path} stays {found['status']}")
        time.sleep(0.02)


def held(payee, amount=1000, **more):
    id = create(payee, amount, **more)["id"]
    pay(id)
    reaches(f"/v1/payments/{id}", "held")
    return id


def whole(id):
    """I2, of the payment and of its milestones."""
    payment = expect(200, "GET", f"/v1/payments/{id}")
    parts = ("amount_held", "amount_released", "amount_refunded", "amount_charged_back")
    equal("I2 of " + id, payment["amount_collected"], sum(payment[part] for part in parts))
    for part in parts if payment["milestones"] else ():
        equal(f"{part} of the milestones of {id}", payment[part], sum(m[part] for m in payment["milestones"]))
    return payment


def balance(id, member="available"):
    lines = expect(200, "GET", f"/v1/accounts/{id}/balance")["balances"]
    return {line["currency"]: line[member] for line in lines}.get("CNY", 0)


def codes(answers):
    return sorted(str(status) if status < 300 else body["code"] for status, body in answers)


def confirm_and_confirm():
    step("confirm × confirm: parts are released as often as they fit, the rest once")
    shop = account("Shop")
    id = held(shop)
    answers = at_once(*[lambda: call("POST", f"/v1/payments/{id}/confirm", {"amount": 300})] * 8)
    equal("300 of 1000, eight times", ["200"] * 3 + ["amount_exceeds_held"] * 5, codes(answers))
    answers = at_once(*[lambda: call("POST", f"/v1/payments/{id}/confirm")] * 8)
    equal("the rest, eight times", ["200"] + ["already_released"] * 7, codes(answers))
    equal("released", 1000, whole(id)["amount_released"])
    equal("balance", 1000, balance(shop))


def confirm_and_refund():
    step("confirm × refund: one of them has it all")
    shop = account("Shop")
    released = 0
    for _ in range(6):
        id = held(shop)
        confirm, refund = at_once(
            lambda: call("POST", f"/v1/payments/{id}/confirm"),
            lambda: call("POST", f"/v1/payments/{id}/refunds", {"reason": "changed my mind"}))
        payment = whole(id)
        if confirm[0] == 200:
            # A refund after it is a clawback.
            equal("refund after the release", 201, refund[0])
            equal("clawed back", (0, 1000), (payment["amount_released"], payment["amount_refunded"]))
        else:
            equal("confirm after the refund", "already_refunded", confirm[1]["code"])
            equal("refunded", 1000, payment["amount_refunded"])
        released += payment["amount_released"]
    equal("balance", released, balance(shop))


def cancel_and_collected():
    step("cancel × collected: held wins, or nothing was collected")
    shop = account("Shop")
    for token in ("tok_success", "tok_slow", "tok_success", "tok_decline", "tok_callback_first"):
        id = create(shop)["id"]
        pay(id, token)
        answers = at_once(*[lambda: call("POST", f"/v1/payments/{id}/cancel")] * 3)
        for status, body in answers:
            check(f"cancel: {status} {body}", status in (200, 202) or body["code"] in (
                "already_paid", "cancel_already_requested", "payment_canceled"))
        ended = reaches(f"/v1/payments/{id}", "held", "canceled", "created")
        equal("collected", 1000 if ended["status"] == "held" else 0, ended["amount_collected"])
        if ended["status"] == "canceled":
            check(f"nobody was told so: {codes(answers)}", any(status in (200, 202) for status, _ in answers))
            refuse(409, "payment_canceled", "POST", f"/v1/payments/{id}/cancel")
        whole(id)


def dispute_and_deadline():
    step("dispute × deadline: frozen and paused, or released and too late")
    shop = account("Shop")
    for _ in range(3):
        id = held(shop, auto_confirm_after=60)
        expect(200, "POST", f"/v1/payments/{id}/ship")
        dispute, _ = at_once(
            lambda: call("POST", f"/v1/payments/{id}/disputes", {"reason": "not_received"}),
            lambda: call("POST", "/v1/sandbox/clock", {"advance_seconds": 61}, operator))
        payment = whole(id)
        if dispute[0] == 201:
            equal("paused", ("shipped", 1000), (payment["status"], payment["amount_held"]))
            expect(200, "POST", f"/v1/disputes/{dispute[1]['id']}/withdraw")
            expect(200, "POST", "/v1/sandbox/clock", {"advance_seconds": 61}, operator)
        else:
            equal("too late", "already_released", dispute[1]["code"])
        equal("released in the end", 1000, whole(id)["amount_released"])


def payout_and_clawback():
    step("payout × clawback: the same money leaves once, and what is missing is owed")
    for _ in range(4):
        shop = account("Shop")
        id = held(shop)
        expect(200, "POST", f"/v1/payments/{id}/confirm")
        payouts = [lambda: call("POST", "/v1/payouts", {"account": shop, "amount": 600, "currency": "CNY"})] * 3
        refunds = [lambda: call("POST", f"/v1/payments/{id}/refunds", {"amount": 500, "reason": "broken"})] * 3
        answers = at_once(*payouts, *refunds)
        paid = sum(status == 201 for status, _ in answers[:3])
        back = sum(status == 201 for status, _ in answers[3:])
        for status, body in answers[:3]:
            check(f"payout: {status} {body}", status == 201 or body["code"] == "insufficient_balance")
        equal("refunds of what was released", 2, back)
        equal("all of it was given back", (0, 1000), (whole(id)["amount_released"], whole(id)["amount_refunded"]))
        equal("owed", 600 * paid, balance(shop, "debt"))
        equal("available", 0, balance(shop))


def milestones():
    step("milestones: each shipped, confirmed and refunded by its name, also at once")
    shop = account("Studio")
    parts = [{"name": "Design", "amount": 300}, {"name": "建造", "amount": 600}, {"name": "Care", "amount": 100}]
    refuse(422, "milestones_mismatch", "POST", "/v1/payments", {
        "amount": 999, "currency": "CNY", "payee": shop, "reference": "m", "mode": "escrow", "milestones": parts})
    id = held(shop, milestones=parts)
    path = f"/v1/payments/{id}"
    refuse(422, "milestone_not_found", "POST", path + "/ship", {"milestone": "Nothing"})
    answers = at_once(*[lambda: call("POST", path + "/ship", {"milestone": "建造", "carrier": "SF"})] * 4)
    equal("one ships", ["200"] + ["milestone_already_shipped"] * 3, codes(answers))
    answers = at_once(
        *[lambda: call("POST", path + "/confirm", {"milestone": "建造"})] * 3,
        *[lambda: call("POST", path + "/refunds", {"milestone": "建造", "reason": "crooked"})] * 3)
    won = [code for code in codes(answers) if code.startswith("2")]
    equal("once", 1, len(won))
    payment = whole(id)
    status = {m["name"]: m["status"] for m in payment["milestones"]}
    equal("statuses", {"Design": "held", "Care": "held", "建造": "released" if won == ["200"] else "refunded"}, status)
    expect(200, "POST", path + "/ship")
    expect(200, "POST", path + "/confirm", {"amount": 350})
    dispute = expect(201, "POST", path + "/disputes", {"reason": "torn", "milestone": "Care", "amount": 20})["id"]
    equal("paused", None, whole(id)["milestones"][2]["auto_confirm_at"])
    refuse(422, "amount_exceeds_held", "POST", path + "/confirm", {"milestone": "Care", "amount": 81})
    expect(200, "POST", f"/v1/disputes/{dispute}/withdraw")
    payment = whole(id)
    equal("from the first on", ["released", status["建造"], "shipped"], [m["status"] for m in payment["milestones"]])
    equal("its own deadline", True, payment["milestones"][2]["auto_confirm_at"] is not None)
    expect(200, "POST", "/v1/sandbox/clock", {"advance_seconds": 864001}, operator)
    equal("confirmed itself", "released", whole(id)["milestones"][2]["status"])
    listed = next(p for p in expect(200, "GET", f"/v1/payments?payee={shop}&limit=1")["data"])
    equal("in lists too", whole(id)["milestones"], listed["milestones"])
    types = [event["type"] for event in expect(200, "GET", path + "/story")["data"]]
    check("the story tells", {"payment.milestones_agreed", "payment.milestone_shipped", "payment.milestone_released"} <= set(types))


def terms():
    step("new terms: before it is paid, whole or not at all")
    shop, partner = account("Shop"), account("Partner")
    id = create(shop, metadata={"a": "1"}, description="three chairs", splits=[{"account": partner, "bps": 1000}])["id"]
    path = f"/v1/payments/{id}"
    changed = expect(200, "PATCH", path, {
        "amount": 700, "description": None, "metadata": {"b": "2"}, "splits": [{"account": partner, "amount": 70}], "auto_refund": True})
    equal("terms", (700, None, {"a": "1", "b": "2"}, True), tuple(changed[m] for m in ("amount", "description", "metadata", "auto_refund")))
    equal("GET", changed, expect(200, "GET", path))
    refuse(422, "splits_exceed_amount", "PATCH", path, {"amount": 69})
    refuse(422, "milestones_mismatch", "PATCH", path, {"milestones": [{"name": "A", "amount": 1}]})
    refuse(422, "deadline_in_past", "PATCH", path, {"pay_by": "2020-01-01T00:00:00Z"})
    for member in ("reference", "currency", "payee", "payer", "mode"):
        refuse(400, "unknown_field", "PATCH", path, {member: "x"})
    equal("nothing changed", changed, expect(200, "GET", path))
    answers = at_once(
        *[lambda: call("PATCH", path, {"amount": 800})] * 3,
        lambda: call("POST", path + "/pay", {"method": {"channel": "sandbox", "token": "tok_success"}}))
    equal("paid", 200, answers[3][0])
    for status, body in answers[:3]:
        check(f"{status} {body}", status == 200 or body["code"] in ("payment_pending", "already_paid", "object_changed"))
    collected = reaches(path, "held")
    equal("what stood when it was paid", answers[3][1]["amount"], collected["amount_collected"])
    refuse(409, "already_paid", "PATCH", path, {"amount": 1})


def links():
    step("payment links: a public secret, so many payments and no more")
    shop = account("Tea")
    link = expect(201, "POST", "/v1/payment_links", {
        "payee": shop, "amount": 4900, "currency": "CNY", "description": "Tea for two", "max_uses": 5, "metadata": {"table": "4"}})
    path = f"/v1/payment_links/{link['id']}"
    secret = link["secret"]
    equal("the page sees what it sells", 4900, expect(200, "GET", path, secret=secret)["amount"])
    equal("but not the secret", None, expect(200, "GET", path, secret=secret)["secret"])
    answers = at_once(*[lambda: call("POST", link["url"], secret=secret)] * 9)
    equal("uses", ["201"] * 5 + ["payment_link_used_up"] * 4, codes(answers))
    made = [body for status, body in answers if status == 201]
    equal("references", 5, len({payment["reference"] for payment in made}))
    for payment in made:
        equal("payment", (link["id"], "Tea for two", {"table": "4"}), (payment["payment_link"], payment["description"], payment["metadata"]))
    mine = made[0]
    refuse(404, "not_found", "GET", f"/v1/payments/{mine['id']}", secret=made[1]["client_secret"])
    status, _ = call("GET", f"/v1/payments/{mine['id']}", secret=secret)
    check(f"a link's secret opens no payment: {status}", status in (403, 404))
    body = {"method": {"channel": "sandbox", "token": "tok_success"}}
    expect(200, "POST", f"/v1/payments/{mine['id']}/pay", body, secret=mine["client_secret"])
    reaches(f"/v1/payments/{mine['id']}", "held")
    equal("uses", 5, expect(200, "GET", path)["uses"])
    expect(200, "PATCH", path, {"max_uses": 6, "description": None})
    expect(201, "POST", link["url"])
    equal("inactive", "inactive", expect(200, "POST", path + "/deactivate")["status"])
    refuse(409, "payment_link_inactive", "POST", link["url"], secret=secret)
    until = time.time() + 20
    while expect(200, "GET", f"/v1/payment_links?payee={shop}")["data"][:1] != [{**expect(200, "GET", path), "secret": None}]:
        check("the list gets there", time.time() < until)
        time.sleep(0.05)
    equal("payments by link", 6, len(expect(200, "GET", f"/v1/payments?payee={shop}")["data"]))


def amounts():
    step("amounts at the edges, of currencies with 0, 2 and 3 decimals")
    shop = account("Edge")
    for currency in ("JPY", "CNY", "KWD"):
        for number in ("0", "-1", "1.0", "1e2", '"100"', "9223372036854775808", "null"):
            body = ('{"amount":%s,"currency":"%s","payee":"%s","reference":"edge","mode":"escrow"}' % (number, currency, shop)).encode()
            refuse(400, "invalid_field", "POST", "/v1/payments", body)
        for number in (1, 2 ** 53, 2 ** 53 + 1):
            payment = expect(201, "POST", "/v1/payments", {
                "amount": number, "currency": currency, "payee": shop, "reference": f"edge-{currency}-{number}", "mode": "escrow",
                "splits": [{"account": shop, "bps": 3333}]})
            equal("amount", number, payment["amount"])
            pay(payment["id"])
            reaches(f"/v1/payments/{payment['id']}", "held")
            for part in {1, number // 3}:
                if part and part < number:
                    expect(200, "POST", f"/v1/payments/{payment['id']}/confirm", {"amount": part})
            expect(200, "POST", f"/v1/payments/{payment['id']}/confirm")
            equal("released", number, whole(payment["id"])["amount_released"])
        status, body = call("POST", "/v1/payments", {
            "amount": 2 ** 63 - 1, "currency": currency, "payee": shop, "reference": f"edge-{currency}", "mode": "escrow"})
        equal("the largest, beside others", (422, "amount_too_large"), (status, body.get("code")))
        lines = {line["currency"]: line["available"] for line in expect(200, "GET", f"/v1/accounts/{shop}/balance")["balances"]}
        equal("all of it", 2 ** 54 + 2, lines[currency])


begun = time.time()
try:
    start()
    print(f"  {time.time() - begun:.1f} s to start")
    keys = json.load(open(os.path.join(data, "sandbox-keys.json")))
    platform, operator = keys["platform_key"], keys["operator_key"]
    confirm_and_confirm()
    confirm_and_refund()
    cancel_and_collected()
    payout_and_clawback()
    terms()
    links()
    milestones()
    amounts()
    dispute_and_deadline()
    for totals in expect(200, "GET", "/v1/ledger/trial_balance", key=operator)["data"]:
        equal("debits and credits", totals["debits"], totals["credits"])
    server.send_signal(signal.SIGTERM)
    server.wait()
    print(f"  {time.time() - begun:.1f} s since the start")
    step("replay decides everything the same")
    replay = subprocess.run(COMMAND + ["replay", "--verify", "--data", data], capture_output=True, text=True)
    if replay.returncode != 0 or "differences 0" not in " ".join(replay.stdout.split()):
        fail("replay: " + replay.stdout + replay.stderr)
    print(f"races done: {checks} checks")
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
