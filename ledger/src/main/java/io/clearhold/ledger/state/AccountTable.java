package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.ShareKind;

/** Accounts. */
public final class AccountTable extends RecordTable {
    private static final int STATE = 1;
    private static final int PLATFORM = 2;
    private static final int FEE_VALUE = 3;
    private static final int FEE_MIN = 4;
    private static final int FEE_MAX = 5;
    private static final int TEXT_SEQUENCE = 6;
    private static final int LAST_SEQUENCE = 7;
    private static final int CREATED_AT = 8;
    private static final int BANK_ACCOUNT = 9;
    private static final int NUMBER = 10;
    private static final int PAYOUTS_FROM = 11;
    private static final int LIMITS_SEQUENCE = 12;
    private static final int HASHED_WORDS = 13;
    private static final int FIRST_WALLET = 13;
    private static final int ACTIVE_DAY = 14;
    private static final int HANDLES = 15;
    private static final int WORDS = 16;

    AccountTable(StateHash hash) {
        super(6, WORDS, HASHED_WORDS, hash);
    }

    /** The last business day in which one of its balances moved. */
    int activeDay(int index) {
        return (int) get(index, ACTIVE_DAY);
    }

    void activeDay(int index, int day) {
        set(index, ACTIVE_DAY, day);
    }

    /** A keyed hash of the whole bank account, 0 for none. */
    public long bankAccountHash(int index) {
        return get(index, BANK_ACCOUNT);
    }

    void bankAccountHash(int index, long value) {
        set(index, BANK_ACCOUNT, value);
    }

    /** A keyed hash of its number, 0 for none. */
    public long numberHash(int index) {
        return get(index, NUMBER);
    }

    void numberHash(int index, long value) {
        set(index, NUMBER, value);
    }

    /** Until then payouts to its changed bank account wait; 0 if it never was changed. */
    public long payoutsFromMs(int index) {
        return get(index, PAYOUTS_FROM);
    }

    void payoutsFromMs(int index, long value) {
        set(index, PAYOUTS_FROM, value);
    }

    /** Its record in the {@link ScheduleTable}, plus one; 0 while it has none. */
    int schedule(int index) {
        return (int) get(index, HANDLES);
    }

    void schedule(int index, int value) {
        set(index, HANDLES, (get(index, HANDLES) & ~0xffffffffL) | (value & 0xffffffffL));
    }

    /** Its first rule in the {@link LimitTable}, plus one; 0 while it has none. */
    public int limits(int index) {
        return (int) (get(index, HANDLES) >>> 32);
    }

    void limits(int index, int value) {
        set(index, HANDLES, ((long) value << 32) | (get(index, HANDLES) & 0xffffffffL));
    }

    /** The frame that brought its rules, 0 if none did. */
    public long limitsSequence(int index) {
        return get(index, LIMITS_SEQUENCE);
    }

    void limitsSequence(int index, long value) {
        set(index, LIMITS_SEQUENCE, value);
    }

    public long platform(int index) {
        return get(index, PLATFORM);
    }

    void platform(int index, long value) {
        set(index, PLATFORM, value);
    }

    public long feeValue(int index) {
        return get(index, FEE_VALUE);
    }

    void feeValue(int index, long value) {
        set(index, FEE_VALUE, value);
    }

    public long feeMin(int index) {
        return get(index, FEE_MIN);
    }

    void feeMin(int index, long value) {
        set(index, FEE_MIN, value);
    }

    public long feeMax(int index) {
        return get(index, FEE_MAX);
    }

    void feeMax(int index, long value) {
        set(index, FEE_MAX, value);
    }

    public long textSequence(int index) {
        return get(index, TEXT_SEQUENCE);
    }

    void textSequence(int index, long value) {
        set(index, TEXT_SEQUENCE, value);
    }

    public long lastSequence(int index) {
        return get(index, LAST_SEQUENCE);
    }

    void lastSequence(int index, long value) {
        set(index, LAST_SEQUENCE, value);
    }

    public long createdAtMs(int index) {
        return get(index, CREATED_AT);
    }

    void createdAtMs(int index, long value) {
        set(index, CREATED_AT, value);
    }

    /** The account's first wallet, plus one; 0 for none. */
    int firstWallet(int index) {
        return (int) get(index, FIRST_WALLET);
    }

    void firstWallet(int index, int value) {
        set(index, FIRST_WALLET, value);
    }

    public AccountType type(int index) {
        return AccountType.of(getBits(index, STATE, 0, 8));
    }

    void type(int index, AccountType value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public AccountStatus status(int index) {
        return AccountStatus.of(getBits(index, STATE, 8, 8));
    }

    void status(int index, AccountStatus value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public boolean hasBankAccount(int index) {
        return getBits(index, STATE, 16, 1) != 0;
    }

    void hasBankAccount(int index, boolean value) {
        setBits(index, STATE, 16, 1, value ? 1 : 0);
    }

    /** What is kept back of each release, in basis points. */
    public int reserveBps(int index) {
        return getBits(index, STATE, 32, 16);
    }

    /** For how many days it is kept back. */
    public int reserveDays(int index) {
        return getBits(index, STATE, 48, 15);
    }

    void reserve(int index, int bps, int days) {
        setBits(index, STATE, 32, 16, bps);
        setBits(index, STATE, 48, 15, days);
    }

    public ShareKind feeKind(int index) {
        return ShareKind.of(getBits(index, STATE, 24, 8));
    }

    void feeKind(int index, ShareKind value) {
        setBits(index, STATE, 24, 8, value.code());
    }
}
