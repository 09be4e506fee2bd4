package io.clearhold.bank.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.support.RunningBank;
import io.clearhold.core.port.SandboxStatements.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching what the bank says of our account. */
class SandboxBankStatementsTest {
    private static final SandboxBankStatements.Limits LIMITS =
            new SandboxBankStatements.Limits(1 << 20, 1_000, 10_000);

    private RunningBank bank;

    @BeforeEach
    void start(@TempDir Path folder) {
        bank = new RunningBank(folder);
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void shouldFetchEveryDayUpToTheCurrentOne() throws InterruptedException {
        BankInstruction collection = RunningBank.collect(12_900, "tok_timeout");
        bank.channel().submit(collection);
        bank.advanceSeconds(3 * 86_400);

        String xml = document(fetch(LIMITS, Optional.empty()));

        assertThat(xml.split("<Stmt>", -1)).hasSize(1 + 4);
        assertThat(xml).containsOnlyOnce("<Ntry>");
        assertThat(xml).contains("<EndToEndId>" + collection.text() + "</EndToEndId>");
    }

    @Test
    void shouldFetchTheSameBytesOfAPastDayEachTime() throws InterruptedException {
        Optional<LocalDate> today = Optional.of(LocalDate.now(ZoneOffset.UTC));
        bank.channel().submit(RunningBank.collect(12_900, "tok_timeout"));
        bank.advanceSeconds(2 * 86_400);
        String before = document(fetch(LIMITS, today));

        bank.channel().submit(RunningBank.collect(100, "tok_timeout"));
        bank.stop();
        bank.startAgain();

        assertThat(document(fetch(LIMITS, today))).isEqualTo(before);
    }

    @Test
    void shouldHaveAnEmptyStatementWhenNothingWasEverBooked() throws InterruptedException {
        String xml = document(fetch(LIMITS, Optional.of(LocalDate.of(2020, 1, 31))));

        assertThat(xml).contains("<Ccy>CNY</Ccy>", "<Dt>2020-01-31</Dt>").doesNotContain("<Ntry>");
    }

    @Test
    void shouldBeRefusedADayThatHasNotCome() throws InterruptedException {
        Outcome outcome = fetch(LIMITS, Optional.of(LocalDate.of(2999, 1, 1)));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void shouldRefuseAStatementThatIsTooLarge() throws InterruptedException {
        Outcome outcome =
                fetch(new SandboxBankStatements.Limits(1_000, 1_000, 10_000), Optional.empty());

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Refused(
                                "The statement is larger than 1000 bytes: ask for one day with"
                                        + " \"date\"."));
    }

    @Test
    void shouldSayThatTheBankIsAway() throws InterruptedException {
        bank.stop();

        assertThat(fetch(LIMITS, Optional.empty())).isEqualTo(new Outcome.Away());

        bank.startAgain();
    }

    private Outcome fetch(SandboxBankStatements.Limits limits, Optional<LocalDate> date)
            throws InterruptedException {
        try (SandboxBankStatements statements = new SandboxBankStatements(bank.uri(), limits)) {
            return statements.fetch(date);
        }
    }

    private static String document(Outcome outcome) {
        if (outcome instanceof Outcome.Document document) {
            return new String(document.xml(), UTF_8);
        }
        throw new AssertionError("no document but " + outcome);
    }
}
