package io.clearhold.config.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.lifecycle.ServerMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    private static final String HEX =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @TempDir private Path temporary;
    private DataFolder folder = new DataFolder(Path.of("."));

    @BeforeEach
    void makeFolder() {
        folder = new DataFolder(temporary.resolve("data"));
        folder.create();
    }

    @Test
    void shouldMakeAKeyForASandboxOnceAndForItsOwnerAlone() throws IOException {
        MasterKey made = sandbox(Map.of());
        MasterKey again = sandbox(Map.of());

        assertThat(again.bytes()).isEqualTo(made.bytes()).hasSize(32);
        assertThat(again.fingerprint()).isEqualTo(made.fingerprint()).hasSize(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.masterKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldPreferTheEnvironment() {
        MasterKey key = sandbox(Map.of("CLEARHOLD_MASTER_KEY", HEX));

        assertThat(key.bytes()).startsWith(0, 1, 2).endsWith(0x1e, 0x1f);
        assertThat(folder.masterKey()).doesNotExist();
    }

    @Test
    void shouldNotMakeAKeyForProduction() {
        assertThatThrownBy(() -> MasterKey.load(folder, ServerMode.PRODUCTION, Map.of()))
                .hasMessageStartingWith("production needs a master key: write 64 hexadecimal");
    }

    @Test
    void shouldNotMakeASecondKeyForAJournalThatHadOne() throws IOException {
        Files.createDirectory(folder.journal());

        assertThatThrownBy(() -> sandbox(Map.of()))
                .hasMessageContaining(
                        "is missing, and every API key of this journal depends on it");
    }

    @Test
    void shouldRefuseAKeyThatOthersMayReadOrThatIsNone() throws IOException {
        Files.writeString(folder.masterKey(), HEX);
        Files.setPosixFilePermissions(
                folder.masterKey(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> sandbox(Map.of())).hasMessageContaining("run chmod 600");

        PrivateFile.write(folder.masterKey(), HEX + "00");
        assertThatThrownBy(() -> sandbox(Map.of()))
                .hasMessage(folder.masterKey() + " must hold 64 hexadecimal digits");
        assertThatThrownBy(() -> sandbox(Map.of("CLEARHOLD_MASTER_KEY", "secret")))
                .hasMessage("CLEARHOLD_MASTER_KEY must hold 64 hexadecimal digits");
    }

    private MasterKey sandbox(Map<String, String> environment) {
        return MasterKey.load(folder, ServerMode.SANDBOX, environment);
    }
}
