package io.clearhold.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM like this one: the same binary, class path and flags, another main class. It ends with us,
 * also when we are interrupted.
 */
public final class ChildJvm implements AutoCloseable {
    private static final long STOP_TIMEOUT_S = 60;

    private final Process process;
    private final Path errors;
    private final String commandLine;
    private final Thread killer;

    private ChildJvm(Process process, Path errors, String commandLine) {
        this.process = process;
        this.errors = errors;
        this.commandLine = commandLine;
        this.killer = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /**
     * Starts a child that we speak with.
     *
     * @param flags after our own, so that they win
     * @param log gets what the child writes to its standard error
     */
    public static ChildJvm start(
            String mainClass, List<String> flags, List<String> arguments, Path log)
            throws IOException {
        return start(ProcessBuilder.Redirect.PIPE, mainClass, flags, arguments, log);
    }

    /** The same, but the log gets its standard output too. */
    public static ChildJvm startSilent(
            String mainClass, List<String> flags, List<String> arguments, Path log)
            throws IOException {
        return start(
                ProcessBuilder.Redirect.appendTo(log.toFile()), mainClass, flags, arguments, log);
    }

    private static ChildJvm start(
            ProcessBuilder.Redirect output,
            String mainClass,
            List<String> flags,
            List<String> arguments,
            Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(output)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new ChildJvm(process, log, readable(flags, mainClass, arguments));
    }

    /** The command as a reader may repeat it: our own flags are those of {@code ./clearhold}. */
    private static String readable(List<String> flags, String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add("java @jvm.options");
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("-X")) {
                words.add(flag);
            }
        }
        words.addAll(flags);
        words.add(mainClass);
        words.addAll(arguments);
        return String.join(" ", words);
    }

    public BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    public BufferedWriter input() {
        return process.outputWriter(StandardCharsets.UTF_8);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String commandLine() {
        return commandLine;
    }

    /** Processor time that it has used so far. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** An exception that says what the child wrote before it failed. */
    public IOException failure(String what) {
        String text;
        try {
            List<String> lines = Files.readAllLines(errors);
            text = String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            text = "";
        }
        return new IOException(what + (text.isEmpty() ? "" : ":\n" + text));
    }

    /** Waits until it has ended by itself. */
    public void awaitEnd() {
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        try {
            process.getInputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running already, and has nothing left to do.
            return;
        }
    }
}
