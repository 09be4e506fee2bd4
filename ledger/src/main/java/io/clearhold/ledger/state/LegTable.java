package io.clearhold.ledger.state;

import io.clearhold.core.book.AccountKind;

/**
 * The legs of clawbacks: which account of the book gave how much, so that a failure at the bank, or
 * a chargeback that was won, goes back the same way. Those of one refund or chargeback stand one
 * after the other, in the order in which they were taken.
 */
public final class LegTable extends RecordTable {
    private static final int STATE = 1;
    private static final int ACCOUNT = 2;
    private static final int AMOUNT = 3;
    private static final int TRANCHE = 4;
    private static final int WORDS = 5;

    LegTable(StateHash hash) {
        super(28, WORDS, WORDS, hash);
    }

    /** The kind that was debited: fees, available, reserve or debt. */
    public AccountKind kind(int index) {
        return AccountKind.of(getBits(index, STATE, 0, 8));
    }

    /** Which split of the payment gave it, counted from 1; 0 for the payee and the fee. */
    public int place(int index) {
        return getBits(index, STATE, 8, 8);
    }

    /** The account; 0 for the operator's. */
    public long account(int index) {
        return get(index, ACCOUNT);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    /** The tranche that a reserve's leg was taken from, else 0. */
    public long tranche(int index) {
        return get(index, TRANCHE);
    }

    /** A new leg; returns its index. */
    int add(
            long owner,
            int number,
            AccountKind kind,
            int place,
            long account,
            long amount,
            long tranche) {
        int index = append(Mix.mix(owner, number + 1L));
        setBits(index, STATE, 0, 8, kind.code());
        setBits(index, STATE, 8, 8, place);
        set(index, ACCOUNT, account);
        set(index, AMOUNT, amount);
        set(index, TRANCHE, tranche);
        return index;
    }
}
