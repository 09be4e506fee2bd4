package io.clearhold.config.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.admin.KeyAdministration.Created;
import io.clearhold.config.admin.KeyAdministration.Listed;
import io.clearhold.config.admin.KeyAdministration.NewKey;
import io.clearhold.core.lifecycle.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminSocketTest {
    @TempDir private Path temporary;
    private final RecordingKeys server = new RecordingKeys();
    private Path file = Path.of("admin.sock");
    private AutoCloseable socket = () -> {};

    @BeforeEach
    void startServer() throws IOException {
        file = temporary.resolve("admin.sock");
        socket = AdminSocket.start(file, server, new NoProjection());
    }

    @AfterEach
    void stopServer() throws Exception {
        socket.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldBringARequestAndItsAnswerOverTheSocket() {
        SocketKeys client = new SocketKeys(file);
        NewKey key = new NewKey(Role.OPERATOR, 0, "", "Li \"Wei\" 李\n");

        assertThat(client.create(key)).isEqualTo(new Created("key_1", "ok_secret"));
        client.revoke("key_1");

        assertThat(server.asked).containsExactly(key.toString(), "revoke key_1");
        assertThat(client.list()).isEqualTo(server.list());
    }

    @Test
    void shouldBringARefusalOver() {
        assertThatThrownBy(() -> new SocketKeys(file).revoke("key_2"))
                .isInstanceOf(KeyAdministration.RefusedException.class)
                .hasMessage("there is no key_2");
    }

    @Test
    void shouldBringAComparisonOver() {
        SocketProjection client = new SocketProjection(file);

        assertThat(client.status()).isEqualTo(new NoProjection().status());
        assertThat(client.check()).isEqualTo(new NoProjection().check());
        assertThatThrownBy(client::rebuild).hasMessage("not now");
    }

    @Test
    void shouldServeItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldTakeThePlaceOfASocketThatACrashLeft() throws Exception {
        Path left = temporary.resolve("left.sock");
        Files.createFile(left);

        try (AdminSocket second = AdminSocket.start(left, server, new NoProjection())) {
            assertThat(second).isNotNull();
            assertThat(new SocketKeys(left).list()).hasSize(1);
        }
    }

    @Test
    void shouldSayThatAServerIsAway() {
        Path missing = temporary.resolve("missing.sock");

        assertThatThrownBy(() -> new SocketKeys(missing).list())
                .hasMessageContaining("cannot be reached through " + missing);
    }

    /** The view of a server that is none. */
    private static final class NoProjection implements ProjectionAdministration {
        @Override
        public Status status() {
            return new Status(3, 5, "PostgreSQL is \"away\"");
        }

        @Override
        public Comparison check() {
            return new Comparison(3, 17, 2, List.of("one differs", "two differs"));
        }

        @Override
        public void rebuild() {
            throw new KeyAdministration.RefusedException("not now");
        }
    }

    /** Keys of a server that is none. */
    private static final class RecordingKeys implements KeyAdministration {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Created create(NewKey key) {
            asked.add(key.toString());
            return new Created("key_1", "ok_secret");
        }

        @Override
        public void revoke(String id) {
            if (!id.equals("key_1")) {
                throw new RefusedException("there is no " + id);
            }
            asked.add("revoke " + id);
        }

        @Override
        public List<Listed> list() {
            return List.of(
                    new Listed(
                            "key_1", "operator", "", "", "Li", "2026-01-01T00:00:00Z", "active"));
        }
    }
}
