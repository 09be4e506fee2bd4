package io.clearhold.config.data;

import io.clearhold.config.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one process at a time uses a data folder: two writers would destroy the journal.
 * The lock ends with the process, however that ends.
 */
public final class DataLock implements AutoCloseable {
    /**
     * Folders that this process has locked. The system gives up a process's lock as soon as any of
     * its descriptors of the file is closed, so a second look from the same process must not open
     * it.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StartRefusedException if somebody has it: which folder, which process, what to do
     */
    public static DataLock take(DataFolder folder) {
        Path file = folder.lock();
        if (!HELD_HERE.add(file)) {
            throw refused(folder, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw refused(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            taken = true;
            return new DataLock(file, channel);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the lock " + file + " cannot be taken (" + e.getMessage() + ")", e);
        } finally {
            if (!taken) {
                release(file, channel);
            }
        }
    }

    @Override
    public void close() {
        release(file, channel);
    }

    private static void release(Path file, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up the lock " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static StartRefusedException refused(DataFolder folder, String pid) {
        String process = pid.isEmpty() ? "another process" : "process " + pid;
        return new StartRefusedException(
                "the data folder "
                        + folder.root()
                        + " is in use by "
                        + process
                        + ": stop it first, or name another folder with --data");
    }
}
