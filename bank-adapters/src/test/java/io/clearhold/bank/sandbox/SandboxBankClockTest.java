package io.clearhold.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.dispatch.BankDispatch;
import io.clearhold.bank.dispatch.BankDispatchSettings;
import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.FakeLedger;
import io.clearhold.bank.support.FakePositions;
import io.clearhold.bank.support.RunningBank;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.Tailer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ledger, dispatch and bank in one time: what would happen in days happens in order, now. */
@Timeout(60)
class SandboxBankClockTest {
    private final FakeLedger ledger = new FakeLedger();
    private RunningBank bank;
    private BankDispatch dispatch;
    private SandboxBankControl control;
    private SandboxBankClock clock;

    @BeforeEach
    void start(@TempDir Path folder) {
        bank = new RunningBank(folder);
        dispatch =
                new BankDispatch(
                        ledger,
                        new FakePositions(0),
                        Map.of(Channel.SANDBOX, bank.channel()),
                        BankDispatchSettings.DEFAULT);
        bank.callbacks()
                .answerWith((headers, body) ->
                        dispatch.receive("sandbox", headers, body.getBytes(StandardCharsets.UTF_8))
                                .join());
        dispatch.start();
        control = new SandboxBankControl(bank.uri(), SandboxClockSettings.DEFAULT);
        clock =
                new SandboxBankClock(
                        ledger, control, List.of(dispatch), SandboxClockSettings.DEFAULT);
    }

    @AfterEach
    void stop() {
        clock.close();
        control.close();
        dispatch.close();
        bank.close();
    }

    @Test
    void shouldHaveNothingToReachAtFirst() throws Exception {
        clock.reachTarget().get(10, TimeUnit.SECONDS);

        assertThat(ledger.nowMs()).isLessThan(System.currentTimeMillis() + 60_000);
    }

    @Test
    void shouldLetTheBankCollectOnTheWay() throws Exception {
        long id = ledger.queueCollection(12_900, "tok_slow");

        advance(3_600);

        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.ACCEPTED, BankOutcome.SETTLED);
        assertThat(ledger.nowMs()).isGreaterThanOrEqualTo(ledger.targetMs());
    }

    @Test
    void shouldGoThroughDeadlinesAndTheBanksDueInTheirOrder() throws Exception {
        List<String> story = new ArrayList<>();
        long slow = ledger.queueCollection(12_900, "tok_slow");
        long beganMs = ledger.nowMs();
        ledger.atMs(beganMs + 1_000, () -> story.add("1 s, collected " + isCollected(slow)));
        ledger.atMs(beganMs + 10_000, () -> story.add("10 s, collected " + isCollected(slow)));
        ledger.atMs(beganMs + 86_400_000, () -> story.add("a day"));

        advance(2 * 86_400);

        assertThat(story).containsExactly("1 s, collected false", "10 s, collected true", "a day");
    }

    @Test
    void shouldStopWhereATailerHasSomethingToDo() throws Exception {
        long beganMs = ledger.nowMs();
        RetryingTailer tailer = new RetryingTailer(ledger::nowMs, beganMs + 5_000, 300_000);
        List<Tailer> tailers = List.of(dispatch, tailer);
        clock.close();
        clock = new SandboxBankClock(ledger, control, tailers, SandboxClockSettings.DEFAULT);
        List<String> story = new ArrayList<>();
        ledger.atMs(beganMs + 10_000, () -> story.add("after " + tailer.attempts().size()));

        advance(3_600);

        assertThat(story).containsExactly("after 1");
        assertThat(tailer.attempts()).hasSize(12);
        assertThat(tailer.attempts().getFirst()).isBetween(beganMs + 5_000, beganMs + 7_000);
    }

    @Test
    void shouldWaitForWhatADeadlineMakesDispatchDo() throws Exception {
        long[] queued = new long[1];
        ledger.atMs(
                ledger.nowMs() + 3_600_000,
                () -> queued[0] = ledger.queueCollection(500, "tok_slow"));

        advance(7_200);

        assertThat(ledger.outcomes(queued[0]))
                .containsExactly(BankOutcome.ACCEPTED, BankOutcome.SETTLED);
    }

    @Test
    void shouldQueryOnTheWayWhatTimedOut() throws Exception {
        long id = ledger.queueCollection(12_900, "tok_timeout");
        ledger.atMs(ledger.nowMs() + 5_000, () -> ledger.due(id));

        advance(60);

        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.UNKNOWN, BankOutcome.SETTLED);
    }

    @Test
    void shouldReachItsTargetWhileTheBankIsAway() throws Exception {
        bank.stop();
        long id = ledger.queueCollection(12_900, "tok_success");
        ledger.atMs(ledger.nowMs() + 5_000, () -> ledger.due(id));

        advance(3_600);

        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.NOT_SENT, BankOutcome.NOT_SENT);
        bank.startAgain();
        ledger.due(id);
        Await.until("the bank has it", () -> ledger.outcomes(id).contains(BankOutcome.ACCEPTED));
    }

    @Test
    void shouldTellABankThatCameBackTheTime() throws Exception {
        bank.stop();
        advance(86_400);
        bank.startAgain();

        clock.reachTarget().get(10, TimeUnit.SECONDS);

        long bankMs = RunningBank.number(bank.get("/control/clock"), "now_ms");
        assertThat(bankMs).isBetween(ledger.targetMs(), ledger.nowMs() + 1_000);
    }

    @Test
    void shouldServeManyCallersWithOneWalk() throws Exception {
        ledger.queueCollection(12_900, "tok_slow");
        ledger.advanceSeconds(3_600);
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            callers.add(clock.reachTarget());
        }

        for (CompletableFuture<Void> caller : callers) {
            caller.get(20, TimeUnit.SECONDS);
        }
        assertThat(ledger.nowMs()).isGreaterThanOrEqualTo(ledger.targetMs());
    }

    @Test
    void shouldFailWhenTheLedgerStops() {
        ledger.stop();

        assertThat(clock.reachTarget())
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("the ledger has stopped");
    }

    private boolean isCollected(long instruction) {
        return ledger.outcomes(instruction).contains(BankOutcome.SETTLED);
    }

    private void advance(long seconds) throws Exception {
        ledger.advanceSeconds(seconds);
        clock.reachTarget().get(30, TimeUnit.SECONDS);
    }
}
