package io.clearhold.ledger.state;

/**
 * Of which milestones a refund or chargeback took its money, so that it can go back there: one
 * record a movement, found by its id.
 */
public final class MilestoneParts extends RecordTable {
    private static final int HELD = 1;
    private static final int RELEASED = HELD + MilestoneTable.MOST;
    private static final int WORDS = RELEASED + MilestoneTable.MOST;

    MilestoneParts(StateHash hash) {
        super(38, WORDS, WORDS, hash);
    }

    /** What was held of the milestone at {@code place}, from 0. */
    public long held(int index, int place) {
        return get(index, HELD + place);
    }

    /** What had been released of it. */
    public long released(int index, int place) {
        return get(index, RELEASED + place);
    }

    void put(long movement, int place, long held, long released) {
        int known = find(movement);
        int index = known == NOT_FOUND ? add(movement) : known;
        set(index, HELD + place, held);
        set(index, RELEASED + place, released);
    }
}
