package io.clearhold.ledger.state;

import io.clearhold.core.book.AccountKind;

/** What was ever posted in one currency, and where it stands by kind of account. */
public final class CurrencyTotals {
    /**
     * Once this was debited in all, nothing new is started: what is under way still fits a long.
     */
    private static final long TURNOVER_LIMIT = 1L << 61;

    /** What payments may come to in all; each unit of it is under way in few places at once. */
    private static final long EXPOSURE_LIMIT = 1L << 60;

    private static final int TAG = 10;
    private static final int DEBITS = AccountKind.LIMIT;
    private static final int CREDITS = AccountKind.LIMIT + 1;
    private static final int EXPOSURE = AccountKind.LIMIT + 2;

    private final int currency;
    private final StateHash hash;
    private final long[] words = new long[AccountKind.LIMIT + 3];

    CurrencyTotals(int currency, StateHash hash) {
        this.currency = currency;
        this.hash = hash;
    }

    /** All debits ever posted, minor units. */
    public long debits() {
        return words[DEBITS];
    }

    /** All credits ever posted, minor units. */
    public long credits() {
        return words[CREDITS];
    }

    /** The sum of the balances of one kind, positive on its normal side. */
    public long balance(AccountKind kind) {
        return words[kind.code()];
    }

    /** Whether {@code amount} more could come to overflow a total, were it paid in and out. */
    public boolean isFullFor(long amount) {
        return isFull() || amount > EXPOSURE_LIMIT || words[EXPOSURE] > EXPOSURE_LIMIT - amount;
    }

    /** Whether so much was moved that no further movement may be started. */
    public boolean isFull() {
        return words[DEBITS] > TURNOVER_LIMIT;
    }

    /** Debits less credits by the balances of the kinds; 0 if the book is right. */
    public long imbalance() {
        long sum = words[DEBITS] - words[CREDITS];
        long byKind = 0;
        for (AccountKind kind : AccountKind.values()) {
            long balance = words[kind.code()];
            byKind += kind.normalSide() == AccountKind.Side.DEBIT ? balance : -balance;
        }
        return sum != 0 ? sum : byKind;
    }

    void post(AccountKind debit, AccountKind credit, long amount) {
        add(DEBITS, amount);
        add(CREDITS, amount);
        add(debit.code(), debit.normalSide() == AccountKind.Side.DEBIT ? amount : -amount);
        add(credit.code(), credit.normalSide() == AccountKind.Side.CREDIT ? amount : -amount);
    }

    /** Payments that can still be collected, or were, count against what fits. */
    void expose(long amount) {
        add(EXPOSURE, amount);
    }

    private void add(int word, long delta) {
        long before = words[word];
        long after = Math.addExact(before, delta);
        hash.change(StateHash.place(TAG, currency, word), before, after);
        words[word] = after;
    }
}
