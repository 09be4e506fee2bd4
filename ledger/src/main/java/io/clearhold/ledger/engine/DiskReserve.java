package io.clearhold.ledger.engine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free space of the journal's disk, so that commands are refused before an append could
 * fail.
 */
final class DiskReserve {
    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);

    private final FileStore store;
    private final long reserveBytes;

    /** What is taken already for frames to come is as good as free. */
    private final LongSupplier takenAhead;

    private volatile boolean reached;

    DiskReserve(Path folder, long reserveBytes, LongSupplier takenAhead) throws IOException {
        this.store = Files.getFileStore(folder);
        this.reserveBytes = reserveBytes;
        this.takenAhead = takenAhead;
        check();
    }

    boolean isReached() {
        return reached;
    }

    /** Looks again; called about once a second. */
    void check() {
        boolean now;
        try {
            now = store.getUsableSpace() + takenAhead.getAsLong() < reserveBytes;
        } catch (IOException e) {
            LOG.warn("cannot read the free space of the journal's disk", e);
            now = true;
        }
        if (now != reached) {
            LOG.warn(
                    now
                            ? "less than {} bytes are free on the journal's disk: commands are refused"
                            : "more than {} bytes are free on the journal's disk again",
                    reserveBytes);
        }
        reached = now;
    }
}
