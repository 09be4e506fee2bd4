package io.clearhold.ledger.journal;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import java.util.function.LongSupplier;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wire;

/** Reads frames by sequence; the next one after the last is cheapest. Confined to one thread. */
public final class ChronicleReader implements JournalReader {
    private final CycleIndex cycles;
    private final LongSupplier watermark;
    private final ExcerptTailer tailer;
    private long nextSequence = -1;

    ChronicleReader(SingleChronicleQueue queue, CycleIndex cycles, LongSupplier watermark) {
        this.cycles = cycles;
        this.watermark = watermark;
        this.tailer = queue.createTailer();
        this.tailer.singleThreadedCheckDisabled(true);
    }

    @Override
    public boolean read(long sequence, Frame frame) {
        if (sequence < 1 || sequence > watermark.getAsLong()) {
            return false;
        }
        if (sequence != nextSequence && !moveTo(sequence)) {
            return false;
        }
        nextSequence = -1;
        int length = copyNext(tailer, frame);
        boolean intact = length >= 0 && frame.load(length) && frame.sequence() == sequence;
        if (!intact) {
            throw new JournalDamagedException(
                    "the frame at sequence " + sequence + " cannot be read back");
        }
        nextSequence = sequence + 1;
        return true;
    }

    @Override
    public void close() {
        tailer.close();
    }

    /**
     * Copies the next excerpt into the frame's buffer; returns its length, or -1 if there is none.
     */
    static int copyNext(ExcerptTailer tailer, Frame frame) {
        try (DocumentContext context = tailer.readingDocument()) {
            return copy(context, frame);
        }
    }

    /** The same for an excerpt that is open. */
    static int copy(DocumentContext context, Frame frame) {
        Wire wire = context.wire();
        if (!context.isPresent() || wire == null) {
            return -1;
        }
        Bytes<?> bytes = wire.bytes();
        int length = Math.toIntExact(bytes.readRemaining());
        frame.buffer().checkLimit(length);
        bytes.read(frame.buffer().byteArray(), 0, length);
        return length;
    }

    private boolean moveTo(long sequence) {
        int cycle = cycles.cycle(sequence);
        return cycle >= 0
                && tailer.moveToIndex(
                        QueueFiles.ROLL_CYCLE.toIndex(cycle, cycles.offsetInCycle(sequence)));
    }
}
