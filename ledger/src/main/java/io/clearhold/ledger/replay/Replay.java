package io.clearhold.ledger.replay;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.machine.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Applies a journal to an empty state machine; when verifying, it decides every command again and
 * reports each difference.
 */
public final class Replay implements Consumer<Frame> {
    /** Differences that are kept with their text; all are counted. */
    private static final int KEPT_DIFFERENCES = 100;

    private final StateMachine machine;
    private final boolean redecides;
    private final List<String> differences = new ArrayList<>();
    private long differenceCount;
    private long frames;

    public Replay(boolean redecides) {
        this(new StateMachine(), redecides);
    }

    /** Goes on with a machine that has applied what came before. */
    public Replay(StateMachine machine, boolean redecides) {
        this.machine = machine;
        this.redecides = redecides;
    }

    @Override
    public void accept(Frame frame) {
        frames++;
        if (!redecides) {
            machine.apply(frame);
            return;
        }
        String difference = machine.applyAndRedecide(frame);
        if (!difference.isEmpty()) {
            differenceCount++;
            if (differences.size() < KEPT_DIFFERENCES) {
                differences.add("sequence " + frame.sequence() + ": " + difference);
            }
        }
    }

    /** The machine with all frames applied. */
    public StateMachine machine() {
        return machine;
    }

    public long frames() {
        return frames;
    }

    public long differenceCount() {
        return differenceCount;
    }

    /** The first differences, one sentence each. */
    public List<String> differences() {
        return List.copyOf(differences);
    }
}
