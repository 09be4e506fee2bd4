package io.clearhold.config.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A short run of a program: what it said and how it ended.
 *
 * @param code of its end; {@value #TIMED_OUT} if it did not end in time
 * @param output both streams
 */
record ProgramRun(int code, String output) {
    private static final int TIMED_OUT = -1;

    /** More than this is not kept of what a program says. */
    private static final int OUTPUT_LIMIT = 64 << 10;

    /** Runs a program, with nothing of our environment that PostgreSQL would read. */
    static ProgramRun of(List<String> command, long timeoutMs)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        plain(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        FutureTask<byte[]> reading =
                new FutureTask<>(() -> process.getInputStream().readNBytes(OUTPUT_LIMIT));
        Thread.ofVirtual().name("clearhold-program-output").start(reading);
        boolean ended = process.waitFor(timeoutMs, TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        try {
            String output = new String(reading.get(), StandardCharsets.UTF_8);
            return new ProgramRun(ended ? process.exitValue() : TIMED_OUT, output);
        } catch (ExecutionException e) {
            throw new IOException("cannot read what " + command.getFirst() + " says", e);
        }
    }

    static void plain(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }

    boolean isOk() {
        return code == 0;
    }

    /** The last line that is not empty. */
    String lastLine() {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("it ended with code " + code)
                .strip();
    }
}
