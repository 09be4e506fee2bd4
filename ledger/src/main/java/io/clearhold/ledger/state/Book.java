package io.clearhold.ledger.state;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.book.PostingConsumer;
import io.clearhold.core.lifecycle.PayoutStatus;
import java.io.IOException;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The double-entry book: every posting changes two balances and the totals of its currency. What a
 * payment holds in escrow is kept in its own record, what an account has in its wallet of the
 * currency; the balances of channels and of the operator are here. Beside the chart of accounts a
 * wallet keeps three memoranda, outside the totals: what is held for it as a payee, what of its
 * payouts is on the way, and what of its releases no statement has proven.
 */
public final class Book implements PostingConsumer {
    private static final int INDEX_TAG = 9;
    private static final int NONE = -1;

    private final PaymentTable payments;
    private final AccountTable accounts;
    private final WalletTable wallets;
    private final BalanceTable balances;
    private final SettlementQueue settlements;
    private final PairMap balanceIndex;
    private final CurrencyTotals.Table totalsTable;
    private final Int2ObjectHashMap<CurrencyTotals> totals = new Int2ObjectHashMap<>();
    private final IntArrayList headroomTouched = new IntArrayList();
    private int lastTotalsCurrency;
    private @Nullable CurrencyTotals lastTotals;
    private long lastOwner;
    private int lastCurrency;
    private int lastWallet;

    Book(StateHash hash, PaymentTable payments, AccountTable accounts) {
        this.payments = payments;
        this.accounts = accounts;
        this.wallets = new WalletTable(hash);
        this.balances = new BalanceTable(hash);
        this.settlements = new SettlementQueue(accounts, wallets);
        this.balanceIndex = new PairMap(INDEX_TAG, false, hash, 1 << 6);
        this.totalsTable = new CurrencyTotals.Table(hash);
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
        return switch (kind) {
            case ESCROW -> {
                int payment = payments.find(owner);
                yield payment < 0 ? 0 : payments.held(payment);
            }
            case AVAILABLE, RESERVE, DEBT -> {
                int wallet = findWallet(owner, currency);
                yield wallet == NONE ? 0 : walletBalance(kind, wallet);
            }
            case BANK,
                    IN_TRANSIT,
                    SUSPENSE_OUT,
                    OUTGOING,
                    SUSPENSE,
                    FEES,
                    CHANNEL_COST,
                    RISK_RESERVE,
                    OWN_FUNDS -> {
                long index = balanceIndex.get(owner, key(kind, currency));
                yield index == PairMap.MISSING ? 0 : balances.balance((int) index);
            }
        };
    }

    /** Accounts whose day is to be settled. */
    public SettlementQueue settlements() {
        return settlements;
    }

    /** What is held in escrow for a payee. */
    public long heldFor(long account, int currency) {
        int wallet = findWallet(account, currency);
        return wallet == NONE ? 0 : wallets.held(wallet);
    }

    /** What of an account's payouts has neither arrived nor failed. */
    public long outgoingOf(long account, int currency) {
        int wallet = findWallet(account, currency);
        return wallet == NONE ? 0 : wallets.onTheWay(wallet);
    }

    /** All that was ever credited to an account's available balance. */
    public long creditedOf(long account, int currency) {
        int wallet = findWallet(account, currency);
        return wallet == NONE ? 0 : wallets.credited(wallet);
    }

    /** What of an account's releases no statement has proven. */
    public long unsettledOf(long account, int currency) {
        int wallet = findWallet(account, currency);
        return wallet == NONE ? 0 : wallets.unsettled(wallet);
    }

    /** What accounts have. */
    public WalletTable wallets() {
        return wallets;
    }

    /** The wallet of an account in a currency, or -1. */
    int walletOf(long account, int currency) {
        return findWallet(account, currency);
    }

    /** The first wallet of an account, or -1; follow with {@link #nextWallet}. */
    public int firstWallet(int accountIndex) {
        return accounts.firstWallet(accountIndex) - 1;
    }

    public int nextWallet(int wallet) {
        return wallets.next(wallet) - 1;
    }

