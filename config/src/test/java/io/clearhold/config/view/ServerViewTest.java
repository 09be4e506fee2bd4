package io.clearhold.config.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.admin.ProjectionAdministration;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server with its view. */
class ServerViewTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir private Path temporary;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldListWhatHappenedAndRefuseTheViewOfAnotherJournal() throws Exception {
        Path first = temporary.resolve("first");
        String accounts;
        try (ClearholdServer server = start(first, Map.of())) {
            accounts = await(server, "/v1/accounts", 200);
            assertThat(accounts).contains("Sandbox Buyer").contains("Sandbox Merchant");
            String ready = get(server, "/readyz").body();
            assertThat(ready).contains("\"projection\":{\"status\":\"ready\"");
            await(server, "/v1/keys", 200);
            Settings settings = TestSettings.in(first, Map.of("database.enabled", "true"));
            assertThat(ProjectionAdministrations.with(settings, ProjectionAdministration::check))
                    .satisfies(found -> assertThat(found.differences()).isEmpty())
                    .satisfies(found -> assertThat(found.rows()).isPositive());
        }
        try (ClearholdServer server = start(first, Map.of())) {
            // The view is there at once: the start has waited for PostgreSQL's word.
            assertThat(await(server, "/v1/accounts", 200)).isEqualTo(accounts);
        }
        // The journal is gone with all that knows how far it went, and another begins; but the view
        // of the old one is still there.
        for (String lost : Set.of("journal", "positions", "audit", "sandbox-bank")) {
            Files.move(first.resolve(lost), temporary.resolve(lost));
        }
        assertThatThrownBy(() -> start(first, Map.of("database.start-wait", "60 s")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("the view in PostgreSQL");
    }

    @Test
    void shouldServePaymentsAndSayThatListsAreAwayWithoutADatabase() throws Exception {
        Map<String, String> nowhere =
                Map.of(
                        "database.url", "jdbc:postgresql://127.0.0.1:1/none",
                        "database.connection-wait", "250 ms");
        try (ClearholdServer server = start(temporary, nowhere)) {
            HttpResponse<String> ready = get(server, "/readyz");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(await(server, "/v1/payments", 503)).contains("view_unavailable");
            String account = server.sandboxKeys().orElseThrow().buyerAccount();
            assertThat(get(server, "/v1/accounts/" + account).statusCode()).isEqualTo(200);
            assertThat(get(server, "/readyz").body())
                    .contains("\"projection\":{\"status\":\"degraded\"");
        }
    }

    private static ClearholdServer start(Path data, Map<String, String> changed)
            throws InterruptedException {
        Map<String, String> all = new HashMap<>(changed);
        all.put("database.enabled", "true");
        Settings settings = TestSettings.in(data, all);
        return ClearholdServer.start(settings, Map.of(), sentence -> {});
    }

    /** The body of the first answer with this status; lists of a new view come a little later. */
    private String await(ClearholdServer server, String path, int status)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        HttpResponse<String> answer = get(server, path);
        while (answer.statusCode() != status || answer.body().contains("\"data\":[]")) {
            assertThat(System.nanoTime()).as("waiting for %s", path).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            answer = get(server, path);
        }
        return answer.body();
    }

    private HttpResponse<String> get(ClearholdServer server, String path)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        server.sandboxKeys()
                .map(SandboxKeys::platformKey)
                .ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
