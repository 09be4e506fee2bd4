package io.clearhold.config.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.admin.KeyAdministration;
import io.clearhold.config.admin.KeyAdministration.Created;
import io.clearhold.config.admin.KeyAdministration.NewKey;
import io.clearhold.config.admin.KeyAdministrations;
import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import io.clearhold.core.lifecycle.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server in this process. */
class ClearholdServerTest {
    @TempDir private Path temporary;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldBeReadyWhenStartedAndGiveTheSameKeysAgain() throws Exception {
        Settings settings = TestSettings.in(temporary);
        SandboxKeys first;
        long sequence;
        try (ClearholdServer server = start(settings)) {
            first = server.sandboxKeys().orElseThrow();
            assertThat(get(server, "/readyz", "").statusCode()).isEqualTo(200);
            assertThat(get(server, "/v1/accounts/" + first.buyerAccount(), first.platformKey()))
                    .satisfies(answer -> assertThat(answer.body()).contains("Sandbox Buyer"));
            sequence = server.sequence();
        }
        try (ClearholdServer server = start(settings)) {
            assertThat(server.sandboxKeys()).contains(first);
            assertThat(server.sequence()).isEqualTo(sequence);
        }
    }

    @Test
    void shouldMakeAndEndKeysWhileItRuns() throws Exception {
        Settings settings = TestSettings.in(temporary);
        try (ClearholdServer server = start(settings)) {
            String account = server.sandboxKeys().orElseThrow().buyerAccount();
            NewKey auditor = new NewKey(Role.AUDITOR, 0, "", "the auditor");
            Created created =
                    KeyAdministrations.with(settings, Map.of(), keys -> keys.create(auditor));

            String path = "/v1/accounts/" + account;
            assertThat(get(server, path, created.secret()).statusCode()).isEqualTo(200);
            KeyAdministrations.with(
                    settings,
                    Map.of(),
                    keys -> {
                        keys.revoke(created.id());
                        return created;
                    });
            assertThat(get(server, path, created.secret()).statusCode()).isEqualTo(401);
        }
        assertThat(KeyAdministrations.with(settings, Map.of(), KeyAdministration::list))
                .anySatisfy(key -> {
                    assertThat(key.person()).isEqualTo("the auditor");
                    assertThat(key.status()).isEqualTo("revoked");
                });
    }

    @Test
    void shouldDropWhatRequestsLeftThatACrashCutOff() throws Exception {
        Path left = Files.createDirectories(temporary.resolve("bodies")).resolve("left");
        Files.writeString(left, "half a statement");
        try (ClearholdServer server = start(TestSettings.in(temporary))) {
            assertThat(server.folder().bodies()).isEmptyDirectory();
        }
    }

    @Test
    void shouldShowItsMetrics() throws Exception {
        try (ClearholdServer server = start(TestSettings.in(temporary))) {
            assertThat(get(server, "/metrics", "").body())
                    .contains("clearhold_engine_frames_total 7.0")
                    .contains("clearhold_engine_watermark 7.0")
                    .contains("clearhold_engine_running 1.0")
                    .contains("clearhold_tailer_position{tailer=\"bank\"}")
                    .contains("clearhold_tailer_lag_frames{tailer=\"bank\"}")
                    .contains("clearhold_journal_bytes ")
                    .contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void shouldLeaveNothingRunningWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings =
                    TestSettings.in(
                            temporary, Map.of("port", Integer.toString(taken.getLocalPort())));

            assertThatThrownBy(() -> start(settings))
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
        start(TestSettings.in(temporary)).close();
    }

    @Test
    void shouldRefuseASecondServerOnItsFolderAndGoOn() throws Exception {
        Settings settings = TestSettings.in(temporary);
        try (ClearholdServer server = start(settings)) {
            assertThatThrownBy(() -> start(settings)).hasMessageContaining("is in use by process");
            assertThat(get(server, "/readyz", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldRunInProductionWithoutBankAndSandboxKeys() throws Exception {
        Settings settings = TestSettings.in(temporary, Map.of("mode", "production"));
        Map<String, String> environment = Map.of("CLEARHOLD_MASTER_KEY", "5a".repeat(32));
        try (ClearholdServer server =
                ClearholdServer.start(settings, environment, sentence -> {})) {
            assertThat(server.sandboxKeys()).isEmpty();
            assertThat(server.bankUri()).isEmpty();
            assertThat(get(server, "/readyz", "").statusCode()).isEqualTo(200);
            assertThat(server.folder().masterKey()).doesNotExist();
            assertThat(server.folder().sandboxKeys()).doesNotExist();
        }
    }

    private static ClearholdServer start(Settings settings) throws InterruptedException {
        return ClearholdServer.start(settings, Map.of(), sentence -> {});
    }

    private HttpResponse<String> get(ClearholdServer server, String path, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
