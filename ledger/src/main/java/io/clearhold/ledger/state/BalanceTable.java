package io.clearhold.ledger.state;

/**
 * Balances of the accounts of the book that are no wallet's: channels' and the operator's own, by
 * kind, owner and currency, each positive on the normal side of its kind.
 */
public final class BalanceTable extends RecordTable {
    private static final int OWNER = 1;
    private static final int ACCOUNT = 2;
    private static final int BALANCE = 3;
    private static final int HASHED_WORDS = 4;
    private static final int WORDS = 4;

    BalanceTable(StateHash hash) {
        super(9, WORDS, HASHED_WORDS, hash);
    }

    public long owner(int index) {
        return get(index, OWNER);
    }

    void owner(int index, long value) {
        set(index, OWNER, value);
    }

    public long balance(int index) {
        return get(index, BALANCE);
    }

    void balance(int index, long value) {
        set(index, BALANCE, value);
    }

    public int kindCode(int index) {
        return getBits(index, ACCOUNT, 0, 8);
    }

    void kindCode(int index, int value) {
        setBits(index, ACCOUNT, 0, 8, value);
    }

    public int currency(int index) {
        return getBits(index, ACCOUNT, 8, 16);
    }

    void currency(int index, int value) {
        setBits(index, ACCOUNT, 8, 16, value);
    }
}
