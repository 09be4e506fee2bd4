package io.clearhold.ledger.state;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.proof.EntrySide;
import java.io.IOException;

/**
 * What was ever posted in one currency, on each side of each kind of account; from it follows where
 * the kinds stand. Beside it the sums of open breaks, which the suspense accounts must equal.
 */
public final class CurrencyTotals {
    /**
     * Once this was debited in all, nothing new is started: what is under way still fits a long.
     */
    private static final long TURNOVER_LIMIT = 1L << 61;

    /** What payments may come to in all; each unit of it is under way in few places at once. */
    private static final long EXPOSURE_LIMIT = 1L << 60;

    private static final int CREDITS = AccountKind.LIMIT;
    private static final int EXPOSURE = 2 * AccountKind.LIMIT;
    private static final int OPEN_CREDIT_BREAKS = EXPOSURE + 1;
    private static final int OPEN_DEBIT_BREAKS = EXPOSURE + 2;
    private static final int SHORTFALL = EXPOSURE + 3;

    /** Words of its record, before the identity. */
    static final int WORDS = EXPOSURE + 4;

    private final int currency;
    private final Table table;

    /** Of its record, which is made with the first posting: asking changes no state. */
    private int index = RecordTable.NOT_FOUND;

    /** Debits by kind, then credits by kind, then the rest: a record for each currency. */
    static final class Table extends RecordTable {
        private static final int TAG = 10;

        Table(StateHash hash) {
            super(TAG, WORDS + 1, WORDS + 1, hash);
        }
    }

    /** Follow from the breaks. */
    private long openCreditBreakCount;

    private long openDebitBreakCount;

    /** The sum of all debits, which is that of all credits; follows from the words. */
    private long turnover;

    CurrencyTotals(int currency, Table table) {
        this.currency = currency;
        this.table = table;
    }

    int currency() {
        return currency;
    }

    /** All debits ever posted, minor units. */
    public long debits() {
        return sum(0);
    }

    /** All credits ever posted, minor units. */
    public long credits() {
        return sum(CREDITS);
    }

    /** What was ever debited to accounts of a kind. */
    public long debits(AccountKind kind) {
        return word(kind.code());
    }

    /** What was ever credited to accounts of a kind. */
    public long credits(AccountKind kind) {
        return word(CREDITS + kind.code());
    }

    /** The sum of the balances of one kind, positive on its normal side. */
    public long balance(AccountKind kind) {
        long debitBalance = debits(kind) - credits(kind);
        return kind.normalSide() == AccountKind.Side.DEBIT ? debitBalance : -debitBalance;
    }

    /** Whether {@code amount} more could come to overflow a total, were it paid in and out. */
    public boolean isFullFor(long amount) {
        return isFull() || amount > EXPOSURE_LIMIT || word(EXPOSURE) > EXPOSURE_LIMIT - amount;
    }

    /**
     * Whether a bank's word of money fits, whatever it may be: one that is larger than all payments
     * together may be is an error of the bank's, and would lock the currency if it were booked.
     */
    public boolean takesFact(long amount) {
        return amount > 0 && amount <= EXPOSURE_LIMIT && !isFull();
    }

    /** Whether so much was moved that no further movement may be started. */
    public boolean isFull() {
        return turnover > TURNOVER_LIMIT;
    }

    /** Debits less credits; 0 if the book is right. */
    public long imbalance() {
        return debits() - credits();
    }

    /** What the operator owns beyond what it owes: never to be negative (I8). */
    public long headroom() {
        return balance(AccountKind.FEES)
                + balance(AccountKind.OWN_FUNDS)
                + balance(AccountKind.RISK_RESERVE)
                - balance(AccountKind.CHANNEL_COST)
                - balance(AccountKind.DEBT)
                - balance(AccountKind.SUSPENSE_OUT);
    }

    /** Whether the last that was said of the headroom is that it is negative. */
    public boolean isShort() {
        return word(SHORTFALL) != 0;
    }

    /** The sum of open breaks on one side. */
    public long openBreaks(EntrySide side) {
        return word(wordOf(side));
    }

    /** How many breaks are open on one side. */
    public long openBreakCount(EntrySide side) {
        return switch (side) {
            case CREDIT -> openCreditBreakCount;
            case DEBIT -> openDebitBreakCount;
        };
    }

    void post(AccountKind debit, AccountKind credit, long amount) {
        add(debit.code(), amount);
        add(CREDITS + credit.code(), amount);
        turnover = Math.addExact(turnover, amount);
    }

    /** Payments that can still be collected, or were, count against what fits. */
    void expose(long amount) {
        add(EXPOSURE, amount);
    }

    void openBreak(EntrySide side, long amount) {
        add(wordOf(side), amount);
        countOpenBreaks(side, 1);
    }

    void closeBreak(EntrySide side, long amount) {
        add(wordOf(side), -amount);
        countOpenBreaks(side, -1);
    }

    private void countOpenBreaks(EntrySide side, int change) {
        switch (side) {
            case CREDIT -> openCreditBreakCount += change;
            case DEBIT -> openDebitBreakCount += change;
        }
    }

    void shortfall(boolean isShort) {
        add(SHORTFALL, (isShort ? 1 : 0) - word(SHORTFALL));
    }

    private static int wordOf(EntrySide side) {
        return switch (side) {
            case CREDIT -> OPEN_CREDIT_BREAKS;
            case DEBIT -> OPEN_DEBIT_BREAKS;
        };
    }

    private long sum(int from) {
        long sum = 0;
        for (int i = 0; i < AccountKind.LIMIT; i++) {
            sum += word(from + i);
        }
        return sum;
    }

    private long word(int word) {
        return index < 0 ? 0 : table.get(index, word + 1);
    }

    private void add(int word, long delta) {
        if (index < 0) {
            index = table.append(currency);
        }
        table.set(index, word + 1, Math.addExact(word(word), delta));
    }

    /** What does not stand in its record; its record is the table's to write. */
    void write(StateOutput out) throws IOException {
        out.put(currency);
        out.put(index);
        out.put(openCreditBreakCount);
        out.put(openDebitBreakCount);
        out.put(turnover);
    }

    static CurrencyTotals read(StateInput in, Table table) throws IOException {
        CurrencyTotals totals = new CurrencyTotals(in.takeInt(), table);
        totals.index = in.takeInt();
        totals.openCreditBreakCount = in.take();
        totals.openDebitBreakCount = in.take();
        totals.turnover = in.take();
        return totals;
    }
}
