package io.clearhold.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.ledger.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir private Path folder;

    @Test
    void shouldComeWithTheDefaultsThatTheDocsPromise() {
        Settings settings = load(null, Map.of(), Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("./clearhold-data"));
        assertThat(settings.mode()).isEqualTo(ServerMode.SANDBOX);
        assertThat(settings.http().bind()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.sandboxBank().port()).isEqualTo(8081);
        assertThat(settings.http().limits().bodyBytes()).isEqualTo(256 * 1024);
        assertThat(settings.ledger().autoConfirmDefaultSeconds()).isEqualTo(864_000);
        assertThat(settings.ledger().queryLadderMs())
                .containsExactly(5_000L, 30_000L, 120_000L, 600_000L, 3_600_000L);
        EngineSettings defaults = EngineSettings.DEFAULTS;
        assertThat(settings.engine().ringSlots()).isEqualTo(defaults.ringSlots());
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void shouldPreferFlagsToTheEnvironmentToTheFileToTheDefaults() throws IOException {
        String file = "port = 1001, bank-port = 1001, bind = \"10.0.0.1\"";
        Map<String, String> environment =
                Map.of("CLEARHOLD_PORT", "1002", "CLEARHOLD_BANK_PORT", "1002");

        Settings settings = load(file, environment, Map.of("port", "1003"));

        assertThat(settings.http().port()).isEqualTo(1003);
        assertThat(settings.sandboxBank().port()).isEqualTo(1002);
        assertThat(settings.http().bind()).isEqualTo("10.0.0.1");
        assertThat(settings.engine().groupLimit()).isEqualTo(1024);
    }

    @Test
    void shouldReadListsAndTimesFromTheEnvironment() {
        Settings settings =
                load(
                        null,
                        Map.of(
                                "CLEARHOLD_LEDGER_QUERY_LADDER", "1 s, 2 minutes",
                                "CLEARHOLD_HTTP_IDLE_TIMEOUT", "5 s"),
                        Map.of());

        assertThat(settings.ledger().queryLadderMs()).containsExactly(1_000L, 120_000L);
        assertThat(settings.http().limits().idleTimeoutMs()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    prt = 1                          | "prt" (%s: 1) is not a setting
                    http.port = 1                    | "http.port" (%s: 1) is not a setting; there are bank-port, port
                    port = abc                       | "port" (%s: 1) must be a whole number from 0 to 65535, not "abc"
                    port = 65536                     | "port" (%s: 1) must be a whole number from 0 to 65535, not 65536
                    port = 80.5                      | "port" (%s: 1) must be a whole number from 0 to 65535, not 80.5
                    port = [1]                       | "port" (%s: 1) must be a text, not [1]
                    port = null                      | "port" has no value
                    http = 1                         | "http" (%s: 1) is not a setting
                    mode = test                      | "mode" (%s: 1) must be one of sandbox, production, not "test"
                    engine.ring-slots = 1000         | "engine.ring-slots" (%s: 1) must be a power of two
                    engine.tick-interval = soon      | "engine.tick-interval" (%s: 1) must be a time of 1 ms or more
                    engine.disk-reserve = much       | "engine.disk-reserve" (%s: 1) must be a size from 0
                    ledger.query-ladder = []         | "ledger.query-ladder" (%s: 1) must be 1 to 255 times
                    ledger.idempotency-retention=1 h | "ledger.idempotency-retention" (%s: 1) must be a time of 86400000 ms or more
                    public-url = "127.0.0.1:8080"    | "public-url" (%s: 1) must be an address such as
                    port = {                         | the settings file cannot be read
                    """)
    void shouldNameTheSettingThatIsWrongAndWhereItIs(String file, String sentence) {
        Path path = folder.resolve("clearhold.conf");

        assertThatThrownBy(() -> load(file, Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(sentence.formatted(path));
    }

    @Test
    void shouldNameTheVariableOrFlagThatIsWrong() {
        assertThatThrownBy(() -> load(null, Map.of("CLEARHOLD_PORT", "tcp://10.0.0.1"), Map.of()))
                .hasMessageContaining("\"port\" (CLEARHOLD_PORT) must be");
        assertThatThrownBy(() -> load(null, Map.of(), Map.of("bank-port", "-1")))
                .hasMessageContaining("\"bank-port\" (--bank-port) must be");
    }

    @Test
    void shouldWarnOfVariablesThatAreNoSettings() {
        Map<String, String> environment =
                Map.of(
                        "CLEARHOLD_PROT", "1",
                        "CLEARHOLD_JAVA_OPTS", "-Xmx1g",
                        "CLEARHOLD_MASTER_KEY", "00");

        assertThat(load(null, environment, Map.of()).warnings())
                .containsExactly("CLEARHOLD_PROT is set in the environment, but is not a setting");
    }

    @Test
    void shouldRefuseRetiredSettingsWithAdvice() throws IOException {
        RetiredSettings retired = new RetiredSettings(Map.of("threads", "use http.threads"));
        Path file = Files.writeString(folder.resolve("old.conf"), "threads = 4\n");

        assertThatThrownBy(() ->
                        Settings.load(
                                new SettingsSources(Map.of(), Map.of(), Optional.of(file)),
                                retired))
                .hasMessageContaining("\"threads\"")
                .hasMessageEndingWith("is no longer a setting: use http.threads");
        assertThatThrownBy(() ->
                        Settings.load(
                                new SettingsSources(
                                        Map.of(),
                                        Map.of("CLEARHOLD_THREADS", "4"),
                                        Optional.empty()),
                                retired))
                .hasMessage("CLEARHOLD_THREADS is no longer a setting: use http.threads");
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        Path missing = folder.resolve("missing.conf");

        assertThatThrownBy(() ->
                        Settings.load(
                                new SettingsSources(Map.of(), Map.of(), Optional.of(missing))))
                .hasMessage("there is no settings file " + missing);
    }

    @Test
    void shouldReadEverySettingThatThereIs() {
        SettingsReader reader = new SettingsReader(MergedSettings.reference());

        Settings.read(reader, List.of());

        assertThat(reader.keysRead()).isEqualTo(Settings.keys());
    }

    private Settings load(
            @Nullable String file, Map<String, String> environment, Map<String, String> flags) {
        return Settings.load(
                new SettingsSources(
                        flags, environment, Optional.ofNullable(file).map(this::write)));
    }

    private Path write(String content) {
        try {
            return Files.writeString(folder.resolve("clearhold.conf"), content + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
