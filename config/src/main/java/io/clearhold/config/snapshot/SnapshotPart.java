package io.clearhold.config.snapshot;

import io.clearhold.config.Main;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.settings.SnapshotSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a process of its own make a snapshot whenever so many frames have come since the last: the
 * writer never stops for it, and its memory is given back when it ends. One at a time; the server
 * waits for none.
 */
public final class SnapshotPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotPart.class);

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final long STOP_TIMEOUT_MS = 5_000;

    private final DataFolder folder;
    private final SnapshotSettings settings;
    private final LongSupplier watermark;
    private final Thread thread;
    private volatile long newest;
    private volatile long failures;

    private SnapshotPart(DataFolder folder, SnapshotSettings settings, LongSupplier watermark) {
        this.folder = folder;
        this.settings = settings;
        this.watermark = watermark;
        this.newest = SnapshotMaker.newest(folder).orElse(0L);
        this.thread = Thread.ofVirtual().name("clearhold-snapshots").unstarted(this::run);
    }

    /**
     * Starts to watch.
     *
     * @param watermark the highest durable sequence
     */
    public static SnapshotPart start(
            DataFolder folder, SnapshotSettings settings, LongSupplier watermark) {
        SnapshotPart part = new SnapshotPart(folder, settings, watermark);
        part.thread.start();
        return part;
    }

    /** Sequence of the newest snapshot, 0 for none. */
    public long newest() {
        return newest;
    }

    /** Times that none came of it. */
    public long failures() {
        return failures;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long tried = newest;
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(settings.checkIntervalMs());
                long durable = watermark.getAsLong();
                // What failed is tried again after as many frames, not at every look.
                if (durable - Math.max(tried, newest) >= settings.intervalFrames()) {
                    tried = durable;
                    make();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone changes it
    private void make() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
            try {
                report(process);
            } finally {
                process.destroyForcibly();
            }
            newest = SnapshotMaker.newest(folder).orElse(newest);
        } catch (IOException e) {
            failures++;
            LOG.warn("no snapshot was made: {}", e.getMessage());
        }
    }

    private static void report(Process process) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(said.isEmpty() ? "" : "; ").append(line);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(said.isEmpty() ? "the process failed" : said.toString());
        }
        LOG.info("{}", said);
    }

    /** This very program with the same memory, at a low priority. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            boolean ofThisProcess =
                    option.startsWith("-agentlib")
                            || option.startsWith("-XX:StartFlightRecording")
                            || option.startsWith("-XX:HeapDumpPath");
            if (!ofThisProcess) {
                command.add(option);
            }
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "snapshot",
                        "--data",
                        folder.root().toString()));
        return command;
    }
}
