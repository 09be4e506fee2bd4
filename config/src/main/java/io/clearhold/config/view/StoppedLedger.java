package io.clearhold.config.view;

import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.journal.ChronicleJournal;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/** The journal of a stopped server: its frames can be read, and no more come. */
final class StoppedLedger implements Ledger {
    private final ChronicleJournal journal;

    StoppedLedger(ChronicleJournal journal) {
        this.journal = journal;
    }

    @Override
    public Offer offer(DirectBuffer message, int offset, int length, ReplyHandler handler) {
        return Offer.STOPPED;
    }

    @Override
    public long watermark() {
        return journal.lastSequence();
    }

    @Override
    public long awaitWatermark(long sequence, long timeoutMs) throws InterruptedException {
        if (sequence >= watermark()) {
            TimeUnit.MILLISECONDS.sleep(timeoutMs);
        }
        return watermark();
    }

    @Override
    public JournalReader openReader() {
        return journal.openReader(this::watermark);
    }

    @Override
    public Health health() {
        return Health.STOPPED;
    }
}
