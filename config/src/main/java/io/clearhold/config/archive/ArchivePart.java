package io.clearhold.config.archive;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.settings.ArchiveSettings;
import io.clearhold.core.port.Tailer;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalArchive;
import io.clearhold.ledger.snapshot.Snapshots;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then for files of the journal that may go to the archive: older than both
 * snapshots, than what the slowest tailer has still to read, and than the idempotency window. What
 * fails is tried again at the next look; nothing waits for it.
 */
public final class ArchivePart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivePart.class);

    private final ChronicleJournal journal;
    private final Optional<JournalArchive> archive;
    private final Snapshots snapshots;
    private final List<Tailer> tailers;
    private final long retentionMs;
    private final long intervalMs;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile long failures;

    private ArchivePart(
            ArchiveSettings settings,
            ChronicleJournal journal,
            DataFolder folder,
            List<Tailer> tailers,
            long retentionMs) {
        this.journal = journal;
        this.archive = settings.folder().map(JournalArchive::new);
        this.snapshots = new Snapshots(folder.snapshots());
        this.tailers = List.copyOf(tailers);
        this.retentionMs = retentionMs;
        this.intervalMs = settings.intervalMs();
        this.thread = Thread.ofPlatform().name("clearhold-archive").unstarted(this::run);
    }

    /**
     * Starts to look, if there is an archive.
     *
     * @param tailers whose frames stay close by until they have read them
     * @param retentionMs the idempotency window
     */
    public static ArchivePart start(
            ArchiveSettings settings,
            ChronicleJournal journal,
            DataFolder folder,
            List<Tailer> tailers,
            long retentionMs) {
        ArchivePart part = new ArchivePart(settings, journal, folder, tailers, retentionMs);
        part.thread.start();
        return part;
    }

    /** Looks in vain since the start. */
    public long failures() {
        return failures;
    }

    /** A file that is being moved is moved to its end. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                archive.ifPresent(this::look);
            } while (!stop.await(intervalMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone changes it
    private void look(JournalArchive into) {
        try {
            long through = snapshots.oldestSequence();
            for (Tailer tailer : tailers) {
                through = Math.min(through, tailer.position());
            }
            into.run(journal, through, retentionMs);
        } catch (IOException | RuntimeException e) {
            failures++;
            LOG.warn("no file of the journal goes to the archive now: {}", e.getMessage());
        }
    }
}
