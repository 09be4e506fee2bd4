package io.clearhold.ledger.simulation;

import io.clearhold.core.codec.HeadResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.ClientMessages;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.scenario.QueryMessages;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/**
 * Platforms, accounts, payers and staff: each asks under an idempotency key of his own, and asks
 * the same again until he hears an answer. What he hears a second time must be what he heard first.
 */
final class Clients {
    /** Well below the time for which the ledger keeps keys. */
    private static final long PATIENCE_MS = 20L * 3600 * 1000;

    private static final long KEY_HIGH = 7;

    private final World world;
    private final Server server;
    private final Auditor auditor;
    private final ClientMessages messages;
    private final Frame frame = new Frame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OriginDecoder origin = new OriginDecoder();
    private final HeadResultDecoder head = new HeadResultDecoder();
    private final CRC32C crc = new CRC32C();
    private long nextKey = 1;

    Clients(World world, Server server, Auditor auditor) {
        this.world = world;
        this.server = server;
        this.auditor = auditor;
        this.messages =
                new ClientMessages(world.random(), actor -> actor.withKey(KEY_HIGH, nextKey++));
    }

    /** Some of them ask for something new. */
    void act() {
        if (!server.isUp()) {
            return;
        }
        for (int i = world.random().nextInt(16); i > 0; i--) {
            if (world.random().nextInt(64) == 0) {
                server.post(
                        QueryMessages.head(Actor.OPERATOR),
                        new Head(auditor.highestAcknowledged()));
            } else {
                new Request(messages.next(server.state(), world.agenda().nowMs())).send();
            }
        }
    }

    private int digest(DirectBuffer buffer, int offset, int length) {
        crc.reset();
        crc.update(buffer.byteArray(), buffer.wrapAdjustment() + offset, length);
        return (int) crc.getValue();
    }

    /** One thing that is asked for, however often. */
    private final class Request implements ReplyHandler {
        private final Message message;
        private final long key;
        private final long firstSentMs = world.agenda().nowMs();
        private long sequence;
        private int digest;

        Request(Message message) {
            this.message = message;
            origin.wrap(message.buffer(), MessageHeaderDecoder.ENCODED_LENGTH);
            this.key = origin.idempotencyLow();
        }

        void send() {
            server.post(message, this);
        }

        private void sendAfter(long delayMs) {
            boolean known = world.agenda().nowMs() + delayMs < firstSentMs + PATIENCE_MS;
            if (key != 0 && known) {
                world.agenda().after(delayMs, this::send);
            }
        }

        @Override
        public void onResult(
                long newSequence, boolean framed, DirectBuffer result, int offset, int length) {
            if (world.faults().strikes(Fault.ANSWER_LOST)) {
                sendAfter(world.delayMs(60_000));
                return;
            }
            if (sequence != 0) {
                throw new PromiseBrokenException(
                        "I4",
                        "the key %d was answered from sequence %d, and decided anew at %d",
                        key,
                        sequence,
                        newSequence);
            }
            if (framed) {
                heard(newSequence, digest(result, offset, length));
            }
        }

        @Override
        public void onReplay(long newSequence) {
            world.tally().replays++;
            if (!server.read(newSequence, frame)) {
                throw new PromiseBrokenException(
                        "I4",
                        "the key %d has its answer at sequence %d, which is not there",
                        key,
                        newSequence);
            }
            origin.wrap(
                    frame.buffer(), frame.commandOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
            int newDigest = digest(frame.buffer(), frame.resultOffset(), frame.resultLength());
            boolean same = sequence == 0 || (sequence == newSequence && digest == newDigest);
            if (origin.idempotencyLow() != key || !same) {
                throw new PromiseBrokenException(
                        "I4",
                        "the key %d was answered from sequence %d, now from %d",
                        key,
                        sequence,
                        newSequence);
            }
            heard(newSequence, newDigest);
        }

        @Override
        public void onFailure(Failure failure) {
            if (failure == Failure.STORAGE_FULL && sequence != 0) {
                // Refused before it was looked at: nothing is said of the key.
                return;
            }
            sendAfter(200 + world.delayMs(30_000));
        }

        private void heard(long newSequence, int newDigest) {
            if (newSequence > server.disk().synced()) {
                throw new PromiseBrokenException(
                        "I3",
                        "sequence %d was acknowledged, the disk has synced %d",
                        newSequence,
                        server.disk().synced());
            }
            world.tally().acknowledged++;
            auditor.acknowledged(newSequence);
            sequence = newSequence;
            digest = newDigest;
            if (world.faults().strikes(Fault.REQUEST_REPEATED)) {
                sendAfter(world.delayMs(PATIENCE_MS));
            }
        }
    }

    /** Reads reflect every answer already given, and nothing that may vanish. */
    private final class Head implements ReplyHandler {
        private final long known;

        Head(long known) {
            this.known = known;
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            head.wrapAndApplyHeader(result, offset, header);
            if (sequence < known || head.sequence() != sequence) {
                throw new PromiseBrokenException(
                        "I3", "a read saw sequence %d after %d was answered", sequence, known);
            }
            auditor.requireHash(sequence, head.stateHashHigh(), head.stateHashLow());
            auditor.acknowledged(sequence);
        }

        @Override
        public void onReplay(long sequence) {}

        @Override
        public void onFailure(Failure failure) {}
    }
}
