package io.clearhold.ledger.state;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.id.ObjectId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The epochs of ids that restores began: for each, the frame that it begins with. */
public final class Epochs {
    private static final int TAG = 26;

    private final StateHash hash;

    /** By epoch, 0 for one that never was. */
    private final long[] sequences = new long[ObjectId.MAX_EPOCH + 1];

    private int current;

    Epochs(StateHash hash) {
        this.hash = hash;
    }

    /** The epoch of ids that are given now. */
    public int current() {
        return current;
    }

    /** The frame that an epoch begins with; 0 for the first, and for one that never was. */
    public long sequence(int epoch) {
        return sequences[epoch];
    }

    /** As it is now, for others. */
    public IdEpochs all() {
        List<IdEpochs.Begun> begun = new ArrayList<>();
        for (int epoch = 1; epoch <= current; epoch++) {
            if (sequences[epoch] != 0) {
                begun.add(new IdEpochs.Begun(sequences[epoch], epoch));
            }
        }
        return new IdEpochs(begun);
    }

    void begin(int epoch, long sequence) {
        hash.change(StateHash.place(TAG, 0, epoch), 0, sequence);
        sequences[epoch] = sequence;
        current = epoch;
    }

    void write(StateOutput out) throws IOException {
        for (int epoch = 1; epoch < sequences.length; epoch++) {
            out.put(sequences[epoch]);
        }
    }

    void read(StateInput in) throws IOException {
        for (int epoch = 1; epoch < sequences.length; epoch++) {
            long sequence = in.take();
            if (sequence != 0) {
                begin(epoch, sequence);
            }
        }
    }
}
