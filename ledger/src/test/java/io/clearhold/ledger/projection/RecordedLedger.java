package io.clearhold.ledger.projection;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;

/** A ledger that has ended: its frames can be read, and no more come. */
final class RecordedLedger implements Ledger {
    private final List<byte[]> frames;

    RecordedLedger(List<byte[]> frames) {
        this.frames = List.copyOf(frames);
    }

    @Override
    public Offer offer(DirectBuffer message, int offset, int length, ReplyHandler handler) {
        return Offer.STOPPED;
    }

    @Override
    public long watermark() {
        return frames.size();
    }

    @Override
    public long awaitWatermark(long sequence, long timeoutMs) {
        if (sequence >= frames.size()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(timeoutMs));
        }
        return frames.size();
    }

    @Override
    public JournalReader openReader() {
        return new JournalReader() {
            @Override
            public boolean read(long sequence, Frame frame) {
                if (sequence < 1 || sequence > frames.size()) {
                    return false;
                }
                byte[] bytes = frames.get((int) sequence - 1);
                frame.buffer().putBytes(0, bytes);
                return frame.load(bytes.length);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public Health health() {
        return Health.STOPPED;
    }
}
