package io.clearhold.bank.sandbox.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.clearhold.bank.json.JsonUnreadableException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bank's append-only file of facts. Whoever depends on a line calls {@link #force} with its end
 * before saying so outside; callers that wait at the same time share one fsync. After a failed
 * write or fsync every further call fails: what is on disk is then unknown until a restart.
 */
final class BankJournal implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(BankJournal.class);

    private final FileChannel lockFile;

    /** Not a channel: an interrupted thread would close that under everybody's hands. */
    private final RandomAccessFile file;

    private final ReentrantLock forceLock = new ReentrantLock();
    private volatile long writtenBytes;
    private volatile long forcedBytes;
    private volatile boolean broken;

    private BankJournal(FileChannel lockFile, RandomAccessFile file, long length) {
        this.lockFile = lockFile;
        this.file = file;
        writtenBytes = length;
        forcedBytes = length;
    }

    /**
     * Opens the folder, gives every line to {@code replay} and makes what was read durable.
     *
     * @throws IllegalStateException if another bank has the folder, or a line cannot be read
     */
    static BankJournal open(Path folder, Consumer<JournalLine> replay) throws IOException {
        Files.createDirectories(folder);
        FileChannel lockFile = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            lock(lockFile, folder);
            Path path = folder.resolve("journal.jsonl");
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                long length = read(path, replay);
                file.setLength(length);
                file.seek(length);
                file.getFD().sync();
                syncFolder(folder);
                return new BankJournal(lockFile, file, length);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    /** So that the journal's name is as durable as its lines. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static void lock(FileChannel lockFile, Path folder) throws IOException {
        boolean taken;
        try {
            taken = lockFile.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        }
        if (!taken) {
            throw new IllegalStateException("Another sandbox bank has the folder " + folder + ".");
        }
    }

    /** Returns where the last whole line ends; what follows it was never relied upon. */
    private static long read(Path path, Consumer<JournalLine> replay) throws IOException {
        long length = 0;
        long number = 1;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                replay.accept(parse(line.toString(StandardCharsets.UTF_8), path, number));
                length += line.size() + 1;
                number++;
                line.reset();
            }
        }
        if (line.size() > 0) {
            LOGGER.warn("{}: cut a line of {} bytes without an end", path, line.size());
        }
        return length;
    }

    private static JournalLine parse(String json, Path path, long number) {
        try {
            return JournalLine.parse(json);
        } catch (JsonUnreadableException e) {
            throw new IllegalStateException(path + ", line " + number + ": " + e.why(), e);
        }
    }

    /** Writes a line and returns its end, for {@link #force}. Callers take turns. */
    long append(JournalLine line) {
        requireWhole();
        byte[] bytes = (line.json() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long end = writtenBytes + bytes.length;
            file.write(bytes);
            writtenBytes = end;
            return end;
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException("the sandbox bank cannot write its journal", e);
        }
    }

    /** Returns once everything up to {@code end} is durable. */
    void force(long end) {
        if (forcedBytes >= end) {
            return;
        }
        forceLock.lock();
        try {
            requireWhole();
            if (forcedBytes < end) {
                long written = writtenBytes;
                file.getFD().sync();
                forcedBytes = written;
            }
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException("the sandbox bank cannot sync its journal", e);
        } finally {
            forceLock.unlock();
        }
    }

    private void requireWhole() {
        if (broken) {
            throw new IllegalStateException("the sandbox bank's journal failed; restart the bank");
        }
    }

    @Override
    public void close() throws IOException {
        try (lockFile;
                file) {
            if (!broken) {
                force(writtenBytes);
            }
        }
    }
}
