package io.clearhold.core.id;

import java.util.List;

/**
 * Which epoch of ids the frames of a journal belong to. A ledger that was restored from a backup
 * begins another one, so that ids of the time that was lost, which banks and merchants know, are
 * not given to other objects. Immutable.
 */
public final class IdEpochs {
    /** A journal that was never restored. */
    public static final IdEpochs FIRST = new IdEpochs(List.of());

    /** From this sequence on, ids are of this epoch. */
    public record Begun(long sequence, int epoch) {}

    private final List<Begun> begun;

    /**
     * From what was begun, oldest first.
     *
     * @param begun epochs after the first, both numbers ascending
     */
    public IdEpochs(List<Begun> begun) {
        this.begun = List.copyOf(begun);
    }

    /** The epoch of the frame with this sequence. */
    public int at(long sequence) {
        int epoch = 0;
        for (Begun each : begun) {
            if (each.sequence() > sequence) {
                break;
            }
            epoch = each.epoch();
        }
        return epoch;
    }

    /** The epoch of the next frame. */
    public int last() {
        return begun.isEmpty() ? 0 : begun.getLast().epoch();
    }

    /** The epochs after the first, oldest first. */
    public List<Begun> begun() {
        return begun;
    }

    /** The id of an event by its place. */
    public long event(int shard, long sequence, int ordinal) {
        return ObjectId.of(shard, at(sequence), sequence, ordinal);
    }
}
