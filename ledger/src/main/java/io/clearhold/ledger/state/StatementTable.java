package io.clearhold.ledger.state;

import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;

/** Bank statements; their counts are of what each import brought. */
public final class StatementTable extends RecordTable {
    private static final int STATE = 1;
    private static final int LINES = 2;
    private static final int MATCHED = 3;
    private static final int BREAKS = 4;
    private static final int DUPLICATES = 5;
    private static final int QUARANTINED = 6;
    private static final int TEXT_SEQUENCE = 7;
    private static final int FINDINGS_SEQUENCE = 8;
    private static final int LAST_SEQUENCE = 9;
    private static final int CREATED_AT = 10;
    private static final int WORDS = 11;

    StatementTable(StateHash hash) {
        super(21, WORDS, WORDS, hash);
    }

    public long lines(int index) {
        return get(index, LINES);
    }

    void lines(int index, long value) {
        set(index, LINES, value);
    }

    public long matched(int index) {
        return get(index, MATCHED);
    }

    void countMatched(int index) {
        set(index, MATCHED, matched(index) + 1);
    }

    public long breaks(int index) {
        return get(index, BREAKS);
    }

    void countBreak(int index) {
        set(index, BREAKS, breaks(index) + 1);
    }

    public long duplicates(int index) {
        return get(index, DUPLICATES);
    }

    void duplicates(int index, long value) {
        set(index, DUPLICATES, value);
    }

    public long quarantined(int index) {
        return get(index, QUARANTINED);
    }

    void quarantined(int index, long value) {
        set(index, QUARANTINED, value);
    }

    public long textSequence(int index) {
        return get(index, TEXT_SEQUENCE);
    }

    void textSequence(int index, long value) {
        set(index, TEXT_SEQUENCE, value);
    }

    public long findingsSequence(int index) {
        return get(index, FINDINGS_SEQUENCE);
    }

    void findingsSequence(int index, long value) {
        set(index, FINDINGS_SEQUENCE, value);
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

    public StatementStatus status(int index) {
        return StatementStatus.of(getBits(index, STATE, 0, 8));
    }

    void status(int index, StatementStatus value) {
        setBits(index, STATE, 0, 8, value.code());
    }

    public StatementFormat format(int index) {
        return StatementFormat.of(getBits(index, STATE, 8, 8));
    }

    void format(int index, StatementFormat value) {
        setBits(index, STATE, 8, 8, value.code());
    }

    public int channel(int index) {
        return getBits(index, STATE, 16, 8);
    }

    void channel(int index, int value) {
        setBits(index, STATE, 16, 8, value);
    }
}
