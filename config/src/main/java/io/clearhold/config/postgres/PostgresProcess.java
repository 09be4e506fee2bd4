package io.clearhold.config.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running postmaster, ours or one that a killed process of ours left behind, and the ways to end
 * it.
 */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final long SIGNAL_TIMEOUT_MS = 10_000;

    /** After the second signal, before the third that cannot be refused. */
    private static final long IMMEDIATE_TIMEOUT_MS = 3_000;

    private final ProcessHandle process;
    private final PostgresBinaries binaries;
    private final Unprivileged unprivileged;

    PostgresProcess(ProcessHandle process, PostgresBinaries binaries, Unprivileged unprivileged) {
        this.process = process;
        this.binaries = binaries;
        this.unprivileged = unprivileged;
    }

    /**
     * The server that still runs on a data folder. A lock file whose process is gone, or is another
     * program that got the number since, is taken away: PostgreSQL itself would be confused by the
     * latter.
     */
    static Optional<PostgresProcess> leftBehind(
            Path data, PostgresBinaries binaries, Unprivileged unprivileged) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                Files.readAllLines(lock).stream()
                        .findFirst()
                        .map(String::strip)
                        .filter(line -> line.matches("\\d{1,18}"))
                        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                        .filter(ProcessHandle::isAlive);
        if (process.isPresent() && isServerOf(data, process.get())) {
            return process.map(found -> new PostgresProcess(found, binaries, unprivileged));
        }
        Files.delete(lock);
        return Optional.empty();
    }

    /** Fast shutdown; then an immediate one; then the end. */
    void stop(long timeoutMs) throws InterruptedException {
        if (!process.isAlive() || signal("INT", timeoutMs)) {
            return;
        }
        LOG.warn("PostgreSQL did not stop within {} ms: it is stopped without order", timeoutMs);
        if (!signal("QUIT", IMMEDIATE_TIMEOUT_MS)) {
            // Its children hold the shared memory, and whatever stopped it may have stopped them
            // too.
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            hasEnded(IMMEDIATE_TIMEOUT_MS);
        }
    }

    private boolean signal(String name, long timeoutMs) throws InterruptedException {
        List<String> command =
                unprivileged.command(
                        binaries.program("pg_ctl"), "kill", name, Long.toString(process.pid()));
        try {
            ProgramRun run = ProgramRun.of(command, SIGNAL_TIMEOUT_MS);
            if (!run.isOk() && process.isAlive()) {
                LOG.warn("PostgreSQL did not get the signal {}: {}", name, run.lastLine());
                return false;
            }
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not get the signal {}", name, e);
            return false;
        }
        return hasEnded(timeoutMs);
    }

    private boolean hasEnded(long timeoutMs) throws InterruptedException {
        try {
            process.onExit().get(timeoutMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its command line names the folder; one that cannot be read is not taken for another's. */
    private static boolean isServerOf(Path data, ProcessHandle process) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        String words =
                Files.isReadable(commandLine)
                        ? Files.readString(commandLine).replace('\0', ' ')
                        : process.info().commandLine().orElse("");
        if (words.isEmpty() && process.isAlive()) {
            throw new PostgresStartException(
                    "process "
                            + process.pid()
                            + " may still be the PostgreSQL of "
                            + data
                            + ", but cannot be looked at: stop it first");
        }
        return words.contains(data.toString());
    }
}
