package io.clearhold.config.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.DataLock;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.engine.CommandMessage;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.sandbox.SandboxBootstrap;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import io.clearhold.core.codec.GetHeadEncoder;
import io.clearhold.core.codec.HeadResultDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.gateway.auth.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replay and dump of a journal that a real engine has written. */
class JournalCommandsTest {
    @TempDir private Path temporary;
    private DataFolder folder = new DataFolder(Path.of("."));
    private String liveHash = "";

    @BeforeEach
    void writeJournal() {
        Settings settings = TestSettings.in(temporary.resolve("data"));
        folder = new DataFolder(settings.data());
        folder.create();
        MasterKey masterKey = MasterKey.load(folder, settings.mode(), Map.of());
        try (OpenLedger ledger = OpenLedger.open(folder, settings, masterKey)) {
            new SandboxBootstrap(ledger.calls(), new Secrets(masterKey.bytes()))
                    .run(folder.sandboxKeys());
            liveHash = hash(ledger);
        }
    }

    @Test
    void shouldReplayToTheHashThatTheServerHad() {
        ReplayReport report = JournalReplay.run(folder, true);

        assertThat(report.stateHash()).isEqualTo(liveHash).hasSize(32);
        assertThat(report.sequence()).isEqualTo(7);
        assertThat(report.mode()).isEqualTo("sandbox");
        assertThat(report.differences()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.json()).contains("\"state_hash\" : \"" + liveHash + "\"");
        assertThat(report.text()).contains("state hash    " + liveHash);
    }

    @Test
    void shouldNotReplayWhileSomebodyWrites() {
        try (DataLock held = DataLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> JournalReplay.run(folder, false))
                    .hasMessageContaining("is in use by process");
        }
    }

    @Test
    void shouldSayWhereTheJournalIsDamagedAndLeaveItSo() throws IOException {
        Path file = queueFile();
        int at = find(Files.readAllBytes(file), "second operator");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write('S');
        }
        byte[] before = Files.readAllBytes(file);

        ReplayReport report = JournalReplay.run(folder, true);

        assertThat(report.isClean()).isFalse();
        assertThat(report.sequence()).isEqualTo(4);
        assertThat(report.damage())
                .hasValueSatisfying(sentence ->
                        assertThat(sentence)
                                .contains("a damaged frame stands after sequence 4 in")
                                .contains(file.toString()));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void shouldDumpEveryFieldOfAFrameByName() {
        String text = printed(printer -> printer.dump(3, 3));

        assertThat(text)
                .startsWith("#3  20")
                .contains("command  CreateKey origin={role=system idempotencyHigh=")
                .contains("event    KeyCreated key=key_0000000000c00 role=platform")
                .contains("text={\"person\":\"sandbox platform\"}")
                .contains("result   KeyResult key=key_0000000000c00 role=platform platform=1")
                .doesNotContain("#2 ", "#4 ");
    }

    @Test
    void shouldDumpGroupsAndCodesAsNames() {
        String text = printed(printer -> printer.dump(1, 1));

        assertThat(text)
                .contains("command  Configure")
                .contains("mode=sandbox")
                .contains("{currency=CNY exponent=2}")
                .contains("ladder=[{delayMs=5000} {delayMs=30000}");
    }

    @Test
    void shouldTailTheLastFramesOnly() {
        String text = printed(printer -> printer.tail(2));

        assertThat(text).startsWith("#6 ").contains("#7 ").doesNotContain("#5 ");
    }

    @Test
    void shouldCountWhatTheJournalHolds() {
        String text = printed(JournalPrinter::statistics);

        assertThat(text)
                .contains("frames        7")
                .containsPattern("CreateKey +3")
                .containsPattern("AccountCreated +2")
                .contains(".cq4");
    }

    @Test
    void shouldShowAJournalInUse() {
        try (DataLock held = DataLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThat(printed(printer -> printer.tail(1))).startsWith("#7 ");
        }
    }

    @Test
    void shouldKnowEveryMessageOfTheSchema() throws IOException {
        String schema = Files.readString(Path.of("../payment-core/src/main/sbe/clearhold.xml"));
        Matcher messages =
                Pattern.compile("<sbe:message name=\"(\\w+)\" id=\"(\\d+)\"").matcher(schema);
        Map<Integer, String> expected = new TreeMap<>();
        while (messages.find()) {
            expected.put(Integer.valueOf(messages.group(2)), messages.group(1));
        }
        Map<Integer, String> known = new TreeMap<>();
        MessageTypes.ALL.forEach(decoder -> {
            MessageType type = new MessageType(decoder);
            known.put(type.templateId(), type.name());
        });
        assertThat(known).isEqualTo(expected);
    }

    private interface Printing {
        boolean print(JournalPrinter printer);
    }

    private String printed(Printing printing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(printing.print(new JournalPrinter(folder, out))).isTrue();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String hash(OpenLedger ledger) {
        GetHeadEncoder encoder = new GetHeadEncoder();
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        HeadResultDecoder head = new HeadResultDecoder();
        head.wrapAndApplyHeader(
                ledger.calls().call(new CommandMessage(buffer, encoder.limit())).message(),
                0,
                new MessageHeaderDecoder());
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(head.stateHashHigh()) + hex.toHexDigits(head.stateHashLow());
    }

    private Path queueFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.journal())) {
            return files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    private static int find(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isPositive();
        return at;
    }
}
