package io.clearhold.ledger.simulation;

import io.clearhold.core.codec.ChainDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.PaymentTable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Tells a receiver of every event of a payment: at least once, and in order for each payment. What
 * was delivered is remembered now and then, so that a crash repeats some of it; the receiver, who
 * outlives every crash, notices what it never got.
 */
final class Webhooks {
    private static final long PAUSE_MS = 5_000;

    /** One event on its way. */
    private record Delivery(long payment, long sequence, long previous) {}

    private final World world;
    private final Frame frame = new Frame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ChainDecoder chain = new ChainDecoder();
    private final Long2LongHashMap received = new Long2LongHashMap(0);
    private final Long2ObjectHashMap<Deque<Delivery>> queues = new Long2ObjectHashMap<>();
    private long storedPosition;
    private long position;
    private int starts;

    Webhooks(World world) {
        this.world = world;
    }

    /** A start of the server: begins after what is remembered as delivered. */
    void restart(long watermark) {
        if (storedPosition > watermark) {
            throw new PromiseBrokenException(
                    "I3",
                    "webhooks of sequence %d were delivered, the journal ends at %d",
                    storedPosition,
                    watermark);
        }
        starts++;
        position = storedPosition;
        queues.clear();
    }

    void turn(JournalReader reader) {
        while (reader.read(position + 1, frame)) {
            position++;
            frame.rewindEvents();
            while (frame.nextEvent()) {
                take();
            }
        }
        if (queues.isEmpty() && world.random().nextInt(8) == 0) {
            storedPosition = position;
        }
    }

    private void take() {
        int template = header.wrap(frame.buffer(), frame.eventOffset()).templateId();
        if (!ChainedEvents.contains(template)) {
            return;
        }
        chain.wrap(frame.buffer(), frame.eventOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
        if (chain.payment() == 0) {
            return;
        }
        Delivery delivery = new Delivery(chain.payment(), frame.sequence(), chain.previous());
        Deque<Delivery> behind = queues.get(delivery.payment());
        if (behind != null) {
            behind.add(delivery);
        } else if (!deliver(delivery)) {
            Deque<Delivery> queue = new ArrayDeque<>();
            queue.add(delivery);
            queues.put(delivery.payment(), queue);
            retryLater(delivery.payment());
        }
    }

    private void retryLater(long payment) {
        int start = starts;
        world.agenda()
                .after(
                        PAUSE_MS,
                        () -> {
                            if (start == starts) {
                                retry(payment);
                            }
                        });
    }

    private void retry(long payment) {
        Deque<Delivery> queue = queues.get(payment);
        while (queue != null && !queue.isEmpty() && deliver(queue.element())) {
            queue.remove();
        }
        if (queue != null && queue.isEmpty()) {
            queues.remove(payment);
        } else {
            retryLater(payment);
        }
    }

    /** Whether the receiver said that it has it. */
    private boolean deliver(Delivery delivery) {
        if (world.faults().strikes(Fault.RECEIVER_FAILED)) {
            return false;
        }
        world.tally().deliveries++;
        receive(delivery);
        return !world.faults().strikes(Fault.RECEIVER_ANSWER_LOST);
    }

    private void receive(Delivery delivery) {
        long last = received.get(delivery.payment());
        if (delivery.sequence() <= last) {
            return;
        }
        if (delivery.previous() != last) {
            throw new PromiseBrokenException(
                    "webhooks",
                    "of payment %d the receiver got sequence %d after %d, between them stands %d",
                    delivery.payment(),
                    delivery.sequence(),
                    last,
                    delivery.previous());
        }
        received.put(delivery.payment(), delivery.sequence());
    }

    /** When all is quiet, the receiver has heard the last of every payment. */
    void requireComplete(PaymentTable payments) {
        for (int i = 0; i < payments.size(); i++) {
            long last = received.get(payments.id(i));
            if (last != payments.lastSequence(i)) {
                throw new PromiseBrokenException(
                        "webhooks",
                        "of payment %d the receiver heard up to sequence %d, it stands at %d",
                        payments.id(i),
                        last,
                        payments.lastSequence(i));
            }
        }
    }
}
