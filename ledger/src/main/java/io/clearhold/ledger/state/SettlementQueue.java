package io.clearhold.ledger.state;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.collections.IntArrayList;

/**
 * Which accounts moved in the open business day, and which of cut days are still to be settled. It
 * follows from balances and cuts, and so counts in no hash.
 */
public final class SettlementQueue {
    /** The deadline of what is to be settled; no object has this id, since sequences begin at 1. */
    public static final long DEADLINE = 2;

    private record CutDay(
            int day, long fromSequence, long throughSequence, IntArrayList accounts) {}

    private final AccountTable accounts;
    private final WalletTable wallets;
    private final Deque<CutDay> cutDays = new ArrayDeque<>();
    private IntArrayList active = new IntArrayList();
    private int openDay;
    private int next;
    private int deadline;

    SettlementQueue(AccountTable accounts, WalletTable wallets) {
        this.accounts = accounts;
        this.wallets = wallets;
    }

    /** The index of the account to settle next. */
    public int account() {
        return cutDays.getFirst().accounts().getInt(next);
    }

    public int day() {
        return cutDays.getFirst().day();
    }

    /** Entries of the day are above this sequence. */
    public long fromSequence() {
        return cutDays.getFirst().fromSequence();
    }

    public long throughSequence() {
        return cutDays.getFirst().throughSequence();
    }

    /** A wallet moved. */
    void moved(int wallet) {
        if (wallets.activeDay(wallet) == openDay) {
            return;
        }
        wallets.activeDay(wallet, openDay);
        int account = accounts.find(wallets.owner(wallet));
        if (account >= 0 && accounts.activeDay(account) != openDay) {
            accounts.activeDay(account, openDay);
            active.addInt(account);
        }
    }

    void openDay(int day) {
        openDay = day;
    }

    /** The open day is cut; its accounts are due at once. */
    void cut(long fromSequence, long throughSequence, long nowMs, Deadlines deadlines) {
        if (!active.isEmpty()) {
            cutDays.addLast(new CutDay(openDay, fromSequence, throughSequence, active));
            active = new IntArrayList();
            deadline = deadlines.scheduleUnheld(deadline, DEADLINE, nowMs);
        }
    }

    /** The account that was next is settled. */
    void settled(Deadlines deadlines) {
        next++;
        if (next == cutDays.getFirst().accounts().size()) {
            cutDays.removeFirst();
            next = 0;
        }
        if (cutDays.isEmpty()) {
            deadline = deadlines.scheduleUnheld(deadline, DEADLINE, 0);
        }
    }

    void write(StateOutput out) throws IOException {
        out.put(openDay);
        out.put(next);
        out.put(deadline);
        write(active, out);
        out.put(cutDays.size());
        for (CutDay cut : cutDays) {
            out.put(cut.day());
            out.put(cut.fromSequence());
            out.put(cut.throughSequence());
            write(cut.accounts(), out);
        }
    }

    void read(StateInput in) throws IOException {
        openDay = in.takeInt();
        next = in.takeInt();
        deadline = in.takeInt();
        active = readAccounts(in);
        for (int count = in.takeInt(); count > 0; count--) {
            int day = in.takeInt();
            long fromSequence = in.take();
            long throughSequence = in.take();
            cutDays.addLast(new CutDay(day, fromSequence, throughSequence, readAccounts(in)));
        }
    }

    private static void write(IntArrayList accounts, StateOutput out) throws IOException {
        out.put(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            out.put(accounts.getInt(i));
        }
    }

    private static IntArrayList readAccounts(StateInput in) throws IOException {
        IntArrayList accounts = new IntArrayList();
        for (int count = in.takeInt(); count > 0; count--) {
            accounts.addInt(in.takeInt());
        }
        return accounts;
    }
}
