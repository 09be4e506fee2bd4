package io.clearhold.ledger.machine;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.clearhold.core.codec.ChainEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.LongArrayList;
import org.agrona.sbe.MessageEncoderFlyweight;
import org.jspecify.annotations.Nullable;

/**
 * What a command comes to: a result code, events in the order in which they happen, and the object
 * to show. One instance serves the writer for good; it is filled step by step, each step's events
 * being applied before the next step is decided.
 */
final class Decision {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExpandableArrayBuffer events = new ExpandableArrayBuffer(4096);
    private final LedgerState state;
    private final Funds funds;

    /** Payments that this command has touched, each followed by its sequence before. */
    private final LongArrayList previousSequences = new LongArrayList();

    private @Nullable MessageEncoderFlyweight open;
    private int openAt;
    private int length;
    private long sequence;
    private long nowMs;
    private int ordinal;
    private ResultCode code = ResultCode.OK;
    private long first;
    private long second;
    private @Nullable IdKind shownKind;
    private long shownId;
    private long limitsOwner;
    private boolean limitsOfKey;
    private boolean more;
    private @Nullable LineOutcome lineOutcome;
    private boolean aged;
    private long agedCount;
    private boolean agedMore;
    private boolean clockHold;

    Decision(LedgerState state) {
        this.state = state;
        this.funds = new Funds(state);
    }

    /** A new command, which would become the frame {@code sequence} at {@code nowMs}. */
    void begin(long newSequence, long newNowMs) {
        sequence = newSequence;
        nowMs = newNowMs;
        ordinal = 0;
        length = 0;
        code = ResultCode.OK;
        first = 0;
        second = 0;
        shownKind = null;
        shownId = 0;
        limitsOwner = 0;
        more = false;
        lineOutcome = null;
        aged = false;
        clockHold = false;
        previousSequences.clear();
        funds.clear();
    }

    void beginStep() {
        more = false;
        funds.clear();
    }

    /** What accounts have and owe as this step leaves them. */
    Funds funds() {
        return funds;
    }

    /** Another step follows, once the events of this one are applied. */
    void continues() {
        more = true;
    }

    boolean hasMore() {
        return more;
    }

    void refuse(ResultCode refusal) {
        refuse(refusal, 0, 0);
    }

    /** Ends the command without an event; the numbers are the amounts that forbid it. */
    void refuse(ResultCode refusal, long firstAmount, long secondAmount) {
        code = refusal;
        first = firstAmount;
        second = secondAmount;
    }

    boolean isRefused() {
        return code != ResultCode.OK;
    }

    ResultCode code() {
        return code;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    /** The object that the answer shows, as it stands after the last step. */
    void show(IdKind kind, long id) {
        shownKind = kind;
        shownId = id;
    }

    /** The answer says what became of a statement line. */
    void showLine(LineOutcome outcome) {
        lineOutcome = outcome;
    }

    @Nullable LineOutcome lineOutcome() {
        return lineOutcome;
    }

    /** The answer says how many short breaks were opened, and whether more movements wait. */
    void showAged(long opened, boolean moreWait) {
        aged = true;
        agedCount = opened;
        agedMore = moreWait;
    }

    /** The answer is the hold of the clock, as it stands after the last step. */
    void showClockHold() {
        clockHold = true;
    }

    boolean showsClockHold() {
        return clockHold;
    }

    boolean showsAged() {
        return aged;
    }

    long agedCount() {
        return agedCount;
    }

    boolean agedMore() {
        return agedMore;
    }

    @Nullable IdKind shownKind() {
        return shownKind;
    }

    long shownId() {
        return shownId;
    }

    /** The answer shows the rules of an account or a key. */
    void showLimits(long owner, boolean ofKey) {
        limitsOwner = owner;
        limitsOfKey = ofKey;
    }

    /** Whose rules the answer shows, 0 if it shows none. */
    long limitsOwner() {
        return limitsOwner;
    }

    boolean limitsOfKey() {
        return limitsOfKey;
    }

    long sequence() {
        return sequence;
    }

    long nowMs() {
        return nowMs;
    }

    long newId() {
        long id = peekId();
        ordinal++;
        return id;
    }

    /** The id that {@link #newId} will give next, for an event that names what follows it. */
    long peekId() {
        return ObjectId.of(state.settings().shard(), state.epochs().current(), sequence, ordinal);
    }

    /** Begins an event; complete it with {@link #end}. */
    <E extends MessageEncoderFlyweight> E event(E encoder) {
        openAt = length;
        int at = length + Integer.BYTES;
        header.wrap(events, at)
                .blockLength(encoder.sbeBlockLength())
                .templateId(encoder.sbeTemplateId())
                .schemaId(encoder.sbeSchemaId())
                .version(encoder.sbeSchemaVersion());
        encoder.wrap(events, at + MessageHeaderEncoder.ENCODED_LENGTH);
        open = encoder;
        return encoder;
    }

    /** The place of an event in the chain of its payment; none for payment 0. */
    void chain(ChainEncoder chain, long payment) {
        chain.payment(payment).previous(payment == 0 ? 0 : previousOf(payment));
    }

    /** An earlier step of this command may have been there already; it is not "before". */
    private long previousOf(long payment) {
        int index = state.payments().find(payment);
        long last = index < 0 ? 0 : state.payments().lastSequence(index);
        if (last == sequence) {
            return rememberedPrevious(payment);
        }
        if (last != 0) {
            previousSequences.addLong(payment);
            previousSequences.addLong(last);
        }
        return last;
    }

    private long rememberedPrevious(long payment) {
        // What it touched last is what it most often touches again.
        for (int i = previousSequences.size() - 2; i >= 0; i -= 2) {
            if (previousSequences.getLong(i) == payment) {
                return previousSequences.getLong(i + 1);
            }
        }
        return 0;
    }

    void end() {
        MessageEncoderFlyweight encoder = java.util.Objects.requireNonNull(open);
        int end = encoder.limit();
        events.putInt(openAt, end - openAt - Integer.BYTES, LITTLE_ENDIAN);
        length = end;
        open = null;
    }

    /**
     * Takes back all that was decided since the events had this length, a refusal included; only
     * within the step.
     */
    void takeBack(int toLength) {
        length = toLength;
        funds.clear();
        code = ResultCode.OK;
        first = 0;
        second = 0;
        more = false;
    }

    /** Takes the last event back; only directly after {@link #end}. */
    void dropLast() {
        length = openAt;
    }

    DirectBuffer events() {
        return events;
    }

    int length() {
        return length;
    }
}
