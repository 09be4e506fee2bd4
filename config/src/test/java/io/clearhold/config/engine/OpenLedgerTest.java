package io.clearhold.config.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.admin.KeyAdministration;
import io.clearhold.config.admin.KeyAdministration.Created;
import io.clearhold.config.admin.KeyAdministration.Listed;
import io.clearhold.config.admin.KeyAdministration.NewKey;
import io.clearhold.config.admin.LedgerKeys;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.sandbox.SandboxBootstrap;
import io.clearhold.config.sandbox.SandboxKeys;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenLedgerTest {
    private static final String OTHER_KEY = "ab".repeat(32);

    @TempDir private Path temporary;
    private Settings settings = TestSettings.in(Path.of("."));
    private DataFolder folder = new DataFolder(Path.of("."));

    @BeforeEach
    void makeFolder() {
        settings = TestSettings.in(temporary.resolve("data"));
        folder = new DataFolder(settings.data());
        folder.create();
    }

    @Test
    void shouldConfigureOnceAsLongAsNothingChanges() {
        open().close();

        try (OpenLedger again = open()) {
            assertThat(again.engine().watermark()).isEqualTo(2);
        }
        settings = TestSettings.in(settings.data(), Map.of("ledger.ship-by-default", "7 days"));
        try (OpenLedger changed = open()) {
            assertThat(changed.engine().watermark()).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseAnotherModeAndLeaveTheJournalAlone() {
        open().close();

        Settings production = TestSettings.in(settings.data(), Map.of("mode", "production"));
        assertThatThrownBy(() -> OpenLedger.open(folder, production, masterKey(Map.of())))
                .hasMessageContaining("belongs to a sandbox server")
                .hasMessageContaining("mode = production");

        try (OpenLedger again = open()) {
            assertThat(again.engine().watermark()).isEqualTo(2);
        }
    }

    @Test
    void shouldRefuseAnotherMasterKey() {
        open().close();

        MasterKey other = masterKey(Map.of("CLEARHOLD_MASTER_KEY", OTHER_KEY));
        assertThatThrownBy(() -> OpenLedger.open(folder, settings, other))
                .hasMessageStartingWith("this master key is not the one that the journal in");
    }

    @Test
    void shouldGiveASandboxTheSameKeysAtEachStartAlsoWithoutItsFile() throws IOException {
        SandboxKeys first;
        String written;
        try (OpenLedger ledger = open()) {
            first = bootstrap(ledger);
            written = Files.readString(folder.sandboxKeys());
            assertThat(ledger.engine().watermark()).isEqualTo(7);
        }
        Files.delete(folder.sandboxKeys());

        try (OpenLedger ledger = open()) {
            assertThat(bootstrap(ledger)).isEqualTo(first);
            assertThat(bootstrap(ledger)).isEqualTo(first);
            assertThat(ledger.engine().watermark()).isEqualTo(7);
        }
        assertThat(folder.sandboxKeys()).hasContent(written);
        assertThat(written).contains("\"platform_key\" : \"" + first.platformKey() + "\"");
        assertThat(first.platformKey()).startsWith("sk_");
        assertThat(first.operatorKey()).startsWith("ok_").isNotEqualTo(first.secondOperatorKey());
        assertThat(first.merchantAccount()).startsWith("acc_").isNotEqualTo(first.buyerAccount());
    }

    @Test
    void shouldListKeysWithTheirPersonsBeforeAndAfterARestart() {
        List<Long> forgotten = new ArrayList<>();
        Created created;
        try (OpenLedger ledger = open()) {
            KeyAdministration keys = new LedgerKeys(ledger, secrets(), forgotten::add);
            created = keys.create(new NewKey(Role.OPERATOR, 0, "", "Li \"Wei\" 李"));
            keys.create(new NewKey(Role.PLATFORM, 2, "", ""));
            assertThat(keys.list()).extracting(Listed::status).containsExactly("active", "active");
            keys.revoke(created.id());
            assertThat(forgotten).hasSize(1);
            assertThat(keys.list()).extracting(Listed::status).containsExactly("revoked", "active");
        }
        try (OpenLedger ledger = open()) {
            List<Listed> listed = new LedgerKeys(ledger, secrets(), key -> {}).list();
            assertThat(listed).extracting(Listed::person).containsExactly("Li \"Wei\" 李", "");
            assertThat(listed).extracting(Listed::platform).containsExactly("", "2");
            assertThat(listed).extracting(Listed::status).containsExactly("revoked", "active");
        }
        assertThat(created.secret()).startsWith("ok_");
    }

    @Test
    void shouldRefuseInASentenceWhatTheLedgerRefuses() {
        try (OpenLedger ledger = open()) {
            KeyAdministration keys = new LedgerKeys(ledger, secrets(), key -> {});
            assertThatThrownBy(() -> keys.revoke("key_0000000000400"))
                    .isInstanceOf(KeyAdministration.RefusedException.class)
                    .hasMessage("There is no such object, or it is not yours.");
            assertThatThrownBy(() -> keys.revoke("acc_0000000000400"))
                    .hasMessage("\"acc_0000000000400\" is not an id of the form key_…");
        }
    }

    private OpenLedger open() {
        return OpenLedger.open(folder, settings, masterKey(Map.of()));
    }

    private MasterKey masterKey(Map<String, String> environment) {
        return MasterKey.load(folder, settings.mode(), environment);
    }

    private Secrets secrets() {
        return new Secrets(masterKey(Map.of()).bytes());
    }

    private SandboxKeys bootstrap(OpenLedger ledger) {
        return new SandboxBootstrap(ledger.calls(), secrets()).run(folder.sandboxKeys());
    }
}
