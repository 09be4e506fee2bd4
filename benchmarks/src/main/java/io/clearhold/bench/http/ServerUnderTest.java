package io.clearhold.bench.http;

import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.process.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code clearhold serve} in a JVM of its own, with an empty data folder and ports of its own. */
final class ServerUnderTest implements AutoCloseable {
    private static final String MAIN = "io.clearhold.config.Main";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final int READY = 200;

    private final ChildJvm process;
    private final Path data;
    private final int port;
    private final SandboxKeys keys;

    private ServerUnderTest(ChildJvm process, Path data, int port) throws IOException {
        this.process = process;
        this.data = data;
        this.port = port;
        this.keys = SandboxKeys.read(data.resolve("sandbox-keys.json"));
    }

    /** Starts it and waits until it is ready. */
    static ServerUnderTest start(Path folder, List<String> flags)
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        int port = freePort();
        List<String> arguments =
                List.of(
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bank-port",
                        "0");
        ChildJvm process =
                ChildJvm.startSilent(MAIN, flags, arguments, folder.resolve("server.log"));
        try {
            awaitReady(process, port);
            return new ServerUnderTest(process, data, port);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    SandboxKeys keys() {
        return keys;
    }

    Duration cpuTime() {
        return process.cpuTime();
    }

    List<String> commands() {
        return List.of(process.commandLine().replace(data.toString(), "FOLDER"));
    }

    /** Stops the server; its journal is then no longer open. */
    void stop() {
        process.close();
    }

    /** What it measures of itself, now. */
    MetricsPage metrics() {
        return new MetricsPage(port);
    }

    /** Where commands reach it while it runs. */
    Path adminSocket() {
        return data.resolve("admin.sock");
    }

    Path journal() {
        return data.resolve("journal");
    }

    @Override
    public void close() {
        stop();
        Workspace.delete(data);
    }

    private static void awaitReady(ChildJvm process, int port)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw process.failure("the server ended while starting");
                }
                if (isReady(client, request)) {
                    return;
                }
                Thread.sleep(100);
            }
        }
        throw process.failure("the server was not ready after " + START_TIMEOUT);
    }

    private static boolean isReady(HttpClient client, HttpRequest request)
            throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == READY;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
