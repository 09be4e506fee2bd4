package io.clearhold.ledger.conformance;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.state.LedgerState;
import java.util.ArrayList;
import java.util.List;

/** A bare loop over the state machine, its frames in a list: the reference. */
public final class MemoryDriver implements LedgerDriver {
    private final Message tick = Commands.tick(TICK_LIMIT);
    private final List<byte[]> frames = new ArrayList<>();
    private final Frame frame = new Frame();
    private StateMachine machine = new StateMachine();

    /** The state as it is. */
    public LedgerState state() {
        return machine.state();
    }

    @Override
    public Answered send(long plainTimeMs, Message message) {
        Answered answered;
        if (StateMachine.isQuery(message.buffer(), 0)) {
            machine.query(message.buffer(), 0, message.length(), nowMs(plainTimeMs));
            answered = new Answered(How.UNFRAMED, state().sequence(), result());
        } else {
            answered = execute(plainTimeMs, message);
        }
        if (state().deadlines().nextTimeMs() <= nowMs(plainTimeMs)) {
            execute(plainTimeMs, tick);
        }
        return answered;
    }

    private Answered execute(long plainTimeMs, Message message) {
        StateMachine.Outcome outcome =
                machine.execute(message.buffer(), 0, message.length(), nowMs(plainTimeMs), frame);
        return switch (outcome) {
            case FRAME -> {
                frame.end(frames.size(), 0);
                byte[] bytes = new byte[frame.length()];
                frame.buffer().getBytes(0, bytes);
                frames.add(bytes);
                yield new Answered(How.FRAMED, frame.sequence(), result());
            }
            case NO_FRAME -> new Answered(How.UNFRAMED, state().sequence(), result());
            case REPLAY -> new Answered(How.REPLAYED, machine.replayedSequence(), new byte[0]);
        };
    }

    private long nowMs(long plainTimeMs) {
        return plainTimeMs + state().clockOffsetMs();
    }

    private byte[] result() {
        byte[] result = new byte[machine.resultLength()];
        machine.result().getBytes(0, result);
        return result;
    }

    @Override
    public List<byte[]> frames() {
        return List.copyOf(frames);
    }

    @Override
    public void restart() {
        machine = new StateMachine();
        for (byte[] bytes : frames) {
            frame.buffer().putBytes(0, bytes);
            if (!frame.load(bytes.length)) {
                throw new IllegalStateException("a frame in memory is damaged");
            }
            machine.apply(frame);
        }
    }

    @Override
    public void close() {}
}
