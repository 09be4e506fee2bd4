package io.clearhold.gateway.http;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.gateway.problem.ProblemCode;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the ledger's answer over from its writer thread to the event loop. The writer fills it and
 * then hands over; only after that does the event loop read it.
 */
final class LedgerReply implements ReplyHandler {
    /** Whom the reply is for; told on the writer's thread. */
    interface Receiver {
        /** The command is durable, and not refused. */
        void durable();

        /** The reply is complete: hand over. */
        void answered();
    }

    private final Receiver receiver;
    private final ExpandableArrayBuffer result = new ExpandableArrayBuffer(512);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private @Nullable ProblemCode failure;
    private boolean replay;
    private long sequence;

    LedgerReply(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void onResult(
            long resultSequence, boolean framed, DirectBuffer source, int offset, int length) {
        result.putBytes(0, source, offset, length);
        failure = null;
        replay = false;
        sequence = framed ? resultSequence : 0;
        if (!isRefusal(result, 0)) {
            receiver.durable();
        }
        receiver.answered();
    }

    @Override
    public void onReplay(long firstSequence) {
        failure = null;
        replay = true;
        sequence = firstSequence;
        receiver.answered();
    }

    @Override
    public void onFailure(Failure why) {
        failure = ProblemCode.of(why);
        receiver.answered();
    }

    /** Why there is no result, or null. */
    @Nullable ProblemCode failure() {
        return failure;
    }

    /** Whether the outcome is in the frame at {@link #sequence} instead of {@link #result}. */
    boolean replay() {
        return replay;
    }

    /** The sequence of the frame, 0 if it has none. */
    long sequence() {
        return sequence;
    }

    DirectBuffer result() {
        return result;
    }

    /** Whether a result message is a refusal. */
    boolean isRefusal(DirectBuffer message, int offset) {
        return header.wrap(message, offset).templateId() == RefusalDecoder.TEMPLATE_ID;
    }
}
