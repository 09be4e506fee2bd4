package io.clearhold.ledger.simulation;

import io.clearhold.core.codec.ChainDecoder;
import io.clearhold.core.codec.DayCutDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.SettlementReadyDecoder;
import io.clearhold.core.codec.TickDecoder;
import io.clearhold.core.frame.ChainedEvents;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import java.util.Arrays;
import java.util.Set;
import org.agrona.collections.Long2LongHashMap;

/**
 * Watches every frame, live and replayed, and every acknowledgement: I1 and I2 of what a frame
 * touched, I3, I4 and I5 as far as frames show them. It stands outside the simulated server, so
 * that no crash makes it forget.
 */
final class Auditor {
    private static final long NONE = 0;

    /** What deadlines may do while the clock is held. */
    private static final Set<Integer> UNHELD =
            Set.of(
                    InstructionDueDecoder.TEMPLATE_ID,
                    DayCutDecoder.TEMPLATE_ID,
                    SettlementReadyDecoder.TEMPLATE_ID);

    private final Tally tally;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OriginDecoder origin = new OriginDecoder();
    private final ChainDecoder chain = new ChainDecoder();
    private final Long2LongHashMap sequenceByKey = new Long2LongHashMap(NONE);
    private long[] hashes = new long[1 << 12];
    private long lastSequence;
    private long lastTimeMs;
    private long highestAcknowledged;

    Auditor(Tally tally) {
        this.tally = tally;
    }

    /** A frame that the live writer appended; its events are in the state. */
    void appended(Frame frame, LedgerState state) {
        tally.frames++;
        take(frame);
        checkTouched(frame, state);
        int at = (int) frame.sequence() * 2;
        if (at + 1 >= hashes.length) {
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        hashes[at] = state.hashHigh();
        hashes[at + 1] = state.hashLow();
    }

    /** A recovery begins: what it reads is all there is. */
    void recovering() {
        sequenceByKey.clear();
        lastSequence = 0;
        lastTimeMs = 0;
    }

    /** A frame that a recovery applied. */
    void replayed(Frame frame, LedgerState state) {
        tally.framesReplayed++;
        take(frame);
        requireHash(frame.sequence(), state.hashHigh(), state.hashLow());
    }

    /** All frames are read. */
    void recovered() {
        if (lastSequence < highestAcknowledged) {
            throw new PromiseBrokenException(
                    "I3",
                    "sequence %d was acknowledged, the journal ends at %d",
                    highestAcknowledged,
                    lastSequence);
        }
    }

    /** Somebody was told of a sequence; nothing may take it back. */
    void acknowledged(long sequence) {
        highestAcknowledged = Math.max(highestAcknowledged, sequence);
    }

    long highestAcknowledged() {
        return highestAcknowledged;
    }

    /** Throws unless the state at this sequence was once the same. */
    void requireHash(long sequence, long high, long low) {
        int at = (int) sequence * 2;
        if (hashes[at] != high || hashes[at + 1] != low) {
            throw new PromiseBrokenException(
                    "I5",
                    "the state after sequence %d has the hash %016x%016x, live it was %016x%016x",
                    sequence,
                    high,
                    low,
                    hashes[at],
                    hashes[at + 1]);
        }
    }

    private void take(Frame frame) {
        if (frame.sequence() != lastSequence + 1) {
            throw new PromiseBrokenException(
                    "I3", "sequence %d follows %d", frame.sequence(), lastSequence);
        }
        if (frame.logTimeMs() < lastTimeMs) {
            throw new PromiseBrokenException(
                    "I5", "log time goes back at sequence %d", frame.sequence());
        }
        lastSequence = frame.sequence();
        lastTimeMs = frame.logTimeMs();
        origin.wrap(frame.buffer(), frame.commandOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
        long key = origin.idempotencyLow();
        if (key != 0) {
            long before = sequenceByKey.put(key, lastSequence);
            if (before != NONE) {
                throw new PromiseBrokenException(
                        "I4",
                        "the key %d has its effect at sequence %d and again at %d",
                        key,
                        before,
                        lastSequence);
            }
        }
    }

    private void checkTouched(Frame frame, LedgerState state) {
        tally.framesChecked++;
        int command = header.wrap(frame.buffer(), frame.commandOffset()).templateId();
        boolean waits = command == TickDecoder.TEMPLATE_ID && state.clockHold().isHeld();
        frame.rewindEvents();
        while (frame.nextEvent()) {
            int template = header.wrap(frame.buffer(), frame.eventOffset()).templateId();
            if (waits && !UNHELD.contains(template)) {
                throw new PromiseBrokenException(
                        "clock", "event %d of a deadline while the clock is held", template);
            }
            if (ChainedEvents.contains(template)) {
                chain.wrap(
                        frame.buffer(), frame.eventOffset() + MessageHeaderDecoder.ENCODED_LENGTH);
                checkPayment(state.payments(), state.payments().find(chain.payment()));
            }
        }
        for (int currency : state.book().currencies()) {
            CurrencyTotals totals = state.book().totals(currency);
            if (totals.imbalance() != 0) {
                throw new PromiseBrokenException(
                        "I1",
                        "debits %d, credits %d in currency %d after sequence %d",
                        totals.debits(),
                        totals.credits(),
                        currency,
                        frame.sequence());
            }
        }
    }

    private static void checkPayment(PaymentTable payments, int index) {
        if (index < 0) {
            return;
        }
        long held = payments.held(index);
        long released = payments.released(index);
        long refunded = payments.refunded(index);
        boolean holds =
                payments.collected(index) == held + released + refunded
                        && held >= 0
                        && released >= 0
                        && refunded >= 0;
        if (!holds) {
            throw new PromiseBrokenException(
                    "I2",
                    "collected %d, held %d, released %d, refunded %d",
                    payments.collected(index),
                    held,
                    released,
                    refunded);
        }
    }
}
