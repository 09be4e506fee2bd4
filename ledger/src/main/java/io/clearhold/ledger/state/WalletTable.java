package io.clearhold.ledger.state;

/**
 * What an account has in one currency, positive on the normal side of each kind; those of one
 * account are a list. Beside the kinds of the chart of accounts it keeps four memoranda.
 */
public final class WalletTable extends RecordTable {
    private static final int OWNER = 1;
    private static final int CURRENCY = 2;
    private static final int AVAILABLE = 3;
    private static final int RESERVE = 4;
    private static final int DEBT = 5;
    private static final int HELD = 6;
    private static final int ON_THE_WAY = 7;
    private static final int UNSETTLED = 8;
    private static final int CREDITED = 9;
    private static final int HASHED_WORDS = 10;
    private static final int LINKS = 10;
    private static final int TRANCHES = 11;
    private static final int WORDS = 12;

    WalletTable(StateHash hash) {
        super(8, WORDS, HASHED_WORDS, hash);
    }

    /** The account. */
    public long owner(int index) {
        return get(index, OWNER);
    }

    void owner(int index, long value) {
        set(index, OWNER, value);
    }

    public int currency(int index) {
        return (int) get(index, CURRENCY);
    }

    void currency(int index, int value) {
        set(index, CURRENCY, value);
    }

    public long available(int index) {
        return get(index, AVAILABLE);
    }

    void available(int index, long value) {
        set(index, AVAILABLE, value);
    }

    public long reserve(int index) {
        return get(index, RESERVE);
    }

    void reserve(int index, long value) {
        set(index, RESERVE, value);
    }

    public long debt(int index) {
        return get(index, DEBT);
    }

    void debt(int index, long value) {
        set(index, DEBT, value);
    }

    /** Memorandum: escrow of the payments whose payee the account is. */
    public long held(int index) {
        return get(index, HELD);
    }

    void held(int index, long value) {
        set(index, HELD, value);
    }

    /** Memorandum: payouts of the account that have neither arrived nor failed. */
    public long onTheWay(int index) {
        return get(index, ON_THE_WAY);
    }

    void onTheWay(int index, long value) {
        set(index, ON_THE_WAY, value);
    }

    /** Memorandum: what releases brought to the account whose collection is not proven yet. */
    public long unsettled(int index) {
        return get(index, UNSETTLED);
    }

    void unsettled(int index, long value) {
        set(index, UNSETTLED, value);
    }

    /** Memorandum: all that was ever credited to what is available. */
    public long credited(int index) {
        return get(index, CREDITED);
    }

    void credited(int index, long value) {
        set(index, CREDITED, value);
    }

    /** The account's next wallet, plus one; 0 for none. */
    int next(int index) {
        return (int) get(index, LINKS);
    }

    void next(int index, int value) {
        set(index, LINKS, (get(index, LINKS) & ~0xffffffffL) | (value & 0xffffffffL));
    }

    /** The oldest tranche of the reserve, plus one; 0 for none. */
    int firstTranche(int index) {
        return (int) get(index, TRANCHES);
    }

    void firstTranche(int index, int value) {
        set(index, TRANCHES, (get(index, TRANCHES) & ~0xffffffffL) | (value & 0xffffffffL));
    }

    /** The youngest tranche of the reserve, plus one; means nothing while there is no oldest. */
    int lastTranche(int index) {
        return (int) (get(index, TRANCHES) >>> 32);
    }

    void lastTranche(int index, int value) {
        set(index, TRANCHES, ((long) value << 32) | (get(index, TRANCHES) & 0xffffffffL));
    }

    /** The last business day in which it moved. */
    int activeDay(int index) {
        return (int) (get(index, LINKS) >>> 32);
    }

    void activeDay(int index, int day) {
        set(index, LINKS, ((long) day << 32) | (get(index, LINKS) & 0xffffffffL));
    }
}
