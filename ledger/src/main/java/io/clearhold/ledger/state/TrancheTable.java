package io.clearhold.ledger.state;

/**
 * What is kept back of releases until its day. The tranches of a wallet are a list, the oldest
 * first: a clawback takes from that end. A tranche of which all was taken leaves the list once it
 * is at its head.
 */
public final class TrancheTable extends RecordTable {
    private static final int ACCOUNT = 1;
    private static final int CURRENCY = 2;
    private static final int AMOUNT = 3;
    private static final int DUE = 4;
    private static final int HASHED_WORDS = 5;
    private static final int LINKS = 5;
    private static final int LISTED = 6;
    private static final int WORDS = 7;

    private final Book book;
    private final Deadlines deadlines;

    TrancheTable(StateHash hash, Book book, Deadlines deadlines) {
        super(27, WORDS, HASHED_WORDS, hash);
        this.book = book;
        this.deadlines = deadlines;
    }

    public long account(int index) {
        return get(index, ACCOUNT);
    }

    public int currency(int index) {
        return (int) get(index, CURRENCY);
    }

    /** What is left of it. */
    public long amount(int index) {
        return get(index, AMOUNT);
    }

    public long dueMs(int index) {
        return get(index, DUE);
    }

    /** The oldest tranche of an account in a currency, or -1; some of the list may be empty. */
    public int first(long account, int currency) {
        int wallet = book.walletOf(account, currency);
        return wallet < 0 ? NOT_FOUND : book.wallets().firstTranche(wallet) - 1;
    }

    /** The next younger one, or -1. */
    public int next(int index) {
        return (int) get(index, LINKS) - 1;
    }

    /** A release keeps {@code amount} back; its reserve is booked already. */
    void open(long id, long account, int currency, long amount, long dueMs) {
        int index = add(id);
        set(index, ACCOUNT, account);
        set(index, CURRENCY, currency);
        set(index, AMOUNT, amount);
        set(index, DUE, dueMs);
        schedule(index, dueMs);
        int wallet = book.walletOf(account, currency);
        WalletTable wallets = book.wallets();
        if (wallets.firstTranche(wallet) == 0) {
            wallets.firstTranche(wallet, index + 1);
        } else {
            next(wallets.lastTranche(wallet) - 1, index + 1);
        }
        wallets.lastTranche(wallet, index + 1);
        set(index, LISTED, 1);
    }

    /** A clawback, or its day, takes a part of it. */
    void take(long id, long amount) {
        int index = find(id);
        set(index, AMOUNT, amount(index) - amount);
        if (amount(index) == 0) {
            schedule(index, 0);
            dropEmpty(book.walletOf(account(index), currency(index)));
        }
    }

    /** What a clawback took comes back; if its day has passed meanwhile, it is due at once. */
    void giveBack(long id, long amount, long nowMs) {
        int index = find(id);
        set(index, AMOUNT, amount(index) + amount);
        schedule(index, Math.max(dueMs(index), nowMs));
        if (get(index, LISTED) == 0) {
            int wallet = book.walletOf(account(index), currency(index));
            WalletTable wallets = book.wallets();
            if (wallets.firstTranche(wallet) == 0) {
                wallets.lastTranche(wallet, index + 1);
            }
            next(index, wallets.firstTranche(wallet));
            wallets.firstTranche(wallet, index + 1);
            set(index, LISTED, 1);
        }
    }

    private void dropEmpty(int wallet) {
        WalletTable wallets = book.wallets();
        int first = wallets.firstTranche(wallet) - 1;
        while (first >= 0 && amount(first) == 0) {
            int next = next(first);
            set(first, LISTED, 0);
            next(first, 0);
            wallets.firstTranche(wallet, next + 1);
            first = next;
        }
    }

    private void next(int index, int value) {
        set(index, LINKS, (get(index, LINKS) & ~0xffffffffL) | (value & 0xffffffffL));
    }

    private void schedule(int index, long timeMs) {
        int handle = (int) (get(index, LINKS) >>> 32);
        long scheduled = deadlines.schedule(handle, id(index), timeMs);
        set(index, LINKS, (scheduled << 32) | (get(index, LINKS) & 0xffffffffL));
    }
}
