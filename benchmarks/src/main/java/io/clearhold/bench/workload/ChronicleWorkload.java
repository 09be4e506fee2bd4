package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/** Appends and syncs to a bare Chronicle Queue, as the journal uses it, and nothing else. */
final class ChronicleWorkload implements Workload {
    /** Appends that one sync covers, here and in a raw file. */
    static final int GROUP = 128;

    private static final int BLOCK_SIZE = 64 << 20;

    private final byte[] frame;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;

    ChronicleWorkload(int frameLength, Path folder, long seed) {
        frame = new byte[frameLength];
        new SplittableRandom(seed).nextBytes(frame);
        queue =
                SingleChronicleQueueBuilder.binary(folder)
                        .rollCycle(RollCycles.FAST_DAILY)
                        .blockSize(BLOCK_SIZE)
                        .syncMode(SyncMode.SYNC)
                        .build();
        appender = queue.createAppender();
    }

    @Override
    public Figures round(Duration duration) {
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        long appends = 0;
        long nowNs = startNs;
        while (nowNs < endNs) {
            for (int i = 0; i < GROUP; i++) {
                try (DocumentContext context = appender.writingDocument()) {
                    Objects.requireNonNull(context.wire()).bytes().write(frame);
                }
            }
            appender.sync();
            appends += GROUP;
            nowNs = System.nanoTime();
        }
        return Figures.of(InProcess.APPENDS_PER_S, appends * 1e9 / (nowNs - startNs))
                .with("frame_bytes", frame.length);
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
    }
}
