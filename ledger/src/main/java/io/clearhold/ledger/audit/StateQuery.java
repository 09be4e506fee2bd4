package io.clearhold.ledger.audit;

import io.clearhold.core.codec.GetHeadEncoder;
import io.clearhold.core.codec.HeadResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.LedgerProofs.NotProvableException;
import io.clearhold.core.port.ReplyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** Asks the ledger in the server's own name where it stands. */
final class StateQuery implements ReplyHandler {
    /** A sequence and the hash of exactly the state after it. */
    record Point(long sequence, long hashHigh, long hashLow) {}

    private final CompletableFuture<Point> point = new CompletableFuture<>();

    private StateQuery() {}

    static Point ask(Ledger ledger, long timeoutMs) throws InterruptedException {
        MutableDirectBuffer message = new ExpandableArrayBuffer(128);
        GetHeadEncoder query = new GetHeadEncoder();
        query.wrapAndApplyHeader(message, 0, new MessageHeaderEncoder());
        query.origin().role((short) Role.SYSTEM.code());
        StateQuery reply = new StateQuery();
        int length = MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        Ledger.Offer offer = ledger.offer(message, 0, length, reply);
        if (offer != Ledger.Offer.ACCEPTED) {
            throw new NotProvableException("The ledger takes no question now.");
        }
        try {
            return reply.point.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotProvableException("The ledger does not say where it stands.");
        }
    }

    @Override
    public void onResult(
            long sequence, boolean framed, DirectBuffer result, int offset, int length) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(result, offset);
        if (header.templateId() != HeadResultDecoder.TEMPLATE_ID) {
            point.completeExceptionally(new IllegalStateException("the ledger refused"));
            return;
        }
        HeadResultDecoder head = new HeadResultDecoder();
        head.wrapAndApplyHeader(result, offset, header);
        point.complete(new Point(head.sequence(), head.stateHashHigh(), head.stateHashLow()));
    }

    @Override
    public void onReplay(long sequence) {
        point.completeExceptionally(new IllegalStateException("a query has no stored outcome"));
    }

    @Override
    public void onFailure(Failure failure) {
        point.completeExceptionally(new IllegalStateException(failure.toString()));
    }
}
