package io.clearhold.ledger.state;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.book.PostingConsumer;
import io.clearhold.core.lifecycle.PayoutStatus;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;

/**
 * The double-entry book: every posting changes two balances and the totals of its currency. What a
 * payment holds in escrow is kept in its own record; all other balances are here. Besides the chart
 * of accounts it keeps three memoranda per account, outside the totals: what is held for it as a
 * payee, what of its payouts is on the way, and what of its releases no statement has proven.
 */
public final class Book implements PostingConsumer {
    /** Memorandum: escrow of the payments whose payee the account is. */
    private static final int HELD_FOR_PAYEE = AccountKind.LIMIT;

    /** Memorandum: payouts of the account that have neither arrived nor failed. */
    private static final int PAYOUTS_ON_THE_WAY = AccountKind.LIMIT + 1;

    /** Memorandum: what releases brought to the account whose collection is not proven yet. */
    private static final int UNSETTLED = AccountKind.LIMIT + 2;

    private static final int INDEX_TAG = 9;

    private final StateHash hash;
    private final PaymentTable payments;
    private final AccountTable accounts;
    private final BalanceTable balances;
    private final SettlementQueue settlements;
    private final PairMap balanceIndex;
    private final Int2ObjectHashMap<CurrencyTotals> totals = new Int2ObjectHashMap<>();
    private final IntArrayList headroomTouched = new IntArrayList();

    Book(StateHash hash, PaymentTable payments, AccountTable accounts) {
        this.hash = hash;
        this.payments = payments;
        this.accounts = accounts;
        this.balances = new BalanceTable(hash);
        this.settlements = new SettlementQueue(accounts, balances);
        this.balanceIndex = new PairMap(INDEX_TAG, false, hash, 1 << 12);
    }

    /** Currencies whose headroom may have changed since this list was emptied. */
    public IntArrayList headroomTouched() {
        return headroomTouched;
    }

    @Override
    public void post(
            AccountKind debit,
            long debitOwner,
            AccountKind credit,
            long creditOwner,
            int currency,
            long amountMinor) {
        totals(currency).post(debit, credit, amountMinor);
        if (countsInHeadroom(debit) || countsInHeadroom(credit)) {
            touchHeadroom(currency);
        }
        change(
                debit,
                debitOwner,
                currency,
                debit.normalSide() == AccountKind.Side.DEBIT ? amountMinor : -amountMinor);
        change(
                credit,
                creditOwner,
                currency,
                credit.normalSide() == AccountKind.Side.CREDIT ? amountMinor : -amountMinor);
    }

    /** The balance of an account of the book, positive on its normal side. */
    public long balance(AccountKind kind, long owner, int currency) {
        if (kind == AccountKind.ESCROW) {
            int payment = payments.find(owner);
            return payment < 0 ? 0 : payments.held(payment);
        }
        return balance(kind.code(), owner, currency);
    }

    /** Accounts whose day is to be settled. */
    public SettlementQueue settlements() {
        return settlements;
    }

    /** What is held in escrow for a payee. */
    public long heldFor(long account, int currency) {
        return balance(HELD_FOR_PAYEE, account, currency);
    }

    /** What of an account's payouts has neither arrived nor failed. */
    public long outgoingOf(long account, int currency) {
        return balance(PAYOUTS_ON_THE_WAY, account, currency);
    }

    /** What of an account's releases no statement has proven. */
    public long unsettledOf(long account, int currency) {
        return balance(UNSETTLED, account, currency);
    }

    /** The first balance record of an account, or -1; follow with {@link #nextBalance}. */
    public int firstBalance(int accountIndex) {
        return accounts.firstBalance(accountIndex) - 1;
    }

    public int nextBalance(int balance) {
        return balances.next(balance) - 1;
    }

    public int currencyOf(int balance) {
        return balances.currency(balance);
    }

