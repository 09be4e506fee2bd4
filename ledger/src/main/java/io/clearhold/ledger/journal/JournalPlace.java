package io.clearhold.ledger.journal;

import io.clearhold.core.frame.Frame;
import java.util.List;

/**
 * A frame of a journal, and all that is needed to go on reading behind it without reading what is
 * before.
 *
 * @param sequence of the frame; 0 is before the first
 * @param checksum that the frame carries, by which another journal's is told apart
 * @param cycles the files up to the frame's own, oldest first
 */
public record JournalPlace(long sequence, int checksum, List<Cycle> cycles) {
    /** Before the first frame of any journal. */
    public static final JournalPlace START = new JournalPlace(0, 0, List.of());

    /**
     * A file.
     *
     * @param number of the roll cycle that names it
     * @param firstSequence in it
     */
    public record Cycle(int number, long firstSequence) {}

    public JournalPlace {
        cycles = List.copyOf(cycles);
    }

    static int checksumOf(Frame frame) {
        return frame.buffer().getInt(0, java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    CycleIndex index() {
        CycleIndex index = new CycleIndex();
        for (Cycle cycle : cycles) {
            index.add(cycle.number(), cycle.firstSequence());
        }
        return index;
    }
}
