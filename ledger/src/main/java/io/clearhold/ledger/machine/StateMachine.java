package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.EventApplier;
import io.clearhold.ledger.state.IdempotencyTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.StateInput;
import io.clearhold.ledger.state.StateOutput;
import java.io.IOException;
import java.util.function.BiFunction;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a pure machine: a command and a time in, a frame or none out, the state changed
 * accordingly. It counts its own sequence. Every driver feeds this one class: the embedded engine,
 * recovery, replay, simulation. Confined to one thread.
 */
public final class StateMachine {
    /** What became of a command. */
    public enum Outcome {
        /**
         * A frame was built and its events are applied: the driver must make it durable before
         * anybody sees the result.
         */
        FRAME,
        /**
         * Nothing changed; the result may be shown once the watermark has reached the state's
         * sequence.
         */
        NO_FRAME,
        /** The key was used before: {@link #replayedSequence} has the outcome. */
        REPLAY
    }

    /** Commands have template ids below this, queries below {@link #FIRST_RESULT}. */
    private static final int FIRST_QUERY = 100;

    private static final int FIRST_RESULT = 150;

    private final LedgerState state = new LedgerState();
    private final EventApplier applier = new EventApplier(state);
    private final Access access = new Access(state);
    private final Decision decision = new Decision(state);
    private final ResultWriter results = new ResultWriter(state, access);
    private final CommandDispatcher dispatcher;
    private final Queries queries;
    private final MessageForms forms = new MessageForms();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OriginDecoder origin = new OriginDecoder();
    private long replayedSequence;
    private @Nullable RuntimeException failure;

    public StateMachine() {
        this(CommandDispatcher::new);
    }

    /** With another dispatcher: a test gives one that fails. */
    StateMachine(BiFunction<LedgerState, Access, CommandDispatcher> dispatchers) {
        dispatcher = dispatchers.apply(state, access);
        queries =
                new Queries(
                        state,
                        access,
                        dispatcher.accountDecisions(),
                        dispatcher.webhookDecisions(),
                        dispatcher.paymentLinks(),
                        dispatcher.limitDecisions(),
                        results);
    }

    public LedgerState state() {
        return state;
    }

    /** Whether a message is a query, which {@link #query} answers. */
    public static boolean isQuery(DirectBuffer message, int offset) {
        int template =
                message.getShort(
                        offset + MessageHeaderDecoder.templateIdEncodingOffset(),
                        java.nio.ByteOrder.LITTLE_ENDIAN);
        return template >= FIRST_QUERY && template < FIRST_RESULT;
    }

    /**
     * Decides and applies one command. One that the engine cannot read is refused without a frame,
     * its idempotency key notwithstanding. So is one whose first step fails by a bug: nothing was
     * applied yet, and {@link #failure} tells. A failure after that is thrown, and the state is
     * lost.
     *
     * @param nowMs the driver's log time; a time before the last frame's is taken as that frame's
     * @param frame begun and filled when the outcome is FRAME; the driver ends it
     */
    public Outcome execute(DirectBuffer command, int offset, int length, long nowMs, Frame frame) {
        failure = null;
        ResultCode form = forms.check(command, offset, length);
        if (form != ResultCode.OK) {
            return refuse(form);
        }
        header.wrap(command, offset);
        origin.wrap(command, offset + MessageHeaderDecoder.ENCODED_LENGTH);
        boolean keyed = isKeyed();
        if (keyed) {
            long known =
                    state.idempotency().sequence(origin.idempotencyHigh(), origin.idempotencyLow());
            if (known != IdempotencyTable.UNKNOWN) {
                replayedSequence = known;
                return Outcome.REPLAY;
            }
        }
        long sequence = state.sequence() + 1;
        long timeMs = Math.max(nowMs, state.logTimeMs());
        decision.begin(sequence, timeMs);
        int step = 0;
        do {
            int from = decision.length();
            decision.beginStep();
            if (!decideStep(command, offset, step)) {
                return refuse(ResultCode.UNDECIDED);
            }
            if (decision.code() == ResultCode.UNKNOWN_COMMAND) {
                return refuse(ResultCode.UNKNOWN_COMMAND);
            }
            if (decision.length() > from && from == 0) {
                applier.beginFrame(sequence, timeMs);
            }
            applyStep(from);
            step++;
        } while (decision.hasMore());
        if (decision.length() > 0) {
            int from = decision.length();
            dispatcher.conclude(decision);
            applyStep(from);
        }
        boolean framed = decision.length() > 0 || keyed;
        if (framed && decision.length() == 0) {
            applier.beginFrame(sequence, timeMs);
        }
        if (framed && keyed) {
            applier.rememberOutcome(origin.idempotencyHigh(), origin.idempotencyLow());
        }
        writeResult(timeMs);
        if (!framed) {
            return Outcome.NO_FRAME;
        }
        frame.begin(state.settings().shard(), sequence, timeMs, command, offset, length);
        frame.putResult(results.buffer(), 0, results.length());
        frame.putEvents(decision.events(), 0, decision.length());
        return Outcome.FRAME;
    }

