package io.clearhold.config.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.server.ClearholdServer;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame that the view does not take stops neither payments nor those who look for the reason. */
class StuckFrameTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir private Path data;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldNameTheFrameThatCannotBeProjectedAndServePayments() throws Exception {
        Settings settings =
                TestSettings.in(
                        data,
                        Map.of(
                                "database.enabled", "true",
                                "database.first-retry", "1 ms",
                                "database.longest-retry", "5 ms"));
        try (ClearholdServer server = ClearholdServer.start(settings, Map.of(), sentence -> {})) {
            await(server, "/readyz", "\"projection\":{\"status\":\"ready\"");
            execute("ALTER TABLE clearhold_view.payments ADD CHECK (reference <> 'unwelcome')");

            String sequence = create(server, "unwelcome");
            await(
                    server,
                    "/readyz",
                    "\"projection\":{\"status\":\"degraded\",\"detail\":\"frame "
                            + sequence
                            + " could not be projected 10 times");
            assertThat(get(server, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body())
                    .contains("clearhold_tailer_trouble{tailer=\"projection\"} 1.0")
                    .contains("clearhold_tailer_trouble{tailer=\"bank\"} 0.0");
            assertThat(create(server, "welcome")).isNotEqualTo(sequence);

            execute("ALTER TABLE clearhold_view.payments DROP CONSTRAINT payments_reference_check");
            await(server, "/readyz", "\"projection\":{\"status\":\"ready\"");
            await(server, "/metrics", "clearhold_tailer_lag_frames{tailer=\"projection\"} 0.0");
        }
    }

    /** Returns the sequence of its frame. */
    private String create(ClearholdServer server, String reference)
            throws IOException, InterruptedException {
        SandboxKeys keys = server.sandboxKeys().orElseThrow();
        String body =
                "{\"amount\":100,\"currency\":\"CNY\",\"payee\":\"%s\",\"reference\":\"%s\",\"mode\":\"escrow\"}"
                        .formatted(keys.merchantAccount(), reference);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + "/v1/payments"))
                        .header("Authorization", "Bearer " + keys.platformKey())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", reference)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Clearhold-Sequence").orElseThrow();
    }

    private void execute(String sql) throws IOException, SQLException {
        String port = Files.readString(data.resolve("postgres/port")).strip();
        String password = Files.readString(data.resolve("postgres/password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/clearhold";
        try (Connection connection = DriverManager.getConnection(url, "clearhold", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void await(ClearholdServer server, String path, String text)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String body = get(server, path).body();
        while (!body.contains(text)) {
            assertThat(System.nanoTime()).as("%s of %s", text, body).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            body = get(server, path).body();
        }
    }

    private HttpResponse<String> get(ClearholdServer server, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
