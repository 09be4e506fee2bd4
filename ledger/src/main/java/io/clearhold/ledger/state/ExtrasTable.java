package io.clearhold.ledger.state;

/**
 * What few payments have: money in dispute, charged back or given back after its release, bounds of
 * the fee, more time, and milestones. A payment without a record here has 0 of everything, so that
 * the many stay small. Asked by the index of the payment.
 */
public final class ExtrasTable extends RecordTable {
    private static final int FROZEN = 1;
    private static final int DISPUTE = 2;
    private static final int DISPUTES = 3;
    private static final int PAUSED = 4;
    private static final int CHARGED_BACK = 5;
    private static final int CLAWED_BACK = 6;
    private static final int RESERVE_FIXED = 7;
    private static final int RESERVE_TAKEN = 8;
    private static final int FEE_MIN = 9;
    private static final int FEE_MAX = 10;
    private static final int EXTENDED = 11;
    private static final int CREATOR = 12;
    private static final int CHARGEBACK = 13;
    private static final int HASHED_WORDS = 14;
    private static final int MILESTONES = 14;
    private static final int GIVEN_BACK = 15;
    private static final int WORDS = 16;

    private static final int BY_PLATFORM = 0;
    private static final int BY_PAYEE = 1;
    private static final int BY_OTHER = 2;

    private final PaymentTable payments;

    ExtrasTable(StateHash hash, PaymentTable payments) {
        super(22, WORDS, HASHED_WORDS, hash);
        this.payments = payments;
    }

    /** The part of what is held that a dispute freezes. */
    public long frozen(int payment) {
        return of(payment, FROZEN);
    }

    void frozen(int payment, long value) {
        put(payment, FROZEN, value);
    }

    /** The id of the dispute that is open or was last; 0 if there never was one. */
    public long dispute(int payment) {
        return of(payment, DISPUTE);
    }

    void dispute(int payment, long value) {
        put(payment, DISPUTE, value);
    }

    /** How many disputes there ever were. */
    public int disputes(int payment) {
        return (int) of(payment, DISPUTES);
    }

    void disputes(int payment, int value) {
        put(payment, DISPUTES, value);
    }

    /** What was left of the deadline of confirmation when it was paused, in milliseconds. */
    public long pausedMs(int payment) {
        return of(payment, PAUSED);
    }

    void pausedMs(int payment, long value) {
        put(payment, PAUSED, value);
    }

    /** What is charged back now: without what was won. */
    public long chargedBack(int payment) {
        return of(payment, CHARGED_BACK);
    }

    void chargedBack(int payment, long value) {
        put(payment, CHARGED_BACK, value);
    }

    /** Given back after its release, by refunds and chargebacks, without those that failed. */
    public long clawedBack(int payment) {
        return of(payment, CLAWED_BACK);
    }

    void clawedBack(int payment, long value) {
        put(payment, CLAWED_BACK, value);
    }

    /** The id of its chargeback; 0 if there was none. */
    public long chargeback(int payment) {
        return of(payment, CHARGEBACK);
    }

    void chargeback(int payment, long value) {
        put(payment, CHARGEBACK, value);
    }

    /** The reserve's share of what was collected. */
    public long reserveFixed(int payment) {
        return of(payment, RESERVE_FIXED);
    }

    void reserveFixed(int payment, long value) {
        put(payment, RESERVE_FIXED, value);
    }

    /** What of the share was kept back so far. */
    public long reserveTaken(int payment) {
        return of(payment, RESERVE_TAKEN);
    }

    void reserveTaken(int payment, long value) {
        put(payment, RESERVE_TAKEN, value);
    }

    /** Where it stands what fee and splits gave back, plus one; 0 for nowhere. */
    int givenBack(int payment) {
        return (int) of(payment, GIVEN_BACK);
    }

    void givenBack(int payment, int value) {
        put(payment, GIVEN_BACK, value);
    }

    /** The least that a fee in parts of ten thousand comes to. */
    public long feeMin(int payment) {
        return of(payment, FEE_MIN);
    }

    void feeMin(int payment, long value) {
        put(payment, FEE_MIN, value);
    }

    /** The most that it comes to; 0 for no bound. */
    public long feeMax(int payment) {
        return of(payment, FEE_MAX);
    }

    void feeMax(int payment, long value) {
        put(payment, FEE_MAX, value);
    }

    /** The platform or account that made the payment; nearly always its platform or its payee. */
    public long creator(int payment) {
        return switch (payments.creatorCode(payment)) {
            case BY_PLATFORM -> payments.platform(payment);
            case BY_PAYEE -> payments.payee(payment);
            default -> of(payment, CREATOR);
        };
    }

    /** Once platform and payee are set. */
    void creator(int payment, long value) {
        if (value == payments.platform(payment)) {
            payments.creatorCode(payment, BY_PLATFORM);
        } else if (value == payments.payee(payment)) {
            payments.creatorCode(payment, BY_PAYEE);
        } else {
            payments.creatorCode(payment, BY_OTHER);
            put(payment, CREATOR, value);
        }
    }

    /** By how much the deadline of confirmation was moved in all. */
    public long extendedSeconds(int payment) {
        return of(payment, EXTENDED);
    }

    void extendedSeconds(int payment, long value) {
        put(payment, EXTENDED, value);
    }

    /** Milestones stand one after the other; meaningless when {@link #milestoneCount} is 0. */
    public int firstMilestone(int payment) {
        return (int) (of(payment, MILESTONES) >>> 32);
    }

    public int milestoneCount(int payment) {
        return (int) of(payment, MILESTONES);
    }

    void milestones(int payment, int first, int count) {
        put(payment, MILESTONES, ((long) first << 32) | count);
    }

    private long of(int payment, int word) {
        int handle = payments.extras(payment);
        return handle == 0 ? 0 : get(handle - 1, word);
    }

    private void put(int payment, int word, long value) {
        int handle = payments.extras(payment);
        if (handle == 0) {
            if (value == 0) {
                return;
            }
            handle = append(payments.id(payment)) + 1;
            payments.extras(payment, handle);
        }
        set(handle - 1, word, value);
    }
}