    /** Decides a step; false if the first failed, before anything was applied. */
    private boolean decideStep(DirectBuffer command, int offset, int step) {
        try {
            dispatcher.decide(command, offset, header, step, decision);
            return true;
        } catch (RuntimeException e) {
            if (step > 0) {
                throw e;
            }
            failure = e;
            return false;
        }
    }

    /** Nothing was looked up or applied, and nothing is remembered. */
    private Outcome refuse(ResultCode code) {
        decision.begin(state.sequence() + 1, state.logTimeMs());
        decision.refuse(code);
        results.refusal(code, 0, 0);
        return Outcome.NO_FRAME;
    }

    /** Why the last message came to {@link ResultCode#UNDECIDED}, else null: a bug. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** What the last execute came to; means nothing for a replay. */
    public ResultCode resultCode() {
        return decision.code();
    }

    /** Where the outcome of a replayed command is. */
    public long replayedSequence() {
        return replayedSequence;
    }

    /** Answers a query from the state as it is; see {@link #result}. */
    public void query(DirectBuffer message, int offset, int length, long nowMs) {
        failure = null;
        ResultCode form = forms.check(message, offset, length);
        if (form != ResultCode.OK) {
            results.refusal(form, 0, 0);
            return;
        }
        header.wrap(message, offset);
        try {
            queries.answer(message, offset, header, Math.max(nowMs, state.logTimeMs()));
        } catch (RuntimeException e) {
            failure = e;
            results.refusal(ResultCode.UNDECIDED, 0, 0);
        }
    }

    /**
     * The time of the last frame without the sandbox's offset: what names journal files, so that
     * moving the sandbox's clock moves no file.
     */
    public long framePlainTimeMs() {
        return applier.plainTimeMs();
    }

    /** The result of the last execute or query; valid until the next. */
    public DirectBuffer result() {
        return results.buffer();
    }

    public int resultLength() {
        return results.length();
    }

    /** Writes the state as it is after the last frame; {@link #read} brings it back. */
    public void write(StateOutput out) throws IOException {
        out.put(applier.plainTimeMs());
        state.write(out);
    }

    /** Makes an empty machine what another one was. */
    public void read(StateInput in) throws IOException {
        applier.plainTimeMs(in.take());
        state.read(in);
    }

