package io.clearhold.gateway.webhook;

import io.clearhold.core.codec.ClockResultEncoder;
import io.clearhold.core.codec.DisableWebhookEndpointDecoder;
import io.clearhold.core.codec.GetClockDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** A ledger that knows the time, and what it was asked to disable. */
final class TestLedger implements Ledger {
    /** An endpoint that said it is gone, and the text that was used. */
    record Disabled(long endpoint, long textSequence) {}

    private final List<Disabled> disabled = new CopyOnWriteArrayList<>();
    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final AtomicLong watermark = new AtomicLong();

    List<Disabled> disabled() {
        return disabled;
    }

    long nowMs() {
        return nowMs.get();
    }

    void advance(long ms) {
        nowMs.addAndGet(ms);
        watermark.incrementAndGet();
    }

    void watermark(long sequence) {
        watermark.set(sequence);
    }

    @Override
    public Offer offer(DirectBuffer message, int offset, int length, ReplyHandler handler) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(message, offset);
        if (header.templateId() == GetClockDecoder.TEMPLATE_ID) {
            ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64);
            ClockResultEncoder result =
                    new ClockResultEncoder()
                            .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                            .nowMs(nowMs.get())
                            .targetMs(0)
                            .nextDeadlineMs(Long.MAX_VALUE);
            handler.onResult(watermark.get(), false, buffer, 0, result.limit());
        } else {
            DisableWebhookEndpointDecoder command =
                    new DisableWebhookEndpointDecoder().wrapAndApplyHeader(message, offset, header);
            disabled.add(new Disabled(command.endpoint(), command.expectedTextSequence()));
            handler.onFailure(ReplyHandler.Failure.OUTCOME_UNKNOWN);
        }
        return Offer.ACCEPTED;
    }

    @Override
    public long watermark() {
        return watermark.get();
    }

    @Override
    public long awaitWatermark(long sequence, long timeoutMs) {
        return watermark.get();
    }

    @Override
    public JournalReader openReader() {
        throw new UnsupportedOperationException("webhooks read the view");
    }

    @Override
    public Health health() {
        return Health.RUNNING;
    }
}
