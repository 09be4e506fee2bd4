package io.clearhold.bank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.RunningBank;
import io.clearhold.core.port.ChannelCallbacks.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives a restart of the bank, an outage, and a Clearhold that does not answer. */
class SandboxBankServerTest {
    private Path folder = Path.of("");
    private RunningBank bank;

    @BeforeEach
    void start(@TempDir Path temporary) {
        folder = temporary;
        bank = new RunningBank(temporary);
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void shouldKnowEverythingAfterARestart() {
        BankInstruction settled = collected();
        BankInstruction pending = RunningBank.collect(1, "tok_never");
        submit(pending);
        String entries = entries();

        bank.stop();
        bank.startAgain();

        assertThat(bank.channel().query(settled)).isInstanceOf(BankReport.Settled.class);
        assertThat(bank.channel().query(pending)).isInstanceOf(BankReport.Pending.class);
        assertThat(bank.balanceMinor()).isEqualTo(12_900);
        assertThat(entries()).isEqualTo(entries);
        assertThat(bank.channel().submit(settled)).isInstanceOf(BankReport.Settled.class);
        assertThat(bank.balanceMinor()).isEqualTo(12_900);
    }

    @Test
    void shouldDoAfterARestartWhatWasDueMeanwhile() {
        BankInstruction slow = RunningBank.collect(12_900, "tok_slow");
        submit(slow);

        bank.stop();
        bank.startAgain();
        bank.advanceSeconds(3);

        assertThat(bank.callbacks().bodies(slow.text(), "settled")).hasSize(1);
    }

    @Test
    void shouldKeepItsTimeOverARestart() {
        bank.advanceSeconds(86_400);
        long beforeMs = nowMs();

        bank.stop();
        bank.startAgain();

        assertThat(nowMs()).isGreaterThanOrEqualTo(beforeMs);
        assertThat(nowMs()).isLessThan(beforeMs + 3_600_000);
    }

    @Test
    void shouldCallUntilItIsHeard() {
        AtomicInteger calls = new AtomicInteger();
        bank.callbacks()
                .answerWith((headers, body) ->
                        new Answer(calls.incrementAndGet() == 1 ? 503 : 200, ""));

        BankInstruction instruction = RunningBank.collect(12_900, "tok_success");
        submit(instruction);

        awaitSettledCallbacks(instruction, 2);
    }

    @Test
    void shouldCallAgainAfterARestartUntilItIsHeard() {
        bank.callbacks().answerWith((headers, body) -> new Answer(503, ""));
        BankInstruction instruction = RunningBank.collect(12_900, "tok_success");
        submit(instruction);
        awaitSettledCallbacks(instruction, 1);

        bank.stop();
        int before = bank.callbacks().bodies().size();
        bank.callbacks().answerWith((headers, body) -> new Answer(200, ""));
        bank.startAgain();

        awaitSettledCallbacks(instruction, before + 1);
    }

    @Test
    void shouldNotCallAgainWhatWasHeard() {
        BankInstruction instruction = collected();

        bank.stop();
        bank.startAgain();
        // Whatever it owes goes before the clock answers.
        bank.advanceSeconds(10);

        assertThat(bank.callbacks().bodies(instruction.text(), "settled")).hasSize(1);
    }

    @Test
    void shouldKeepTheOrderOfOneInstructionsCallbacks() {
        AtomicInteger calls = new AtomicInteger();
        List<String> heard = new ArrayList<>();
        bank.callbacks()
                .answerWith((headers, body) -> {
                    if (calls.incrementAndGet() == 1) {
                        return new Answer(500, "");
                    }
                    synchronized (heard) {
                        heard.add(body);
                    }
                    return new Answer(200, "");
                });
        submit(RunningBank.payout(700, "0002"));

        bank.advanceSeconds(10);

        Await.until(
                "both callbacks",
                () -> {
                    synchronized (heard) {
                        return heard.size() == 2;
                    }
                });
        assertThat(heard.get(0)).contains("settled");
        assertThat(heard.get(1)).contains("returned");
    }

    @Test
    void shouldBeAwayAndComeBack() throws JsonUnreadableException {
        assertThat(bank.post("/control/outage", "{\"seconds\":1}").requiredNumber("seconds"))
                .isEqualTo(1);
        BankInstruction instruction = RunningBank.collect(12_900, "tok_success");

        Await.until(
                "the bank refuses connections",
                () -> bank.channel().query(instruction) instanceof BankReport.NotSent);
        Await.until(
                "the bank is back",
                () -> bank.channel().query(instruction) instanceof BankReport.NotFound);
        submit(instruction);
        awaitSettledCallbacks(instruction, 1);
    }

    @Test
    void shouldRefuseASecondBankOnTheSameFolder() {
        assertThatThrownBy(() -> SandboxBankServer.start(bank.settings(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Another sandbox bank has the folder");
    }

    @Test
    void shouldCutALineThatWasNotFinished() throws IOException {
        BankInstruction settled = collected();
        bank.stop();
        Path journal = folder.resolve("journal.jsonl");
        long length = Files.size(journal);
        Files.writeString(journal, "{\"line\":\"tak", StandardOpenOption.APPEND);

        bank.startAgain();

        assertThat(Files.size(journal)).isEqualTo(length);
        assertThat(bank.channel().query(settled)).isInstanceOf(BankReport.Settled.class);
    }

    @Test
    void shouldRefuseADamagedJournalAndNameTheLine() throws IOException {
        collected();
        bank.stop();
        Path journal = folder.resolve("journal.jsonl");
        String intact = Files.readString(journal);
        Files.writeString(journal, "{\"line\":\"broken\"}\n" + intact);

        assertThatThrownBy(() -> SandboxBankServer.start(bank.settings(0)))
                .hasMessageContaining("journal.jsonl, line 1");
    }

    @Test
    void shouldRefuseAnotherContentUnderTheSameId() {
        BankInstruction first = collected();
        BankInstruction other =
                new BankInstruction(first.id(), 12_901, first.currency(), first.purpose());

        assertThat(bank.channel().submit(other)).isInstanceOf(BankReport.Unknown.class);

        assertThat(bank.balanceMinor()).isEqualTo(12_900);
    }

    @Test
    void shouldBookDatedEntriesWithARunningBalance() {
        submit(RunningBank.collect(12_900, "tok_success"));
        bank.advanceSeconds(1);
        submit(RunningBank.refund(900));
        bank.advanceSeconds(1);
        bank.advanceSeconds(86_400);
        submit(RunningBank.payout(1_000, "9999"));
        bank.advanceSeconds(1);

        String today = bank.get("/entries").body();
        String yesterday =
                bank.get("/entries?date=" + date(nowMs() - 86_400_000) + "&limit=1").body();

        assertThat(today).contains("\"type\":\"payout\",\"amount\":-1000");
        assertThat(today).contains("\"balance\":11000");
        assertThat(yesterday).contains("\"type\":\"collection\",\"amount\":12900");
        assertThat(yesterday).contains("\"has_more\":true");
        assertThat(bank.get("/accounts").body())
                .contains("\"collected\":12900,\"refunded\":900,\"paid_out\":1000");
    }

    @Test
    void shouldRefuseWhatIsNotSigned() {
        HttpResponse<String> response =
                bank.send(
                        HttpRequest.newBuilder(bank.uri().resolve("/instructions"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void shouldTellItsHealthAndRefuseUnknownDoors() {
        assertThat(bank.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(bank.get("/vault").statusCode()).isEqualTo(404);
        assertThat(bank.get("/entries?date=yesterday").statusCode()).isEqualTo(400);
        assertThat(bank.get("/control/outage").statusCode()).isEqualTo(405);
    }

    private BankInstruction collected() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_success");
        submit(instruction);
        bank.advanceSeconds(1);
        awaitSettledCallbacks(instruction, 1);
        return instruction;
    }

    private void submit(BankInstruction instruction) {
        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);
    }

    private void awaitSettledCallbacks(BankInstruction instruction, int count) {
        Await.until(
                count + " callbacks",
                () -> bank.callbacks().bodies(instruction.text(), "settled").size() == count,
                () -> bank.callbacks().bodies());
    }

    private long nowMs() {
        return RunningBank.number(bank.get("/control/clock"), "now_ms");
    }

    private String entries() {
        return bank.get("/entries").body();
    }

    private static String date(long ms) {
        return Instant.ofEpochMilli(ms).toString().substring(0, 10);
    }
}
