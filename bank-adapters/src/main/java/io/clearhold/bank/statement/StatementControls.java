package io.clearhold.bank.statement;

import io.clearhold.core.money.Currencies;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that statements add up: with their own balances and sums, and one with the next. What does
 * not is a finding and never an end, because the entries are what they are. Confined to one
 * reading.
 */
public final class StatementControls {
    private final FindingLog findings;
    private final EntryReferences references = new EntryReferences();
    private final Map<String, Long> closings = new HashMap<>();
    private StatementHead head;
    private EntryTotals totals = EntryTotals.NONE;
    private long credits;
    private Page before = Page.ONLY;
    private String statementBefore = "";

    public StatementControls(FindingLog findings, StatementHead first) {
        this.findings = findings;
        head = first;
        begin(first);
    }

    /** The next statement begins. */
    public void begin(StatementHead next) {
        checkPages(next);
        head = next;
        totals = EntryTotals.NONE;
        credits = 0;
        references.clear();
        if (next.opening().isEmpty()) {
            report(FindingCode.OPENING_BALANCE_MISSING, "There is no booked opening balance.");
            return;
        }
        Long closed = closings.get(account());
        long opened = next.opening().get().signedMinor();
        if (closed != null && closed != opened) {
            report(
                    FindingCode.BALANCE_GAP,
                    "It opens with " + opened + ", the one before closed with " + closed + ".");
        }
    }

    private void checkPages(StatementHead next) {
        boolean follows = !before.last() && next.statementId().equals(statementBefore);
        if (!before.last() && !follows) {
            report(
                    FindingCode.PAGE_NOT_LAST,
                    "Page " + before.number() + " of the statement before is not its last.");
        }
        int expected = follows ? before.number() + 1 : 1;
        before = next.page();
        statementBefore = next.statementId();
        head = next;
        if (next.page().number() != expected) {
            report(
                    FindingCode.PAGE_MISSING,
                    "This is page " + next.page().number() + ", not " + expected + ".");
        }
    }

    /** An entry that is used. */
    public void entry(StatementEntry entry) {
        totals = totals.plus(entry);
        if (entry.status() == EntryStatus.BOOKED && entry.direction() == EntryDirection.CREDIT) {
            credits++;
        }
        references.check(entry, findings);
    }

    /** An entry that is not. */
    public void quarantined() {
        totals = totals.plusQuarantined();
    }

    /** The statement's end, with what it closes with and says of itself. */
    public StatementEnd end(Optional<Balance> closing, StatementSummary summary) {
        boolean summed = checkSummary(summary);
        Optional<Balance> own = closing.filter(this::isOwn);
        boolean balanced = own.equals(closing) && checkBalance(closing);
        boolean complete = summed && balanced && totals.quarantined() == 0 && head.page().last();
        return new StatementEnd(head.ordinal(), own, totals, complete);
    }

    /** All statements were read. */
    public void endOfFile() {
        if (!before.last()) {
            report(
                    FindingCode.PAGE_NOT_LAST,
                    "Page "
                            + before.number()
                            + " is not the statement's last, and no other comes.");
        }
    }

    private boolean isOwn(Balance closing) {
        if (closing.currency().equals(head.currency())) {
            return true;
        }
        report(
                FindingCode.BALANCE_CURRENCY,
                "The closing balance is in "
                        + closing.currency()
                        + ", the account in "
                        + head.currency()
                        + ".");
        return false;
    }

    private boolean checkBalance(Optional<Balance> closing) {
        if (closing.isEmpty()) {
            report(
                    FindingCode.CLOSING_BALANCE_MISSING,
                    "There is no booked closing balance: the statement is an interim one.");
            return false;
        }
        closings.put(account(), closing.get().signedMinor());
        if (head.opening().isEmpty()) {
            return false;
        }
        if (totals.quarantined() > 0) {
            report(
                    FindingCode.BALANCE_UNCHECKED,
                    totals.quarantined()
                            + " entries could not be read, so the balance cannot be checked.");
            return false;
        }
        BigInteger opened = BigInteger.valueOf(head.opening().get().signedMinor());
        BigInteger expected = opened.add(totals.netMinor());
        BigInteger closed = BigInteger.valueOf(closing.get().signedMinor());
        if (!expected.equals(closed)) {
            report(
                    FindingCode.BALANCE_MISMATCH,
                    "Opening balance "
                            + opened
                            + " and booked entries "
                            + totals.netMinor()
                            + " come to "
                            + expected
                            + " minor units, the closing balance is "
                            + closed
                            + ".");
            return false;
        }
        return true;
    }

    private boolean checkSummary(StatementSummary summary) {
        if (totals.quarantined() > 0) {
            return false;
        }
        BigInteger all = totals.creditMinor().add(totals.debitMinor());
        long debits = totals.booked() - credits;
        boolean allAgree = check(summary, "entries", summary.all(), totals.booked(), all);
        boolean creditsAgree =
                check(summary, "credits", summary.credits(), credits, totals.creditMinor());
        boolean debitsAgree =
                check(summary, "debits", summary.debits(), debits, totals.debitMinor());
        return allAgree && creditsAgree && debitsAgree;
    }

    /** Banks that list entries that are not booked may or may not count them: those are let be. */
    private boolean check(
            StatementSummary summary,
            String what,
            Optional<StatementSummary.Part> said,
            long count,
            BigInteger sumMinor) {
        if (said.isEmpty() || totals.notBooked() > 0) {
            return true;
        }
        Currencies.Entry currency = Currencies.entry(Currencies.number(head.currency()));
        int exponent = currency == null ? 0 : currency.exponent();
        BigDecimal sum = new BigDecimal(sumMinor, exponent);
        boolean countAgrees = said.get().count().isEmpty() || said.get().count().get() == count;
        boolean sumAgrees =
                said.get().sum().isEmpty() || said.get().sum().get().compareTo(sum) == 0;
        if (!countAgrees || !sumAgrees) {
            findings.report(
                    FindingCode.SUMMARY_MISMATCH,
                    summary.line(),
                    "",
                    "The statement says "
                            + said.get().count().map(String::valueOf).orElse("some")
                            + " "
                            + what
                            + said.get().sum().map(text -> " of " + text.toPlainString()).orElse("")
                            + ", it has "
                            + count
                            + " of "
                            + sum.toPlainString()
                            + ".");
        }
        return countAgrees && sumAgrees;
    }

    private String account() {
        return head.account().value() + " " + head.currency();
    }

    private void report(FindingCode code, String detail) {
        findings.report(code, head.line(), "", detail);
    }
}
