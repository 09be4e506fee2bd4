#!/usr/bin/env python3
"""A marketplace's day by the contract alone: money in every life cycle, seen from outside.

Usage: 36-marketplace.py URL SANDBOX-KEYS [SEED [PART…]]. Prints a line for each part and exits with 1 if something is
not as the contract says. With --remember FILE in the place of parts it writes down what everything looks like, with --compare FILE it
looks whether everything still does.
"""

import http.client
import json
import random
import sys
import threading
import time
import urllib.parse

DAY = 86400


class Failed(Exception):
    pass


class Answer:
    def __init__(self, status, body, headers):
        self.status, self.body, self.headers = status, body, headers

    def __getitem__(self, name):
        return self.body[name]

    def __str__(self):
        return f"{self.status} {json.dumps(self.body)[:600]}"


class Api:
    """One key, or one secret, at one server. Each thread has a connection of its own."""

    def __init__(self, url, key=None, secret=None):
        self.host = urllib.parse.urlparse(url).netloc
        self.key, self.secret = key, secret
        self.local = threading.local()

    counter = 0
    lock = threading.Lock()

    @classmethod
    def next_key(cls):
        with cls.lock:
            cls.counter += 1
            return f"market-{RUN}-{cls.counter}"

    def call(self, method, path, body=None, idempotency=None):
        headers = {}
        if self.key:
            headers["Authorization"] = "Bearer " + self.key
        if self.secret:
            headers["Clearhold-Client-Secret"] = self.secret
        data = None
        if method in ("POST", "PATCH", "PUT"):
            headers["Content-Type"] = "application/json"
            headers["Idempotency-Key"] = idempotency or self.next_key()
            data = json.dumps(body or {})
        for attempt in (1, 2):
            try:
                connection = getattr(self.local, "connection", None)
                if connection is None:
                    connection = self.local.connection = http.client.HTTPConnection(self.host, timeout=120)
                connection.request(method, path, data, headers)
                response = connection.getresponse()
                text = response.read()
                break
            except (http.client.HTTPException, OSError):
                self.local.connection = None
                if attempt == 2:
                    raise
        return Answer(response.status, json.loads(text) if text else None, response.headers)

    def ok(self, method, path, body=None, status=None):
        answer = self.call(method, path, body)
        wanted = status or (200,)
        if answer.status not in (wanted if isinstance(wanted, tuple) else (wanted,)):
            raise Failed(f"{method} {path} {body}: expected {wanted}, got {answer}")
        return answer

    def get(self, path):
        return self.ok("GET", path)

    def make(self, path, body):
        return self.ok("POST", path, body, 201)

    def post(self, path, body=None, status=200):
        return self.ok("POST", path, body, status)

    def refused(self, status, code, method, path, body=None):
        answer = self.call(method, path, body)
        if answer.status != status or answer.body.get("code") != code:
            raise Failed(f"{method} {path} {body}: expected {status} {code}, got {answer}")
        for member in ("type", "title", "status", "detail", "request_id"):
            if member not in answer.body:
                raise Failed(f"a problem without {member}: {answer}")
        return answer


def equal(what, expected, actual):
    if expected != actual:
        raise Failed(f"{what}: expected {expected!r}, got {actual!r}")


def await_that(what, look, seconds=20):
    until = time.monotonic() + seconds
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > until:
            raise Failed("waited in vain: " + what)
        time.sleep(0.05)