    /** Applies a recorded frame, deciding nothing. */
    public void apply(Frame frame) {
        applier.beginFrame(frame.sequence(), frame.logTimeMs());
        frame.rewindEvents();
        while (frame.nextEvent()) {
            applier.apply(frame.buffer(), frame.eventOffset(), frame.eventLength());
        }
        header.wrap(frame.buffer(), frame.commandOffset());
        origin.wrap(frame.buffer(), frame.commandOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
        if (isKeyed()) {
            applier.rememberOutcome(origin.idempotencyHigh(), origin.idempotencyLow());
        }
    }

    /**
     * Applies a recorded frame and decides its command again on the way.
     *
     * @return empty if this program decides as the journal says, else one sentence; the state
     *     follows the journal either way
     */
    public String applyAndRedecide(Frame frame) {
        header.wrap(frame.buffer(), frame.commandOffset());
        origin.wrap(frame.buffer(), frame.commandOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
        boolean keyed = isKeyed();
        boolean known =
                keyed
                        && state.idempotency()
                                        .sequence(origin.idempotencyHigh(), origin.idempotencyLow())
                                != IdempotencyTable.UNKNOWN;
        decision.begin(frame.sequence(), frame.logTimeMs());
        int recorded = frame.eventsOffset();
        int end = recorded + frame.eventsLength();
        boolean begun = false;
        boolean differs = known;
        int step = 0;
        do {
            int from = decision.length();
            decision.beginStep();
            dispatcher.decide(frame.buffer(), frame.commandOffset(), header, step, decision);
            int length = decision.length() - from;
            differs |= !isEqual(frame, recorded, end, from, length);
            if (!begun) {
                applier.beginFrame(frame.sequence(), frame.logTimeMs());
                begun = true;
            }
            if (differs) {
                break;
            }
            applyStep(from);
            recorded += length;
            step++;
        } while (decision.hasMore());
        if (!differs && decision.length() > 0) {
            int from = decision.length();
            dispatcher.conclude(decision);
            int length = decision.length() - from;
            differs = !isEqual(frame, recorded, end, from, length);
            if (!differs) {
                applyStep(from);
                recorded += length;
            }
        }
        differs |= recorded != end;
        applyRecorded(frame, recorded, end);
        if (keyed) {
            applier.rememberOutcome(origin.idempotencyHigh(), origin.idempotencyLow());
        }
        if (differs) {
            return "the events of template " + header.templateId() + " differ";
        }
        writeResult(frame.logTimeMs());
        boolean same =
                results.length() == frame.resultLength()
                        && isSame(
                                frame.buffer(),
                                frame.resultOffset(),
                                results.buffer(),
                                0,
                                results.length());
        return same ? "" : "the result of template " + header.templateId() + " differs";
    }

    private boolean isEqual(Frame frame, int recorded, int end, int from, int length) {
        return recorded + length <= end
                && isSame(frame.buffer(), recorded, decision.events(), from, length);
    }

    private static boolean isSame(
            DirectBuffer a, int aOffset, DirectBuffer b, int bOffset, int length) {
        for (int i = 0; i < length; i++) {
            if (a.getByte(aOffset + i) != b.getByte(bOffset + i)) {
                return false;
            }
        }
        return true;
    }

    private void applyRecorded(Frame frame, int from, int end) {
        int at = from;
        while (at < end) {
            int length = frame.buffer().getInt(at, java.nio.ByteOrder.LITTLE_ENDIAN);
            applier.apply(frame.buffer(), at + Integer.BYTES, length);
            at += Integer.BYTES + length;
        }
    }

    private boolean isKeyed() {
        return (origin.idempotencyHigh() | origin.idempotencyLow()) != 0;
    }

    private void applyStep(int from) {
        int at = from;
        while (at < decision.length()) {
            int length = decision.events().getInt(at, java.nio.ByteOrder.LITTLE_ENDIAN);
            applier.apply(decision.events(), at + Integer.BYTES, length);
            at += Integer.BYTES + length;
        }
    }

    private void writeResult(long nowMs) {
        if (decision.isRefused()) {
            results.refusal(decision.code(), decision.first(), decision.second());
            return;
        }
        LineOutcome lineOutcome = decision.lineOutcome();
        if (lineOutcome != null) {
            results.line(lineOutcome);
            return;
        }
        if (decision.showsClockHold()) {
            results.clockHold(nowMs);
            return;
        }
        if (decision.showsAged()) {
            results.aged(decision.agedCount(), decision.agedMore());
            return;
        }
        if (decision.limitsOwner() != 0) {
            results.limits(decision.limitsOwner(), decision.limitsOfKey());
            return;
        }
        IdKind shown = decision.shownKind();
        if (shown != null) {
            boolean paid = dispatcher.startsAttempt();
            results.object(shown, decision.shownId(), origin, paid);
        } else if (dispatcher.showsClock()) {
            results.clock(nowMs);
        } else {
            results.done(decision.shownId());
        }
    }
}
