package io.clearhold.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a sync costs on this disk when nothing else happens: 4 KiB written to blocks that exist, and
 * {@code fdatasync}, again and again. Confined to one thread.
 */
final class SyncProbe implements AutoCloseable {
    private static final int BLOCK = 4096;
    private static final int BLOCKS = 4096;
    private static final long LONGEST_NS = 60_000_000_000L;

    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    private final Histogram latency = new Histogram(LONGEST_NS, 3);
    private long next;

    SyncProbe(Path folder) throws IOException {
        file =
                FileChannel.open(
                        folder.resolve("probe"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
        for (int i = 0; i < BLOCKS; i++) {
            file.write(block.rewind(), (long) i * BLOCK);
        }
        file.force(true);
    }

    /** Forgets what was seen. */
    void reset() {
        latency.reset();
    }

    /** Syncs for so long. */
    void run(Duration duration) throws IOException {
        long endNs = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < endNs) {
            long position = next++ % BLOCKS * BLOCK;
            block.putLong(0, next).rewind();
            long startNs = System.nanoTime();
            file.write(block, position);
            file.force(false);
            latency.recordValue(Math.min(LONGEST_NS, System.nanoTime() - startNs));
        }
    }

    double latencyUs(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    double maxLatencyUs() {
        return latency.getMaxValue() / 1e3;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
