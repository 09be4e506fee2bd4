package io.clearhold.bench.workload;

import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.machine.StateMachine;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** A state machine that a script drives, every answer being checked. */
final class ScriptedMachine {
    /** Log time: about as many commands a millisecond as the machine decides. */
    private static final int COMMANDS_PER_MS = 256;

    private static final long START_MS = 1_800_000_000_000L;

    private StateMachine machine = new StateMachine();
    private final CommandScript script;
    private final Frame frame = new Frame();

    ScriptedMachine(CommandScript script) {
        this.script = script;
    }

    /** Milliseconds of log time in which about this many commands are decided. */
    static long retentionMs(long commands) {
        return commands / COMMANDS_PER_MS;
    }

    StateMachine machine() {
        return machine;
    }

    /** The frame of the last command; not yet ended. */
    Frame frame() {
        return frame;
    }

    long timeMs() {
        return START_MS + script.sequence() / COMMANDS_PER_MS;
    }

    /** Puts another machine in the place of this one; both are where the script is. */
    void replace(StateMachine other) {
        machine = other;
    }

    /** Decides and applies the next command. */
    void step() {
        script.next();
        StateMachine.Outcome outcome =
                machine.execute(script.command(), 0, script.length(), timeMs(), frame);
        if (outcome != StateMachine.Outcome.FRAME || frame.sequence() != script.sequence()) {
            throw new InvalidMeasurementException(
                    "command " + script.sequence() + " came to " + outcome);
        }
        check(script.sequence(), machine.result(), 0);
    }

    void run(long commands) {
        for (long i = 0; i < commands; i++) {
            step();
        }
    }

    /** Throws if a result is a refusal. */
    static void check(long sequence, DirectBuffer result, int offset) {
        if (isRefusal(result, offset)) {
            RefusalDecoder refusal = new RefusalDecoder();
            refusal.wrapAndApplyHeader(result, offset, new MessageHeaderDecoder());
            throw new InvalidMeasurementException(
                    "command " + sequence + " was refused: " + ResultCode.of(refusal.code()));
        }
    }

    static boolean isRefusal(DirectBuffer result, int offset) {
        return result.getShort(
                        offset + MessageHeaderDecoder.templateIdEncodingOffset(),
                        ByteOrder.LITTLE_ENDIAN)
                == RefusalDecoder.TEMPLATE_ID;
    }
}
