package io.clearhold.config.torture;

import io.clearhold.config.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, of this program's classes and flags. */
final class ServerProcess {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_MS = 50;

    private final Process process;
    private final String url;
    private final Path output;

    private ServerProcess(Process process, String url, Path output) {
        this.process = process;
        this.url = url;
        this.output = output;
    }

    /** Starts it; {@link #awaitReady} waits. */
    static ServerProcess start(Path data, int port, int bankPort, boolean view, Path output)
            throws IOException {
        List<String> line =
                command(
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bank-port",
                        Integer.toString(bankPort));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("CLEARHOLD_DATABASE_ENABLED", Boolean.toString(view));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return new ServerProcess(builder.start(), "http://127.0.0.1:" + port, output);
    }

    /** This program's command line in a process of its own; returns its exit code. */
    static int run(Path output, String... arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start()
                .waitFor();
    }

    private static List<String> command(String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--") || flag.startsWith("-Dclearhold.")) {
                line.add(flag);
            }
        }
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add(Main.class.getName());
        line.addAll(List.of(arguments));
        return line;
    }

    String url() {
        return url;
    }

    /** Returns once it is ready; what it printed is the message if it does not get so. */
    void awaitReady(HttpClient client) throws InterruptedException, IOException {
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(url + "/readyz"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
        kill();
        throw new TortureException("a server did not start:\n" + Files.readString(output));
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM does; returns whether it ended in order. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
