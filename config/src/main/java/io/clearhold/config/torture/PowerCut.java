package io.clearhold.config.torture;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.journal.JournalRecovery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a power cut leaves of a killed server's journal: what was synced stays; of what came after
 * it, some pages may have reached the disk and others not, and the mark, which is never forced, may
 * say less than it did.
 */
final class PowerCut {
    private static final String MARK = "synced.mark";
    private static final int CRC_TO_SEQUENCE = 8;
    private static final int PAGE = 4096;

    /** How far behind the last synced frame something of the writer's may stand. */
    private static final int TAIL = 8 << 20;

    private final Path journal;
    private final Random random;

    PowerCut(Path journal, Random random) {
        this.journal = journal;
        this.random = random;
    }

    /** Makes the image in place; returns one sentence about what was lost. */
    String make() throws IOException {
        JournalRecovery recovery = new JournalRecovery(journal);
        long synced = recovery.syncedSequence();
        byte[] head = new byte[16];
        long[] last = new long[2];
        recovery.inspect(frame -> {
            last[0] = frame.sequence();
            if (frame.sequence() == synced) {
                frame.buffer().getBytes(0, head);
                last[1] = frame.length();
            }
        });
        String lost = synced == 0 ? loseAll() : cut(head, synced, (int) last[1]);
        long mark = random.nextInt(3) == 0 ? synced : random.nextLong(synced + 1);
        writeMark(mark);
        return "synced to " + synced + " of " + last[0] + ", the mark says " + mark + ", " + lost;
    }

    /** Nothing was ever synced, so nothing is there. */
    private String loseAll() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        return "nothing at all survived";
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(journal)) {
            return all.filter(file -> file.toString().endsWith(".cq4")).sorted().toList();
        }
    }

    private String cut(byte[] head, long synced, int length) throws IOException {
        for (Path file : files().reversed()) {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long size = Math.min(channel.size(), Integer.MAX_VALUE);
                MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
                bytes.order(ByteOrder.LITTLE_ENDIAN);
                int at = find(bytes, head, synced);
                if (at >= 0) {
                    return spoil(bytes, at + length);
                }
            }
        }
        throw new TortureException("the frame of the last sync, " + synced + ", is not in a file");
    }

    /**
     * From behind the last synced frame on: nothing, part, or pages in any order reached the disk.
     */
    private String spoil(ByteBuffer bytes, int from) {
        int end = Math.min(bytes.capacity(), from + TAIL);
        // The word behind a frame is the next header, at a multiple of four.
        int next = (from + 3) & ~3;
        return switch (random.nextInt(3)) {
            case 0 -> {
                zero(bytes, next, end);
                yield "nothing after it survived";
            }
            case 1 -> {
                int used = lastUsed(bytes, next, end);
                int torn = used <= next ? next : next + random.nextInt(used - next);
                zero(bytes, torn, end);
                yield "torn " + (torn - next) + " bytes after it";
            }
            default -> losePages(bytes, next, end) + " pages after it were lost";
        };
    }

    /** The page that the last sync wrote has what it had then; later ones came or not. */
    private int losePages(ByteBuffer bytes, int next, int end) {
        int lost = 0;
        int used = lastUsed(bytes, next, end);
        for (int page = (next / PAGE + 1) * PAGE; page < used; page += PAGE) {
            if (random.nextBoolean()) {
                zero(bytes, page, Math.min(end, page + PAGE));
                lost++;
            }
        }
        return lost;
    }

    private static int lastUsed(ByteBuffer bytes, int from, int end) {
        int at = end - 1;
        while (at >= from && bytes.get(at) == 0) {
            at--;
        }
        return at + 1;
    }

    private static void zero(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes.get(i) != 0) {
                bytes.put(i, (byte) 0);
            }
        }
    }

    /** Frames begin at multiples of four behind their headers. */
    private static int find(ByteBuffer bytes, byte[] head, long sequence) {
        int crc = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int last = bytes.capacity() - Frame.HEADER_LENGTH;
        for (int at = 0; at <= last; at += Integer.BYTES) {
            if (bytes.getInt(at) == crc && bytes.getLong(at + CRC_TO_SEQUENCE) == sequence) {
                return at;
            }
        }
        return -1;
    }

    private void writeMark(long sequence) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        mark.putLong(sequence).putLong(~sequence);
        Files.write(journal.resolve(MARK), mark.array());
    }
}