class Market:
    def __init__(self, url, keys):
        self.platform = Api(url, keys["platform_key"])
        self.operator = Api(url, keys["operator_key"])
        self.second = Api(url, keys["second_operator_key"])
        self.merchant, self.buyer = keys["merchant_account"], keys["buyer_account"]
        self.url, self.count = url, 0

    def account(self, kind="merchant", **more):
        bank = {"holder": "Books", "number": "6217000010001234567", "bank": "ICBC", "scheme": "cn"}
        return self.platform.make("/v1/accounts", {"type": kind, "name": f"{kind} of {RUN}", "bank_account": bank, **more})["id"]

    def terms(self, amount, **more):
        self.count += 1
        terms = {
            "amount": amount,
            "currency": "CNY",
            "payee": self.merchant,
            "payer": self.buyer,
            "reference": f"{RUN}-{self.count}",
            "mode": "escrow",
        }
        return {**terms, **more}

    def payment(self, amount, token="tok_success", **more):
        method = {"channel": "sandbox", "token": token}
        return self.platform.make("/v1/payments", self.terms(amount, method=method, **more))

    def held(self, amount, **more):
        payment = self.payment(amount, **more)["id"]
        return self.await_status(payment, "held")["id"]

    def released(self, amount, **more):
        payment = self.held(amount, **more)
        return self.platform.post(f"/v1/payments/{payment}/confirm")["id"]

    def see(self, payment):
        seen = self.platform.get("/v1/payments/" + payment)
        self.identity(seen.body)
        return seen

    @staticmethod
    def identity(p):
        parts = [p["amount_held"], p["amount_released"], p["amount_refunded"], p["amount_charged_back"]]
        if p["amount_collected"] != sum(parts) or min(parts) < 0:
            raise Failed(f"collected is not held + released + refunded + charged back: {p}")

    def await_status(self, payment, status):
        return await_that(
            f"{payment} {status}", lambda: (lambda p: p if p["status"] == status else None)(self.see(payment)))

    def advance(self, seconds):
        return self.operator.post("/v1/sandbox/clock", {"advance_seconds": seconds})

    def balance(self, account, currency="CNY"):
        for one in self.platform.get(f"/v1/accounts/{account}/balance")["balances"]:
            if one["currency"] == currency:
                return one
        return {name: 0 for name in ("available", "unsettled", "reserve", "held", "outgoing", "debt")}

    def check_books(self):
        for one in self.operator.get("/v1/ledger/trial_balance")["data"]:
            equal("debits and credits of " + one["currency"], one["debits"], one["credits"])

    def story(self, payment):
        events = self.platform.get(f"/v1/payments/{payment}/story")["data"]
        for event in events:
            for name in ("type", "at", "sequence", "postings"):
                if name not in event:
                    raise Failed(f"an event of a story without {name}: {event}")
        return events


