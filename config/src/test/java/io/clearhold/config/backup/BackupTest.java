package io.clearhold.config.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.journal.JournalReplay;
import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.server.ClearholdServer;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is saved while it runs, and comes back elsewhere as it was. */
class BackupTest {
    /** Nobody listens there, so an instruction stays queued. */
    private static final Map<String, String> NO_BANK =
            Map.of("sandbox-bank.external", "http://127.0.0.1:1");

    @TempDir private Path temporary;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldRestoreWhatWasSavedWhileTheServerRan() throws Exception {
        Path data = temporary.resolve("data");
        Backup.Made made;
        String first;
        String lost;
        SandboxKeys keys;
        try (ClearholdServer server = start(TestSettings.in(data), false)) {
            keys = server.sandboxKeys().orElseThrow();
            first = pay(server, keys, "one").body();
            made = backup(data, "backup");
            lost = idOf(pay(server, keys, "two"));
        }
        assertThat(made.secrets()).contains("master.key", "sandbox-keys.json");
        assertThat(Files.getPosixFilePermissions(made.folder().resolve("master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(made.folder().resolve("positions")).doesNotExist();

        DataFolder other = new DataFolder(temporary.resolve("other"));
        Restore.Restored restored = new Restore(made.folder(), other).run();
        assertThat(restored.stateHash()).isEqualTo(made.stateHash());
        assertThat(JournalReplay.run(other, true).stateHash()).isEqualTo(made.stateHash());
        try (ClearholdServer server = start(TestSettings.in(other.root()), true)) {
            // The old keys work, the retry gets its answer, and what came later is not there.
            HttpResponse<String> again = pay(server, keys, "one");
            assertThat(again.body()).isEqualTo(first);
            assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
            HttpResponse<String> two = pay(server, keys, "two");
            assertThat(two.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(get(server, keys, lost).statusCode())
                    .as("an id that the lost time gave is nobody's")
                    .isEqualTo(404);
            assertThat(ObjectId.epoch(ObjectId.parse(IdKind.PAYMENT, idOf(two)))).isEqualTo(1);
            assertThat(get(server, keys, idOf(two)).body()).contains(idOf(two));
        }
        // From here on it is a data folder like any other.
        start(TestSettings.in(other.root()), false).close();
        assertThatThrownBy(() -> start(TestSettings.in(other.root()), true))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("without --restored");
    }

    @Test
    void shouldAskAboutWhatWasQueuedAndNeverSendItAgain() throws Exception {
        Path data = temporary.resolve("data");
        Backup.Made made;
        SandboxKeys keys;
        try (ClearholdServer server = start(TestSettings.in(data, NO_BANK), false)) {
            keys = server.sandboxKeys().orElseThrow();
            assertThat(pay(server, keys, "queued").statusCode()).isEqualTo(201);
            made = backup(data, "backup");
        }
        DataFolder other = new DataFolder(temporary.resolve("other"));
        new Restore(made.folder(), other).run();
        assertThatThrownBy(() -> start(TestSettings.in(other.root()), false))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("start it once with --restored");
        List<String> said = new ArrayList<>();
        Settings settings = TestSettings.in(other.root());
        try (ClearholdServer server =
                ClearholdServer.start(settings, true, 0, Map.of(), said::add)) {
            advance(server, keys);
            String id = idOf(pay(server, keys, "queued"));
            assertThat(get(server, keys, id).body())
                    .contains("\"status\":\"created\"", "not_collected");
        }
        assertThat(said).anyMatch(sentence -> sentence.startsWith("restored: "));
    }

    @Test
    void shouldRefuseWhatIsNoWholeBackupAndChangeNothing() throws Exception {
        Path data = temporary.resolve("data");
        start(TestSettings.in(data), false).close();
        Backup.Made made = backup(data, "backup");
        DataFolder target = new DataFolder(temporary.resolve("target"));

        Path key = made.folder().resolve("master.key");
        byte[] before = Files.readAllBytes(key);
        Files.write(key, new byte[] {1}, StandardOpenOption.APPEND);
        refuses(made.folder(), target, "master.key is not as it was");
        Files.write(key, before);
        Files.move(key, temporary.resolve("away"));
        refuses(made.folder(), target, "lacks");
        Files.move(temporary.resolve("away"), key);
        Path manifest = made.folder().resolve("manifest.json");
        Files.move(manifest, temporary.resolve("manifest"));
        refuses(made.folder(), target, "no complete backup");
        Files.move(temporary.resolve("manifest"), manifest);
        assertThat(target.root()).doesNotExist();

        Files.createDirectories(target.root());
        Files.writeString(target.root().resolve("mine"), "x");
        refuses(made.folder(), target, "not empty");
        assertThatThrownBy(() -> backup(data, "backup"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("not empty");
    }

    private static String idOf(HttpResponse<String> answer) {
        return answer.body().replaceAll("^\\{\"id\":\"([^\"]+)\".*$", "$1");
    }

    private HttpResponse<String> get(ClearholdServer server, SandboxKeys keys, String payment)
            throws IOException, InterruptedException {
        return send(server, keys.platformKey(), "GET", "/v1/payments/" + payment, "", "");
    }

    private static void refuses(Path backup, DataFolder target, String why) {
        assertThatThrownBy(() -> new Restore(backup, target).run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(why);
    }

    private Backup.Made backup(Path data, String name) {
        return new Backup(new DataFolder(data), temporary.resolve(name)).make();
    }

    private static ClearholdServer start(Settings settings, boolean restored)
            throws InterruptedException {
        return ClearholdServer.start(settings, restored, 0, Map.of(), sentence -> {});
    }

    private HttpResponse<String> pay(ClearholdServer server, SandboxKeys keys, String name)
            throws IOException, InterruptedException {
        String body =
                "{\"amount\":100,\"currency\":\"CNY\",\"payee\":\""
                        + keys.merchantAccount()
                        + "\",\"reference\":\""
                        + name
                        + "\",\"mode\":\"escrow\",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}";
        return send(server, keys.platformKey(), "POST", "/v1/payments", name, body);
    }

    private void advance(ClearholdServer server, SandboxKeys keys)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(
                        server,
                        keys.operatorKey(),
                        "POST",
                        "/v1/sandbox/clock",
                        "later",
                        "{\"advance_seconds\":300}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> send(
            ClearholdServer server,
            String apiKey,
            String method,
            String path,
            String idempotencyKey,
            String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.localUrl() + path))
                        .header("Authorization", "Bearer " + apiKey);
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey)
                    .header("Content-Type", "application/json");
        }
        return client.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
