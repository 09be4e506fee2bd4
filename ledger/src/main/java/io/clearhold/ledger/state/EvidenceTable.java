package io.clearhold.ledger.state;

import io.clearhold.core.lifecycle.DisputeParty;

/** Pieces of evidence; each leads to the one before it in the same dispute. */
public final class EvidenceTable extends RecordTable {
    private static final int BY = 1;
    private static final int SEQUENCE = 2;
    private static final int CREATED_AT = 3;
    private static final int HASHED_WORDS = 4;
    private static final int PREVIOUS = 4;
    private static final int WORDS = 5;

    EvidenceTable(StateHash hash) {
        super(50, WORDS, HASHED_WORDS, hash);
    }

    public DisputeParty by(int index) {
        return DisputeParty.of((int) get(index, BY));
    }

    /** The frame that brought it. */
    public long sequence(int index) {
        return get(index, SEQUENCE);
    }

    public long createdAtMs(int index) {
        return get(index, CREATED_AT);
    }

    /** The index of the piece before, meaningless for the first. */
    public int previous(int index) {
        return (int) get(index, PREVIOUS);
    }

    /** A new piece; returns its index. */
    int add(long dispute, int place, DisputeParty by, long sequence, long timeMs, int previous) {
        int index = append(Mix.mix(dispute, place + 1L));
        set(index, BY, by.code());
        set(index, SEQUENCE, sequence);
        set(index, CREATED_AT, timeMs);
        set(index, PREVIOUS, previous);
        return index;
    }
}
