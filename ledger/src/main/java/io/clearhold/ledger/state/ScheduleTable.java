package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.PayoutInterval;
import java.io.IOException;

/**
 * Payout schedules of the few accounts that have one, by the index of the account; an account
 * without a record here pays out by hand. Beside them stand the marks: what a wallet had been
 * credited in all by the last cut-offs, so that money can be kept for some business days.
 */
public final class ScheduleTable extends RecordTable {
    /** Cut-offs that are remembered, and so one more than the longest delay. */
    public static final int MARKS = 32;

    private static final int STATE = 1;
    private static final int MINIMUM = 2;
    private static final int NEXT = 3;
    private static final int RUNS = 4;
    private static final int HASHED_WORDS = 5;
    private static final int DEADLINE = 5;
    private static final int WORDS = 6;
    private static final int MARKS_TAG = 33;

    private final AccountTable accounts;
    private final PairMap marks;

    ScheduleTable(StateHash hash, AccountTable accounts) {
        super(32, WORDS, HASHED_WORDS, hash);
        this.accounts = accounts;
        this.marks = new PairMap(MARKS_TAG, true, hash, 16);
    }

    public PayoutInterval interval(int account) {
        int code = (int) (of(account, STATE) & 0xff);
        return code == 0 ? PayoutInterval.MANUAL : PayoutInterval.of(code);
    }

    /** Business days that money stays before it leaves. */
    public int delayDays(int account) {
        return (int) ((of(account, STATE) >>> 8) & 0xff);
    }

    public int channel(int account) {
        return (int) ((of(account, STATE) >>> 16) & 0xff);
    }

    /** Less than this stays, in minor units of each currency. */
    public long minimum(int account) {
        return of(account, MINIMUM);
    }

    /** The next cut-off, 0 if the schedule is manual. */
    public long nextMs(int account) {
        return of(account, NEXT);
    }

    /** How many cut-offs have passed since the schedule was set. */
    public long runs(int account) {
        return of(account, RUNS);
    }

    /** What a wallet had been credited in all by a cut-off, 0 if it was not there yet. */
    public long mark(long account, int currency, long run) {
        return Math.max(0, marks.get(account, slot(currency, run)));
    }

    void set(int account, PayoutInterval interval, int delayDays, int channel, long minimum) {
        int record = record(account);
        set(record, STATE, interval.code() | ((long) delayDays << 8) | ((long) channel << 16));
        set(record, MINIMUM, minimum);
        set(record, RUNS, 0);
    }

    void next(int account, long timeMs, Deadlines deadlines) {
        int record = record(account);
        set(record, NEXT, timeMs);
        int handle = (int) get(record, DEADLINE);
        set(record, DEADLINE, deadlines.schedule(handle, accounts.id(account), timeMs));
    }

    void ran(int account) {
        int record = record(account);
        set(record, RUNS, get(record, RUNS) + 1);
    }

    void mark(long account, int currency, long run, long credited) {
        marks.put(account, slot(currency, run), credited);
    }

    private static long slot(int currency, long run) {
        return ((long) currency << 8) | (run % MARKS);
    }

    private long of(int account, int word) {
        int handle = accounts.schedule(account);
        return handle == 0 ? 0 : get(handle - 1, word);
    }

    private int record(int account) {
        int handle = accounts.schedule(account);
        if (handle == 0) {
            handle = append(accounts.id(account)) + 1;
            accounts.schedule(account, handle);
        }
        return handle - 1;
    }

    void writeMarks(StateOutput out) throws IOException {
        marks.write(out);
    }

    void readMarks(StateInput in) throws IOException {
        marks.read(in);
    }

    long marksInBytes() {
        return marks.sizeInBytes();
    }
}