def splits(m):
    agent, courier = m.account(), m.account()
    random_parts = random.Random(SEED)
    payment = m.held(
        10007,
        fee={"bps": 60, "min": 50, "max": 55},
        splits=[{"account": agent, "bps": 3333}, {"account": courier, "amount": 777}])
    before = {a: m.balance(a)["available"] for a in (agent, courier, m.merchant)}
    left = 10007
    while left > 0:
        part = min(left, random_parts.randint(1, 3000))
        m.platform.post(f"/v1/payments/{payment}/confirm", {"amount": part})
        left -= part
        equal("held after a part", left, m.see(payment)["amount_held"])
    got = {a: m.balance(a)["available"] - before[a] for a in before}
    seen = m.see(payment)
    equal("status", "released", seen["status"])
    equal("the fee at its maximum", 55, seen["fee_amount"])
    equal("what was agreed in parts of ten thousand, rounded down", 10007 * 3333 // 10000, got[agent])
    equal("what was agreed as an amount", 777, got[courier])
    equal("the payee gets the rest", 10007 - 55 - got[agent] - 777, got[m.merchant])
    m.platform.refused(422, "splits_exceed_amount", "POST", "/v1/payments", m.terms(100, splits=[{"account": agent, "amount": 101}]))


def disputes(m):
    payment = m.held(5000)
    shipped = m.platform.post(f"/v1/payments/{payment}/ship", {"carrier": "SF", "tracking_number": "SF1"})
    first = shipped["auto_confirm_at"]
    m.advance(4 * DAY)
    m.platform.refused(422, "amount_exceeds_held", "POST", f"/v1/payments/{payment}/disputes", {"amount": 5001, "reason": "not_as_described"})
    dispute = m.platform.make(f"/v1/payments/{payment}/disputes", {"amount": 2000, "reason": "not_as_described", "description": "the cover is torn"})
    equal("a dispute is", "open", dispute["status"])
    dispute = dispute["id"]
    # What is not in dispute can be confirmed; no more than that.
    m.platform.refused(422, "amount_exceeds_held", "POST", f"/v1/payments/{payment}/confirm", {"amount": 3001})
    m.platform.post(f"/v1/payments/{payment}/confirm")
    equal("the frozen part stays held", 2000, m.see(payment)["amount_held"])
    m.platform.refused(409, "payment_disputed", "POST", f"/v1/payments/{payment}/confirm")
    m.platform.post(f"/v1/disputes/{dispute}/reject", {"note": "it was whole when it left"})
    m.platform.post(f"/v1/disputes/{dispute}/escalate")
    m.advance(20 * DAY)
    equal("a deadline does not pass while a dispute is open", 2000, m.see(payment)["amount_held"])
    award = {"buyer_amount": 1500, "seller_amount": 501}
    m.operator.refused(422, "award_mismatch", "POST", f"/v1/disputes/{dispute}/resolve", award)
    m.platform.refused(403, "forbidden", "POST", f"/v1/disputes/{dispute}/resolve", {"buyer_amount": 1500, "seller_amount": 500})
    resolved = m.operator.post(f"/v1/disputes/{dispute}/resolve", {"buyer_amount": 1500, "seller_amount": 500, "note": "both"})
    equal("the dispute is", "resolved", resolved["status"])
    seen = m.see(payment)
    equal("released, refunded", (3500, 1500), (seen["amount_released"], seen["amount_refunded"]))
    equal("nothing is held", "released", seen["status"])
    types = [event["type"] for event in m.story(payment)]
    for wanted in ("payment.held", "dispute.opened", "dispute.resolved", "refund.created"):
        if wanted not in types:
            raise Failed(f"the story lacks {wanted}: {types}")
    # The deadline goes on with what was left of it, and silence has its meaning.
    other = m.held(1000)
    m.platform.post(f"/v1/payments/{other}/ship")
    m.advance(4 * DAY)
    dispute = m.platform.make(f"/v1/payments/{other}/disputes", {"amount": 400, "reason": "other"})["id"]
    m.advance(2 * DAY)
    m.platform.post(f"/v1/disputes/{dispute}/withdraw")
    m.advance(5 * DAY)
    equal("six days were left", "shipped", m.see(other)["status"])
    m.advance(2 * DAY)
    equal("and they are over", "released", m.see(other)["status"])
    silent = m.held(900)
    dispute = m.platform.make(f"/v1/payments/{silent}/disputes", {"reason": "not_received"})["id"]
    m.advance(7 * DAY + 60)
    equal("a payee who is silent accepts", "accepted", m.platform.get("/v1/disputes/" + dispute)["status"])
    equal("and the buyer has it back", "refunded", m.see(silent)["status"])
    if first is None:
        raise Failed("a shipped payment has no auto_confirm_at")


def races(m):
    def race(calls):
        answers, threads = [None] * len(calls), []
        barrier = threading.Barrier(len(calls))

        def run(i, path, body):
            barrier.wait()
            answers[i] = m.platform.call("POST", path, body)

        for i, (path, body) in enumerate(calls):
            threads.append(threading.Thread(target=run, args=(i, path, body)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    for _ in range(4):
        payment = m.held(600)
        answers = race([(f"/v1/payments/{payment}/confirm", {})] * 6)
        equal("one confirmation wins", [200] + [409] * 5, sorted(a.status for a in answers))
        equal("the others are told", {"already_released"}, {a.body["code"] for a in answers if a.status == 409})
    for _ in range(4):
        payment = m.held(600)
        confirm, refund = f"/v1/payments/{payment}/confirm", f"/v1/payments/{payment}/refunds"
        race([(confirm, {}), (refund, {"reason": "changed my mind"}), (confirm, {"amount": 300})])
        seen = m.see(payment)
        equal("nothing is left over", 0, seen["amount_held"])


def clawback(m):
    poor, rich = m.account(), m.account()
    payment = m.released(3000, payee=poor, splits=[{"account": rich, "bps": 2000}])
    equal("the payee has", 2400, m.balance(poor)["available"])
    payout = m.platform.make("/v1/payouts", {"account": poor, "amount": 2400, "currency": "CNY"})["id"]
    await_that("the payout is paid", lambda: m.platform.get("/v1/payouts/" + payout)["status"] == "paid")
    m.platform.refused(422, "amount_exceeds_released", "POST", f"/v1/payments/{payment}/refunds", {"amount": 3001, "reason": "returned"})
    refund = m.platform.make(f"/v1/payments/{payment}/refunds", {"amount": 1500, "reason": "returned"})
    seen = m.see(payment)
    equal("a clawback moves released to refunded", (1500, 1500), (seen["amount_released"], seen["amount_refunded"]))
    equal("status stays", "released", seen["status"])
    equal("the split party gives back its part", 600 - 300, m.balance(rich)["available"])
    equal("the payee owes", 1200, m.balance(poor)["debt"])
    await_that("the refund succeeds", lambda: m.platform.get("/v1/refunds/" + refund["id"])["status"] == "succeeded")
    m.released(2000, payee=poor)
    equal("debt is repaid first", (0, 800), (m.balance(poor)["debt"], m.balance(poor)["available"]))


def late_money(m):
    payment = m.payment(700, "tok_late")["id"]
    m.await_status(payment, "created")
    equal("canceled at once", "canceled", m.platform.post(f"/v1/payments/{payment}/cancel")["status"])
    m.advance(120)
    seen = m.see(payment)
    equal("late money is not applied", 0, seen["amount_collected"])
    if seen["last_payment_error"] is None:
        raise Failed("late money is not shown in last_payment_error")
    breaks = await_that(
        "a break for late money",
        lambda: [b for b in m.operator.get("/v1/breaks?status=open&limit=100")["data"] if b.get("payment") == payment])
    equal("its amount", 700, breaks[0]["amount"])
    if not breaks[0]["treatment"]:
        raise Failed(f"a break without a proposed treatment: {breaks[0]}")
    # Two persons give it back.
    resolve = m.operator.post(f"/v1/breaks/{breaks[0]['id']}/resolve", {"action": "refund", "note": "too late"}, 202)
    m.operator.refused(403, "same_person", "POST", f"/v1/approvals/{resolve['id']}/approve")
    m.second.post(f"/v1/approvals/{resolve['id']}/approve", {"note": "seen"})
    equal("resolved", "resolved", m.operator.get("/v1/breaks/" + breaks[0]["id"])["status"])


def tokens(m):
    found = m.payment(100, "tok_timeout")["id"]
    lost = m.payment(101, "tok_timeout_lost")["id"]
    never = m.payment(102, "tok_never")["id"]
    declined = m.payment(103, "tok_decline")["id"]
    double = m.payment(104, "tok_duplicate")["id"]
    early = m.payment(105, "tok_callback_first")["id"]
    slow = m.payment(106, "tok_slow")["id"]
    short = m.payment(107, "tok_wrong_amount")["id"]
    m.await_status(declined, "created")
    for each in (double, early):
        m.await_status(each, "held")
    m.advance(5)
    m.await_status(slow, "held")
    await_that("the answer has timed out", lambda: (m.advance(30), m.see(found)["status"] == "held")[1])
    m.advance(300)
    m.await_status(lost, "created")
    equal("nobody knows yet", "pending", m.see(never)["status"])
    if m.see(short)["last_payment_error"] is None or m.see(short)["amount_collected"] != 0:
        raise Failed(f"a wrong amount was taken: {m.see(short)}")
    # Nobody asks the bank for days on end.
    for each in (never, short):
        m.platform.post(f"/v1/payments/{each}/cancel", None, (200, 202))
    m.await_status(never, "canceled")


def chargebacks(m):
    payment = m.payment(4000, "tok_chargeback")["id"]
    m.await_status(payment, "held")
    m.platform.post(f"/v1/payments/{payment}/confirm", {"amount": 1000})
    m.advance(DAY + 3600)
    seen = await_that(
        "the chargeback", lambda: (lambda p: p if p["amount_charged_back"] else None)(m.see(payment)))
    equal("all of it", 4000, seen["amount_charged_back"])
    listed = await_that(
        "the list shows it",
        lambda: [c for c in m.platform.get("/v1/chargebacks?limit=100")["data"] if c["payment"] == payment])
    one = m.platform.get("/v1/chargebacks/" + listed[0]["id"])
    m.platform.refused(409, "charged_back", "POST", f"/v1/payments/{payment}/refunds", {"amount": 100, "reason": "again"})
    m.platform.post(f"/v1/chargebacks/{one['id']}/accept")
    equal("accepted is lost", "lost", m.platform.get("/v1/chargebacks/" + one["id"])["status"])


def milestones(m):
    parts = [{"name": "draft", "amount": 400}, {"name": "final", "amount": 600}]
    m.platform.refused(422, "milestones_mismatch", "POST", "/v1/payments", m.terms(999, milestones=parts))
    payment = m.held(1000, milestones=parts)
    m.platform.post(f"/v1/payments/{payment}/ship", {"milestone": "draft"})
    m.platform.post(f"/v1/payments/{payment}/confirm", {"milestone": "draft"})
    seen = m.see(payment)
    equal("one is released", ["released", "held"], [one["status"] for one in seen["milestones"]])
    equal("and the other held", 600, seen["amount_held"])
    m.platform.post(f"/v1/payments/{payment}/ship", {"milestone": "final"})
    m.advance(11 * DAY)
    equal("a milestone has a deadline of its own", "released", m.see(payment)["status"])


def patches(m):
    payment = m.platform.make("/v1/payments", m.terms(500))["id"]
    changed = m.platform.ok("PATCH", f"/v1/payments/{payment}", {"amount": 450, "description": "one book less"})
    equal("new terms", (450, "created"), (changed["amount"], changed["status"]))
    m.platform.post(f"/v1/payments/{payment}/pay", {"method": {"channel": "sandbox", "token": "tok_success"}})
    m.await_status(payment, "held")
    m.platform.refused(409, "already_paid", "PATCH", f"/v1/payments/{payment}", {"amount": 400})


def wallets(m):
    anna, ben = m.account("buyer"), m.account("buyer")
    topup = m.platform.make(
        "/v1/topups",
        {"account": anna, "amount": 9000, "currency": "CNY", "method": {"channel": "sandbox", "token": "tok_success"}})["id"]
    await_that("the top-up", lambda: m.balance(anna)["available"] == 9000)
    m.platform.get("/v1/topups/" + topup)
    m.platform.make("/v1/transfers", {"from": anna, "to": ben, "amount": 2500, "currency": "CNY"})
    equal("a transfer", (6500, 2500), (m.balance(anna)["available"], m.balance(ben)["available"]))
    m.platform.refused(422, "insufficient_balance", "POST", "/v1/transfers", {"from": ben, "to": anna, "amount": 2501, "currency": "CNY"})
    paid = m.platform.make("/v1/payments", m.terms(1500, payer=anna, method={"wallet": anna}))
    equal("a wallet pays at once", "held", paid["status"])
    m.platform.make(f"/v1/payments/{paid['id']}/refunds", {"reason": "sold out"})
    equal("and has it back at once", 6500, m.balance(anna)["available"])
    def payout(ending):
        destination = {"holder": "Ben", "number": "621700001000" + ending, "bank": "ICBC", "scheme": "cn"}
        return m.platform.make("/v1/payouts", {"account": ben, "amount": 100, "currency": "CNY", "destination": destination})["id"]
    failed, returned, unknown, good = (payout(e) for e in ("0001", "0002", "0003", "0009"))
    def status(one):
        return m.platform.get("/v1/payouts/" + one)["status"]
    for one, wanted in ((failed, "failed"), (returned, "returned"), (good, "paid"), (unknown, "paid")):
        await_that(f"a payout {wanted}", lambda: status(one) == wanted or m.advance(120) and False)
    equal("what came back is there", 2500 - 200, m.balance(ben)["available"])
    m.operator.post(f"/v1/accounts/{ben}/freeze", {"reason": "checked"})
    m.platform.refused(409, "account_not_active", "POST", "/v1/transfers", {"from": ben, "to": anna, "amount": 1, "currency": "CNY"})
    m.platform.refused(409, "account_not_active", "POST", "/v1/payouts", {"account": ben, "amount": 1, "currency": "CNY"})
    approval = m.operator.post(f"/v1/accounts/{ben}/unfreeze", {"reason": "found well"}, 202)
    m.second.post(f"/v1/approvals/{approval['id']}/approve")
    m.platform.make("/v1/transfers", {"from": ben, "to": anna, "amount": 2300, "currency": "CNY"})
    m.operator.post(f"/v1/accounts/{ben}/close")
    m.operator.refused(409, "account_has_balance", "POST", f"/v1/accounts/{anna}/close")


def approvals(m):
    proposed = m.operator.post(
        "/v1/ledger/adjustments", {"type": "own_funds", "amount": 5000, "currency": "CNY", "note": "to begin with"}, 202)
    equal("it waits", "proposed", m.operator.get("/v1/approvals/" + proposed["id"])["status"])
    m.operator.refused(403, "same_person", "POST", f"/v1/approvals/{proposed['id']}/approve")
    done = m.second.post(f"/v1/approvals/{proposed['id']}/approve")
    equal("it is done", "approved", done["status"])
    m.second.refused(409, "already_approved", "POST", f"/v1/approvals/{proposed['id']}/approve")


def amounts(m):
    for currency, amount in (("JPY", 1), ("CNY", 1), ("KWD", 2**53)):
        payment = m.held(amount, currency=currency)
        equal("its amount", (amount, currency), (m.see(payment)["amount"], m.see(payment)["currency"]))
        m.platform.post(f"/v1/payments/{payment}/confirm")
    for bad in (0, -1, 2**63, 1.5, "100", 1e2):
        m.platform.refused(400, "invalid_field", "POST", "/v1/payments", m.terms(bad))
    huge = m.platform.call("POST", "/v1/payments", m.terms(2**63 - 1, currency="JPY"))
    if huge.status not in (201, 422):
        raise Failed(f"the largest amount: {huge}")


def a_year(m):
    kinds = random.Random(SEED + 1)
    made = [m.payment(1000 + i, auto_refund=kinds.random() < 0.5)["id"] for i in range(30)]
    for each in made:
        m.await_status(each, "held")
    for each in made[::2]:
        m.platform.post(f"/v1/payments/{each}/ship")
    for each in made[::5]:
        m.platform.make(f"/v1/payments/{each}/disputes", {"amount": 500, "reason": "other"})
    m.advance(366 * DAY)
    ends = {}
    for each in made:
        seen = m.see(each)
        ends[seen["status"]] = ends.get(seen["status"], 0) + 1
    if set(ends) - {"released", "refunded", "held"}:
        raise Failed(f"a year later: {ends}")
    return ends


def everything(m):
    """Every object that the lists have, by id, and the books."""
    seen = {}
    for kind in ("payments", "refunds", "disputes", "chargebacks", "payouts", "topups", "transfers", "accounts", "approvals", "breaks"):
        after, more = "", True
        while more:
            page = m.operator.get(f"/v1/{kind}?limit=100{after}").body
            for one in page["data"]:
                seen[one["id"]] = m.operator.get(f"/v1/{kind}/{one['id']}").body
            more = page["has_more"]
            after = f"&starting_after={page['data'][-1]['id']}" if more else ""
    seen["trial balance"] = m.operator.get("/v1/ledger/trial_balance")["data"]
    return seen


def remember(m, file):
    await_that("the view", lambda: len(everything(m)) == len(everything(m)))
    with open(file, "w") as out:
        json.dump(everything(m), out)


def compare(m, file):
    with open(file) as source:
        before = json.load(source)
    after = everything(m)
    for name in before:
        equal(name, before[name], after.get(name))
    print(f"- {len(before)} objects are what they were")


PARTS = [splits, disputes, races, clawback, late_money, tokens, chargebacks, milestones, patches, wallets, approvals, amounts, a_year]

if __name__ == "__main__":
    with open(sys.argv[2]) as file:
        keys = json.load(file)
    SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    RUN = f"{SEED}-{int(time.time() * 1000)}"
    only = sys.argv[4:]
    market = Market(sys.argv[1], keys)
    if only and only[0].startswith("--"):
        {"--remember": remember, "--compare": compare}[only[0]](market, only[1])
        sys.exit(0)
    failures = 0
    for part in PARTS:
        if only and part.__name__ not in only:
            continue
        began = time.monotonic()
        try:
            said = part(market)
            market.check_books()
            print(f"- {part.__name__}: as the contract says, {time.monotonic() - began:.1f} s {said or ''}", flush=True)
        except Failed as e:
            failures += 1
            print(f"- {part.__name__}: FAILED: {e}", flush=True)
    print(f"seed {SEED}, {failures} failed")
    sys.exit(1 if failures else 0)