    /** The totals of a currency; made when first asked for. */
    public CurrencyTotals totals(int currency) {
        if (currency == lastTotalsCurrency && lastTotals != null) {
            return lastTotals;
        }
        CurrencyTotals found = totals.get(currency);
        if (found == null) {
            found = new CurrencyTotals(currency, totalsTable);
            totals.put(currency, found);
        }
        lastTotalsCurrency = currency;
        lastTotals = found;
        return found;
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
            payoutLeaves(account, currency, is ? amount : -amount);
        }
    }

    /** Releases that are not proven, or (negative) were proven. */
    void unsettled(long account, int currency, long amount) {
        if (amount != 0) {
            int wallet = wallet(account, currency);
            wallets.unsettled(wallet, Math.addExact(wallets.unsettled(wallet), amount));
        }
    }

    /** A new payout is on its way. */
    void payoutLeaves(long account, int currency, long amount) {
        int wallet = wallet(account, currency);
        wallets.onTheWay(wallet, Math.addExact(wallets.onTheWay(wallet), amount));
    }

    long sizeInBytes() {
        return wallets.sizeInBytes() + balances.sizeInBytes() + totalsTable.sizeInBytes();
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
        switch (kind) {
            case ESCROW -> changeEscrow(owner, currency, delta);
            case AVAILABLE -> {
                int wallet = wallet(owner, currency);
                wallets.available(wallet, Math.addExact(wallets.available(wallet), delta));
                if (delta > 0) {
                    wallets.credited(wallet, Math.addExact(wallets.credited(wallet), delta));
                }
                settlements.moved(wallet);
            }
            case RESERVE -> {
                int wallet = wallet(owner, currency);
                wallets.reserve(wallet, Math.addExact(wallets.reserve(wallet), delta));
                settlements.moved(wallet);
            }
            case DEBT -> {
                int wallet = wallet(owner, currency);
                wallets.debt(wallet, Math.addExact(wallets.debt(wallet), delta));
                settlements.moved(wallet);
            }
            case BANK,
                    IN_TRANSIT,
                    SUSPENSE_OUT,
                    OUTGOING,
                    SUSPENSE,
                    FEES,
                    CHANNEL_COST,
                    RISK_RESERVE,
                    OWN_FUNDS ->
                    changeOwn(kind, owner, currency, delta);
        }
    }

    private void changeEscrow(long owner, int currency, long delta) {
        int payment = payments.find(owner);
        payments.held(payment, Math.addExact(payments.held(payment), delta));
        int wallet = payments.payeeWallet(payment) - 1;
        if (wallet < 0) {
            wallet = wallet(payments.payee(payment), currency);
            payments.payeeWallet(payment, wallet + 1);
        }
        wallets.held(wallet, Math.addExact(wallets.held(wallet), delta));
        // The payee's own posting most often comes next.
        remember(payments.payee(payment), currency, wallet);
    }

    private void changeOwn(AccountKind kind, long owner, int currency, long delta) {
        long key = key(kind, currency);
        long found = balanceIndex.get(owner, key);
        int index = found == PairMap.MISSING ? open(kind, owner, currency, key) : (int) found;
        balances.balance(index, Math.addExact(balances.balance(index), delta));
    }

    private long walletBalance(AccountKind kind, int wallet) {
        return switch (kind) {
            case AVAILABLE -> wallets.available(wallet);
            case RESERVE -> wallets.reserve(wallet);
            case DEBT -> wallets.debt(wallet);
            default -> throw new IllegalArgumentException(kind + " is no account's");
        };
    }

    private int open(AccountKind kind, long owner, int currency, long key) {
        int index = balances.append(Mix.mix(owner, key));
        balances.owner(index, owner);
        balances.kindCode(index, kind.code());
        balances.currency(index, currency);
        balanceIndex.put(owner, key, index);
        return index;
    }

    private int findWallet(long account, int currency) {
        if (account == lastOwner && currency == lastCurrency) {
            return lastWallet;
        }
        int index = accounts.find(account);
        int wallet = index < 0 ? NONE : accounts.firstWallet(index) - 1;
        while (wallet >= 0 && wallets.currency(wallet) != currency) {
            wallet = wallets.next(wallet) - 1;
        }
        return wallet;
    }

    private int wallet(long account, int currency) {
        int wallet = findWallet(account, currency);
        if (wallet == NONE) {
            wallet = openWallet(account, currency);
        }
        remember(account, currency, wallet);
        return wallet;
    }

    private void remember(long account, int currency, int wallet) {
        lastOwner = account;
        lastCurrency = currency;
        lastWallet = wallet;
    }

    private int openWallet(long account, int currency) {
        int index = accounts.find(account);
        if (index < 0) {
            throw new IllegalStateException("a posting to an account that does not exist");
        }
        int wallet = wallets.append(Mix.mix(account, currency));
        wallets.owner(wallet, account);
        wallets.currency(wallet, currency);
        wallets.next(wallet, accounts.firstWallet(index));
        accounts.firstWallet(index, wallet + 1);
        return wallet;
    }

    private static long key(AccountKind kind, int currency) {
        return ((long) kind.code() << 16) | currency;
    }

    void write(StateOutput out) throws IOException {
        wallets.write(out);
        balances.write(out);
        totalsTable.write(out);
        int[] currencies = currencies();
        out.put(currencies.length);
        for (int currency : currencies) {
            totals(currency).write(out);
        }
        settlements.write(out);
    }

    void read(StateInput in) throws IOException {
        wallets.read(in);
        balances.read(in);
        for (int i = 0; i < balances.size(); i++) {
            AccountKind kind = AccountKind.of(balances.kindCode(i));
            balanceIndex.put(balances.owner(i), key(kind, balances.currency(i)), i);
        }
        totalsTable.read(in);
        for (int count = in.takeInt(); count > 0; count--) {
            CurrencyTotals read = CurrencyTotals.read(in, totalsTable);
            totals.put(read.currency(), read);
        }
        settlements.read(in);
    }
}
