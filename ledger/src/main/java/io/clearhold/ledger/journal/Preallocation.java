package io.clearhold.ledger.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes disk blocks for the journal ahead of the writer, on a thread of its own, so that a sync
 * need not wait until the file system has found some, and so that a full disk shows here and not in
 * the middle of a write to mapped memory. Without it everything works, only slower.
 *
 * <p>The writer says where it is; that costs it a comparison and, once in half a step, an unpark.
 */
final class Preallocation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Preallocation.class);

    private final long stepBytes;
    private final Thread thread;
    private @Nullable Place announced;

    /** Where the writer was when it last said so. */
    private volatile @Nullable Place place;

    /** Up to where {@link #file} has blocks. */
    private volatile long allocatedTo;

    private volatile boolean closed;

    private record Place(Path file, long position) {}

    private @Nullable Path file;
    private @Nullable FileAllocation allocation;
    private boolean tellsNoSpace = true;

    Preallocation(long stepBytes) {
        this.stepBytes = stepBytes;
        this.thread = new Thread(this::run, "clearhold-preallocation");
        thread.setDaemon(true);
        thread.start();
    }

    /** The writer stands here; called by it alone, as often as it likes. */
    void at(Path current, long position) {
        Place last = announced;
        boolean news =
                last == null
                        || !last.file().equals(current)
                        || position - last.position() >= stepBytes / 2;
        if (news) {
            Place now = new Place(current, position);
            announced = now;
            place = now;
            LockSupport.unpark(thread);
        }
    }

    /** Bytes that have blocks and lie ahead of where the writer said it was. */
    long aheadBytes() {
        Place now = place;
        return now == null ? 0 : Math.max(0, allocatedTo - now.position() - stepBytes / 2);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Place now = place;
                if (now == null || !isBehind(now)) {
                    LockSupport.park(this);
                } else if (!extend(now)) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the journal is no longer preallocated: {}", e.getMessage());
        } finally {
            closeFile();
        }
    }

    private boolean isBehind(Place now) {
        return !now.file().equals(file) || allocatedTo < now.position() + stepBytes;
    }

    /** One step more; false if this system cannot. */
    private boolean extend(Place now) throws IOException {
        if (!now.file().equals(file)) {
            closeFile();
            allocatedTo = now.position();
            file = now.file();
            Optional<FileAllocation> opened = FileAllocation.of(now.file());
            if (opened.isEmpty()) {
                LOG.info(
                        "this system cannot preallocate files: the journal grows as it is written");
                return false;
            }
            allocation = opened.get();
        }
        FileAllocation target = java.util.Objects.requireNonNull(allocation);
        long from = Math.max(allocatedTo, now.position());
        try {
            if (Files.getFileStore(now.file()).getUsableSpace() < 2 * stepBytes) {
                throw new FileAllocation.NoSpaceException(now.file());
            }
            target.allocate(from, stepBytes);
            allocatedTo = from + stepBytes;
            tellsNoSpace = true;
        } catch (FileAllocation.NoSpaceException e) {
            if (tellsNoSpace) {
                LOG.warn("{}: the disk is nearly full", e.getMessage());
            }
            tellsNoSpace = false;
            // The writer's next word wakes us to try again.
            LockSupport.park(this);
        }
        return true;
    }

    private void closeFile() {
        FileAllocation target = allocation;
        allocation = null;
        if (target != null) {
            try {
                target.close();
            } catch (IOException e) {
                LOG.warn("a preallocated file was not closed: {}", e.getMessage());
            }
        }
    }
}
