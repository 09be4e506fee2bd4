package io.clearhold.ledger.state;

/** Transfers between accounts; they never change. */
public final class TransferTable extends RecordTable {
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int AMOUNT = 3;
    private static final int CURRENCY = 4;
    private static final int SEQUENCE = 5;
    private static final int CREATED_AT = 6;
    private static final int WORDS = 7;

    TransferTable(StateHash hash) {
        super(30, WORDS, WORDS, hash);
    }

    public long from(int index) {
        return get(index, FROM);
    }

    void from(int index, long value) {
        set(index, FROM, value);
    }

    public long to(int index) {
        return get(index, TO);
    }

    void to(int index, long value) {
        set(index, TO, value);
    }

    public long amount(int index) {
        return get(index, AMOUNT);
    }

    void amount(int index, long value) {
        set(index, AMOUNT, value);
    }

    public int currency(int index) {
        return (int) get(index, CURRENCY);
    }

    void currency(int index, int value) {
        set(index, CURRENCY, value);
    }

    /** Of the frame that made it, which brought its text too. */
    public long sequence(int index) {
        return get(index, SEQUENCE);
    }

    void sequence(int index, long value) {
        set(index, SEQUENCE, value);
    }

    public long createdAtMs(int index) {
        return get(index, CREATED_AT);
    }

    void createdAtMs(int index, long value) {
        set(index, CREATED_AT, value);
    }
}
