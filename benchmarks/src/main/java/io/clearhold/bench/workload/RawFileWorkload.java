package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The least that makes frames durable: one write and one force for each group, over and over in a
 * file whose blocks exist already. No index, no headers, no checksum. What the disk gives.
 */
final class RawFileWorkload implements Workload {
    private static final int FILE_BYTES = 512 << 20;
    private static final int CHUNK = 1 << 20;

    private final int frameLength;
    private final FileChannel file;
    private final ByteBuffer frame;
    private final ByteBuffer group;
    private long position;

    RawFileWorkload(int frameLength, Path folder, long seed) throws IOException {
        this.frameLength = frameLength;
        this.frame = ByteBuffer.allocateDirect(frameLength);
        this.group = ByteBuffer.allocateDirect(frameLength * ChronicleWorkload.GROUP);
        byte[] bytes = new byte[frameLength];
        new SplittableRandom(seed).nextBytes(bytes);
        frame.put(bytes).flip();
        Files.createDirectories(folder);
        this.file =
                FileChannel.open(
                        folder.resolve("raw"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
        ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK);
        for (long at = 0; at < FILE_BYTES; at += CHUNK) {
            file.write(zeros.rewind(), at);
        }
        file.force(true);
    }

    @Override
    public Figures round(Duration duration) throws IOException {
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        long appends = 0;
        long nowNs = startNs;
        while (nowNs < endNs) {
            writeGroup();
            appends += ChronicleWorkload.GROUP;
            nowNs = System.nanoTime();
        }
        return Figures.of(InProcess.APPENDS_PER_S, appends * 1e9 / (nowNs - startNs))
                .with("frame_bytes", frameLength);
    }

    private void writeGroup() throws IOException {
        group.clear();
        for (int i = 0; i < ChronicleWorkload.GROUP; i++) {
            group.put(frame.rewind());
        }
        group.flip();
        if (position + group.remaining() > FILE_BYTES) {
            position = 0;
        }
        while (group.hasRemaining()) {
            position += file.write(group, position);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
