package io.clearhold.bank.camt;

import static io.clearhold.bank.camt.CamtText.credit;
import static io.clearhold.bank.camt.CamtText.debit;
import static io.clearhold.bank.camt.CamtText.document;
import static io.clearhold.bank.camt.CamtText.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.support.Readings;
import io.clearhold.bank.support.Seeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file, reading it ends, with its content or with a refusal. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CamtFuzzTest {
    private static final byte[] DOCUMENT =
            document(
                            statement(
                                    "1.00",
                                    "0.50",
                                    credit("2.00", "<NtryRef>1</NtryRef>"),
                                    debit(
                                            "2.50",
                                            "<NtryDtls><TxDtls><Refs><EndToEndId>e</EndToEndId>"
                                                    + "</Refs><RmtInf><Ustrd>&#x4E2D;</Ustrd></RmtInf>"
                                                    + "</TxDtls></NtryDtls>")))
                    .getBytes(StandardCharsets.UTF_8);

    private CamtReading reading = new CamtReading(Path.of(""));

    @BeforeEach
    void inFolder(@TempDir Path folder) {
        reading = new CamtReading(folder);
    }

    @Test
    void shouldRefuseEveryTruncatedFile() {
        int end = new String(DOCUMENT, StandardCharsets.UTF_8).stripTrailing().length();
        for (int length = 0; length < end; length++) {
            ReadOutcome outcome = reading.read(Arrays.copyOf(DOCUMENT, length), new Readings());

            assertThat(outcome).as("cut to %d", length).isInstanceOf(ReadOutcome.Refused.class);
        }
    }

    @Test
    void shouldReadOrRefuseWhateverIsInAFile() {
        Seeds.forEach(
                2_000,
                random -> {
                    byte[] content = mutated(random);
                    Readings readings = new Readings();
                    ReadOutcome outcome = reading.read(content, readings);
                    if (outcome instanceof ReadOutcome.Read read) {
                        assertThat(read.totals().statements()).isEqualTo(readings.ends.size());
                        assertThat(read.totals().findings()).isEqualTo(readings.findings.size());
                    }
                });
    }

    /** Bytes changed, a part left out, or a part doubled. */
    private static byte[] mutated(Random random) {
        byte[] content = DOCUMENT.clone();
        int from = random.nextInt(content.length);
        int length = random.nextInt(Math.min(40, content.length - from)) + 1;
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = 0; i <= random.nextInt(8); i++) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt(256);
                }
            }
            case 1 -> content[from] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                byte[] shorter = new byte[content.length - length];
                System.arraycopy(content, 0, shorter, 0, from);
                System.arraycopy(content, from + length, shorter, from, shorter.length - from);
                content = shorter;
            }
            default -> {
                byte[] longer = new byte[content.length + length];
                System.arraycopy(content, 0, longer, 0, from + length);
                System.arraycopy(content, from, longer, from + length, content.length - from);
                content = longer;
            }
        }
        return content;
    }
}