    /** The totals of a currency; made when first asked for. */
    public CurrencyTotals totals(int currency) {
        CurrencyTotals existing = totals.get(currency);
        if (existing != null) {
            return existing;
        }
        CurrencyTotals created = new CurrencyTotals(currency, hash);
        totals.put(currency, created);
        return created;
    }

    /** Currencies that were ever posted in, ascending. */
    public int[] currencies() {
        int[] currencies = new int[totals.size()];
        int count = 0;
        Int2ObjectHashMap<CurrencyTotals>.KeyIterator keys = totals.keySet().iterator();
        while (keys.hasNext()) {
            currencies[count++] = keys.nextInt();
        }
        java.util.Arrays.sort(currencies);
        return currencies;
    }

    /** The status of a payout changes: keeps the memorandum of what is on the way. */
    void payoutMoves(
            long account, int currency, long amount, PayoutStatus before, PayoutStatus after) {
        boolean was = isOnTheWay(before);
        boolean is = isOnTheWay(after);
        if (was != is) {
            add(PAYOUTS_ON_THE_WAY, account, currency, is ? amount : -amount);
        }
    }

    /** Releases that are not proven, or (negative) were proven. */
    void unsettled(long account, int currency, long amount) {
        if (amount != 0) {
            add(UNSETTLED, account, currency, amount);
        }
    }

    /** A new payout is on its way. */
    void payoutLeaves(long account, int currency, long amount) {
        add(PAYOUTS_ON_THE_WAY, account, currency, amount);
    }

    private static boolean isOnTheWay(PayoutStatus status) {
        return switch (status) {
            case PENDING, SUBMITTED, UNKNOWN -> true;
            case PAID, FAILED, RETURNED -> false;
        };
    }

    private static boolean countsInHeadroom(AccountKind kind) {
        return switch (kind) {
            case FEES, OWN_FUNDS, RISK_RESERVE, CHANNEL_COST, DEBT, SUSPENSE_OUT -> true;
            case BANK, IN_TRANSIT, ESCROW, AVAILABLE, RESERVE, OUTGOING, SUSPENSE -> false;
        };
    }

    private void touchHeadroom(int currency) {
        if (!headroomTouched.containsInt(currency)) {
            headroomTouched.addInt(currency);
        }
    }

    private void change(AccountKind kind, long owner, int currency, long delta) {
        if (kind == AccountKind.ESCROW) {
            int payment = payments.find(owner);
            payments.held(payment, Math.addExact(payments.held(payment), delta));
            add(HELD_FOR_PAYEE, payments.payee(payment), currency, delta);
        } else {
            add(kind.code(), owner, currency, delta);
        }
    }

    private long balance(int kindCode, long owner, int currency) {
        long index = balanceIndex.get(owner, key(kindCode, currency));
        return index == PairMap.MISSING ? 0 : balances.balance((int) index);
    }

    private void add(int kindCode, long owner, int currency, long delta) {
        long key = key(kindCode, currency);
        long found = balanceIndex.get(owner, key);
        int index = found == PairMap.MISSING ? open(kindCode, owner, currency, key) : (int) found;
        balances.balance(index, Math.addExact(balances.balance(index), delta));
        if (isOfAccount(kindCode)) {
            settlements.moved(index);
        }
    }

    private static boolean isOfAccount(int kindCode) {
        return kindCode < AccountKind.LIMIT
                && AccountKind.of(kindCode).owner() == AccountKind.Owner.ACCOUNT;
    }

    private int open(int kindCode, long owner, int currency, long key) {
        int index = balances.append(Mix.mix(owner, key));
        balances.owner(index, owner);
        balances.kindCode(index, kindCode);
        balances.currency(index, currency);
        balanceIndex.put(owner, key, index);
        int account = accounts.find(owner);
        if (account >= 0) {
            balances.next(index, accounts.firstBalance(account));
            accounts.firstBalance(account, index + 1);
        }
        return index;
    }

    private static long key(int kindCode, int currency) {
        return ((long) kindCode << 16) | currency;
    }
}
