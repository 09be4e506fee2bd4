package io.clearhold.ledger.audit;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.PositionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal on a thread of its own and appends a leaf for each frame. What a crash took
 * from the tree is made again: a leaf is always the same for the same frame. After a failure the
 * files are opened anew, from what is known to be on the disk.
 */
final class AuditTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTail.class);

    private final Ledger ledger;
    private final PositionStore positions;
    private final Path folder;
    private final AuditSettings settings;
    private final Frame frame = new Frame();
    private final FrameRecord record = new FrameRecord();
    private final byte[] leaf = new byte[TreeHash.LENGTH];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Thread thread;
    private volatile TreeFiles tree;
    private volatile boolean stopping;
    private volatile String trouble = "";
    private long storedAtNs = System.nanoTime();

    /** Opens the tree; {@link #start} follows. */
    AuditTail(Ledger ledger, PositionStore positions, Path folder, AuditSettings settings)
            throws IOException {
        this.ledger = ledger;
        this.positions = positions;
        this.folder = folder;
        this.settings = settings;
        this.tree = new TreeFiles(folder, positions.load());
        thread = Thread.ofPlatform().daemon().name("clearhold-audit").unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    TreeFiles tree() {
        return tree;
    }

    String trouble() {
        return trouble;
    }

    /**
     * Whether the first and the last leaf are those of the journal's frames. It tells another
     * journal from ours; what was changed in between only a check of the whole journal finds.
     */
    boolean isOfItsJournal() {
        TreeFiles files = tree;
        long size = files.size();
        try (JournalReader journal = ledger.openReader()) {
            return size == 0 || (isLeafOf(journal, files, 1) && isLeafOf(journal, files, size));
        }
    }

    private boolean isLeafOf(JournalReader journal, TreeFiles files, long sequence) {
        byte[] stored = new byte[TreeHash.LENGTH];
        files.read(0, sequence - 1, stored);
        if (!journal.read(sequence, frame)) {
            return false;
        }
        record.of(frame).hash(leaf);
        return Arrays.equals(stored, leaf);
    }

    /** Throws the tree away, before {@link #start}: it is made again from the journal. */
    void rebuild() throws IOException {
        positions.store(0);
        tree.close();
        tree = new TreeFiles(folder, 0);
    }

    /** Waits until the tree holds so many frames or the time is over; returns whether it does. */
    boolean awaitSize(long size, long timeoutMs) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        lock.lockInterruptibly();
        try {
            while (tree.size() < size && left > 0) {
                left = grown.awaitNanos(left);
            }
            return tree.size() >= size;
        } finally {
            lock.unlock();
        }
    }

    /** Forces what is readable to the disk, and remembers how far that is. */
    synchronized void store() throws IOException {
        TreeFiles files = tree;
        long size = files.size();
        files.force();
        positions.store(size);
        storedAtNs = System.nanoTime();
    }

    private void follow() {
        try (JournalReader journal = ledger.openReader()) {
            while (!stopping) {
                try {
                    followOnce(journal);
                    trouble = "";
                } catch (IOException | RuntimeException e) {
                    failed(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followOnce(JournalReader journal) throws IOException, InterruptedException {
        TreeFiles files = tree;
        long watermark = ledger.awaitWatermark(files.size(), settings.pollMs());
        // A batch at a time: who waits for a frame does not wait for all that came after it.
        long to = Math.min(watermark, files.appended() + TreeFiles.BATCH);
        while (files.appended() < to) {
            if (!journal.read(files.appended() + 1, frame)) {
                throw new IOException("the journal does not give frame " + (files.appended() + 1));
            }
            record.of(frame).hash(leaf);
            files.append(leaf);
        }
        if (files.appended() > files.size()) {
            files.flush();
            tellWaiting();
        }
        boolean due =
                System.nanoTime() - storedAtNs
                        > TimeUnit.MILLISECONDS.toNanos(settings.storeIntervalMs());
        if (due) {
            store();
        }
        if (ledger.health() != Ledger.Health.RUNNING) {
            TimeUnit.MILLISECONDS.sleep(settings.pollMs());
        }
    }

    private void tellWaiting() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Exception cause) throws InterruptedException {
        if (trouble.isEmpty()) {
            LOG.warn("the audit log does not get on at frame {}", tree.appended() + 1, cause);
        }
        trouble =
                "frame "
                        + (tree.appended() + 1)
                        + " cannot be added to the tree ("
                        + cause.getMessage()
                        + "), it is tried again";
        TimeUnit.MILLISECONDS.sleep(settings.retryMs());
        try {
            tree.close();
            tree = new TreeFiles(folder, positions.load());
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("the files of the tree cannot be opened", e);
        }
    }

    /** Stops following; what was appended is forced to the disk. */
    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            thread.join(settings.stopTimeoutMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.interrupt();
            throw new IOException("the audit log did not end");
        }
        store();
        tree.close();
    }
}
