package io.clearhold.config.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.data.SigningKeys;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.sandbox.SandboxBootstrap;
import io.clearhold.config.settings.Settings;
import io.clearhold.config.testing.TestSettings;
import io.clearhold.core.frame.Frame;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.ledger.audit.AuditSettings;
import io.clearhold.ledger.audit.HeadKey;
import io.clearhold.ledger.audit.LedgerAudit;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.journal.PositionFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of a journal on disk, by the head that the server kept when it stopped. */
class JournalVerificationTest {
    private static final int LOG_TIME = 16;

    @TempDir private Path temporary;
    private DataFolder folder = new DataFolder(Path.of("."));
    private String key = "";

    @BeforeEach
    void writeJournal() throws IOException {
        Settings settings = TestSettings.in(temporary.resolve("data"));
        folder = new DataFolder(settings.data());
        folder.create();
        MasterKey masterKey = MasterKey.load(folder, settings.mode(), Map.of());
        HeadKey signing = SigningKeys.of(masterKey);
        key = signing.publicKey().publicKey();
        try (OpenLedger ledger = OpenLedger.open(folder, settings, masterKey);
                LedgerAudit audit =
                        LedgerAudit.start(
                                ledger.engine(),
                                new PositionFile(folder.positions().resolve("audit")),
                                folder.audit(),
                                signing,
                                AuditSettings.DEFAULT,
                                InstantSource.system())) {
            new SandboxBootstrap(ledger.calls(), new Secrets(masterKey.bytes()))
                    .run(folder.sandboxKeys());
            assertThat(audit.trouble()).isEmpty();
        }
    }

    @Test
    void shouldVerifyWhatTheServerLeft() {
        assertThat(verify(key, Optional.empty()))
                .contains("verified: the journal is the one under the head")
                .contains("frames        7")
                .contains("above it      0 frames");
    }

    @Test
    void shouldTakeTheKeyInEveryFormThatPeopleHave() throws IOException {
        String pem =
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA"
                        + key
                        + "\n-----END PUBLIC KEY-----\n";
        String answer = "{\"data\":[{\"public_key\":\"" + key + "\"}]}";
        String printed = "keyid       ed25519-" + "0".repeat(32) + "\npublic key  " + key + "\n";
        for (String text : new String[] {pem, answer, printed, key}) {
            Path file = Files.writeString(temporary.resolve("key"), text);
            assertThat(verify(file.toString(), Optional.empty())).contains("\nverified: ");
        }
        assertThatThrownBy(() -> verify("nothing", Optional.empty()))
                .hasMessageContaining("nothing is neither a file with an Ed25519 public key");
    }

    @Test
    void shouldNotBelieveAHeadOfAnotherKeyOrAnotherText() throws IOException {
        String other = new HeadKey(new byte[HeadKey.SEED_LENGTH]).publicKey().publicKey();
        assertThat(verify(other, Optional.empty()))
                .startsWith("not verified: the head of sequence 7 was not signed by key ed25519-");
        String head = Files.readString(folder.audit().resolve("heads"));
        Path forged = temporary.resolve("head.json");
        Files.writeString(forged, head.replace("\"root_hash\":\"", "\"root_hash\":\"0"));
        assertThat(verify(key, Optional.of(forged))).startsWith("not verified: the head");
        Files.writeString(forged, "{}");
        assertThatThrownBy(() -> verify(key, Optional.of(forged)))
                .hasMessageContaining("does not hold a head (it has no sequence)");
    }

    @Test
    void shouldNameTheFrameOfWhichAByteWasChangedAndTheChecksumMended() throws IOException {
        Path file = queueFile();
        byte[] bytes = Files.readAllBytes(file);
        byte[] frame = frame(4);
        int at = find(bytes, frame);
        frame[LOG_TIME] ^= 1;
        CRC32C crc = new CRC32C();
        crc.update(frame, Integer.BYTES, frame.length - Integer.BYTES);
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(0, (int) crc.getValue());
        System.arraycopy(frame, 0, bytes, at, frame.length);
        Files.write(file, bytes);

        assertThat(verify(key, Optional.empty()))
                .contains("not verified: the frame at sequence 4 is not the one under the head");
    }

    @Test
    void shouldSayWhereAFrameIsDamaged() throws IOException {
        Path file = queueFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[find(bytes, frame(4)) + LOG_TIME] ^= 1;
        Files.write(file, bytes);

        assertThat(verify(key, Optional.empty()))
                .contains("not verified: damaged: a damaged frame stands after sequence 3")
                .contains("not verified: the journal ends at sequence 3, but the head");
    }

    private String verify(String keyText, Optional<Path> head) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        boolean good = new JournalVerification(folder, keyText, out).run(head);
        String printed = text.toString(StandardCharsets.UTF_8);
        assertThat(printed.contains("not verified")).isEqualTo(!good);
        return printed;
    }

    private byte[] frame(long sequence) {
        byte[][] found = new byte[1][0];
        new JournalRecovery(folder.journal())
                .inspect(frame -> {
                    if (frame.sequence() == sequence) {
                        found[0] = bytes(frame);
                    }
                });
        return found[0];
    }

    private static byte[] bytes(Frame frame) {
        byte[] bytes = new byte[frame.length()];
        frame.buffer().getBytes(0, bytes);
        return bytes;
    }

    private Path queueFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.journal())) {
            return files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
    }

    private static int find(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("the frame is not in the file");
    }
}
