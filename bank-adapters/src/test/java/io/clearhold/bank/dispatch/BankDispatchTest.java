package io.clearhold.bank.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.FakeLedger;
import io.clearhold.bank.support.FakePositions;
import io.clearhold.bank.support.ScriptedBank;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.port.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What dispatch tells banks and what it reports, while all goes well and while it does not. */
class BankDispatchTest {
    private final FakeLedger ledger = new FakeLedger();
    private final ScriptedBank bank = new ScriptedBank();
    private final FakePositions positions = new FakePositions(0);
    private BankDispatch dispatch = dispatch(BankDispatchSettings.DEFAULT);

    private BankDispatch dispatch(BankDispatchSettings settings) {
        return new BankDispatch(ledger, positions, Map.of(Channel.SANDBOX, bank), settings);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    @Test
    void shouldClaimThenSubmitThenReport() {
        bank.onSubmit(instruction -> {
            // Whatever leaves was claimed durably before.
            assertThat(ledger.claims()).contains(instruction.id());
            return new BankReport.Accepted("SB1");
        });
        dispatch.start();

        long id = ledger.queueCollection(12_900, "tok_success");

        awaitReports(1);
        BankInstruction sent = bank.submitted().getFirst();
        assertThat(sent.id()).isEqualTo(id);
        assertThat(sent.amountMinor()).isEqualTo(12_900);
        assertThat(sent.currency()).isEqualTo("CNY");
        assertThat(sent.purpose())
                .isEqualTo(
                        new BankInstruction.Collect(
                                "{\"channel\":\"sandbox\",\"token\":\"tok_success\"}"));
        assertThat(ledger.reports().getFirst())
                .isEqualTo(
                        new FakeLedger.Report(
                                id,
                                BankOutcome.ACCEPTED,
                                Evidence.ANSWER,
                                0,
                                0,
                                "\"bank_reference\":\"SB1\""));
    }

    @Test
    void shouldTellARefundsReasonAndItsCollection() {
        long collection = ledger.queueCollection(12_900, "tok_success");
        dispatch.start();
        awaitReports(1);

        long refund = ledger.queueRefund(collection, 900, "not wanted");

        awaitReports(2);
        assertThat(submitted(refund).purpose())
                .isEqualTo(new BankInstruction.Refund(collection, "not wanted"));
    }

    @Test
    void shouldPayOutToTheAccountsBankAccount() {
        long account = ledger.createAccount("6222");
        dispatch.start();

        long payout = ledger.queuePayout(700, account);

        awaitReports(1);
        assertThat(submitted(payout).purpose())
                .isEqualTo(new BankInstruction.Payout("{\"holder\":\"Li\",\"number\":\"6222\"}"));
    }

    @Test
    void shouldSubmitAtTheStartWhatIsQueued() {
        long id = ledger.queueCollection(12_900, "tok_success");

        dispatch.start();

        awaitReports(1);
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.ACCEPTED);
        assertThat(bank.submitted()).hasSize(1);
    }

    @Test
    void shouldNeverSendAgainWhatWasClaimed() {
        for (InstructionStatus status :
                List.of(
                        InstructionStatus.SUBMITTING,
                        InstructionStatus.ACCEPTED,
                        InstructionStatus.UNKNOWN)) {
            ledger.setStatus(ledger.queueCollection(12_900, "tok_success"), status);
        }

        dispatch.start();

        awaitReports(3);
        awaitIdle();
        assertThat(bank.submitted()).isEmpty();
        assertThat(bank.queried()).hasSize(3);
        assertThat(ledger.reports())
                .allSatisfy(report -> assertThat(report.evidence()).isEqualTo(Evidence.QUERY));
    }

    @Test
    void shouldTakeUpMoreThanOnePage() {
        BankDispatchSettings small =
                new BankDispatchSettings(4, 4, 2, 100, 1_000, 1, 10, 100, 1_000, 255, 256);
        dispatch.close();
        dispatch = dispatch(small);
        for (int i = 0; i < 9; i++) {
            ledger.queueCollection(100 + i, "tok_success");
        }

        dispatch.start();

        awaitReports(9);
        assertThat(bank.submitted()).hasSize(9);
        assertThat(bank.mostAtOnce()).isLessThanOrEqualTo(4);
    }

    @Test
    void shouldReportUnknownWhenNothingIsLearnedOfWhatARestartLeft() {
        long id = ledger.queueCollection(12_900, "tok_success");
        ledger.setStatus(id, InstructionStatus.SUBMITTING);
        bank.onQuery(instruction -> new BankReport.NotSent("away"));

        dispatch.start();

        awaitReports(1);
        FakeLedger.Report report = ledger.reports().getFirst();
        assertThat(report.outcome()).isEqualTo(BankOutcome.UNKNOWN);
        assertThat(report.amount()).isEqualTo(FailureReason.RESTART.code());
    }

    @Test
    void shouldReportNothingWhenAQueryLearnsNothing() {
        long id = ledger.queueCollection(12_900, "tok_success");
        ledger.setStatus(id, InstructionStatus.ACCEPTED);
        bank.onQuery(instruction -> new BankReport.NotSent("away"));

        dispatch.start();

        Await.until("the query", () -> bank.queried().size() == 1);
        awaitIdle();
        assertThat(ledger.reports()).isEmpty();
        assertThat(dispatch.trouble()).contains("sandbox").contains("away");
    }

    @Test
    void shouldSubmitAgainUnderTheSameIdWhatWasCertainlyNotSent() {
        bank.onSubmit(instruction -> new BankReport.NotSent("away"));
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_success");
        awaitReports(1);
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.NOT_SENT);
        assertThat(dispatch.trouble()).contains("away");
        awaitIdle();

        bank.onSubmit(instruction -> new BankReport.Accepted("SB1"));
        ledger.due(id);

        awaitReports(2);
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.NOT_SENT, BankOutcome.ACCEPTED);
        assertThat(bank.submitted()).extracting(BankInstruction::id).containsExactly(id, id);
        Await.until("no more trouble", () -> dispatch.trouble().isEmpty());
    }

    @Test
    void shouldQueryWhatIsDueAndAccepted() {
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_success");
        awaitReports(1);
        awaitIdle();
        bank.onQuery(instruction -> new BankReport.Settled("SB1", 12_900, "CNY"));

        ledger.due(id);

        awaitReports(2);
        assertThat(ledger.reports().get(1))
                .isEqualTo(
                        new FakeLedger.Report(
                                id,
                                BankOutcome.SETTLED,
                                Evidence.QUERY,
                                12_900,
                                156,
                                "\"bank_reference\":\"SB1\""));
    }

    @Test
    void shouldCloseWhatIsClosing() {
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_never");
        awaitReports(1);

        ledger.closing(id);

        awaitReports(2);
        assertThat(bank.closed()).hasSize(1);
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.ACCEPTED, BankOutcome.CLOSED);
    }

    @Test
    void shouldCloseAfterTheSubmitThatIsUnderWay() {
        CountDownLatch answer = new CountDownLatch(1);
        bank.onSubmit(instruction -> after(answer, new BankReport.Accepted("SB1")));
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_never");
        Await.until("the submit", () -> bank.submitted().size() == 1);

        ledger.closing(id);
        Await.until("the tail has seen it", () -> dispatch.position() == ledger.watermark());
        assertThat(bank.closed()).isEmpty();
        answer.countDown();

        awaitReports(2);
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.ACCEPTED, BankOutcome.CLOSED);
    }

    @Test
    void shouldCloseWithoutTheBankWhatCameBackUnsent() {
        CountDownLatch answer = new CountDownLatch(1);
        bank.onSubmit(instruction -> after(answer, new BankReport.NotSent("away")));
        bank.onClose(instruction -> new BankReport.NotSent("away"));
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_never");
        Await.until("the submit", () -> bank.submitted().size() == 1);
        ledger.closing(id);
        answer.countDown();
        Await.until("it is unsent", () -> ledger.outcomes(id).contains(BankOutcome.NOT_SENT));
        awaitIdle();

        ledger.due(id);

        Await.until("its end", () -> !ledger.isOpen(id));
        assertThat(ledger.outcomes(id)).endsWith(BankOutcome.CLOSED);
        assertThat(bank.submitted()).hasSize(1);
    }

    @Test
    void shouldCloseAtTheStartWhatIsClosing() {
        long id = ledger.queueCollection(12_900, "tok_never");
        ledger.setStatus(id, InstructionStatus.ACCEPTED);
        ledger.closing(id);

        dispatch.start();

        awaitReports(1);
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.CLOSED);
        assertThat(bank.submitted()).isEmpty();
    }

    @Test
    void shouldForgetWhatIsAtItsEnd() {
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_success");
        awaitReports(1);
        awaitIdle();
        assertThat(dispatch.openInstructions()).isEqualTo(1);
        bank.onQuery(instruction -> new BankReport.Settled("SB1", 12_900, "CNY"));

        ledger.due(id);

        awaitReports(2);
        awaitIdle();
        assertThat(dispatch.openInstructions()).isZero();
        ledger.due(id);
        awaitIdle();
        assertThat(bank.queried()).hasSize(1);
    }

    @Test
    void shouldDropADueEventWhileItWorksOnTheInstruction() {
        CountDownLatch answer = new CountDownLatch(1);
        bank.onSubmit(instruction -> after(answer, new BankReport.Accepted("SB1")));
        dispatch.start();
        long id = ledger.queueCollection(12_900, "tok_success");
        Await.until("the submit", () -> bank.submitted().size() == 1);

        ledger.due(id);
        ledger.due(id);
        Await.until("the tail has seen both", () -> dispatch.position() == ledger.watermark());
        assertThat(dispatch.isIdle(ledger.watermark())).isFalse();
        answer.countDown();

        awaitIdle();
        assertThat(bank.submitted()).hasSize(1);
        assertThat(bank.queried()).isEmpty();
    }

    @Test
    void shouldReportWhyItIsUnknown() {
        bank.onSubmit(instruction -> new BankReport.Unknown(FailureReason.TIMEOUT));
        dispatch.start();

        ledger.queueCollection(12_900, "tok_timeout");

        awaitReports(1);
        FakeLedger.Report report = ledger.reports().getFirst();
        assertThat(report.outcome()).isEqualTo(BankOutcome.UNKNOWN);
        assertThat(report.amount()).isEqualTo(FailureReason.TIMEOUT.code());
    }

    @Test
    void shouldReportTheReasonOfARejection() {
        bank.onSubmit(instruction -> new BankReport.Rejected("no \"funds\""));
        dispatch.start();

        ledger.queueCollection(12_900, "tok_decline");

        awaitReports(1);
        FakeLedger.Report report = ledger.reports().getFirst();
        assertThat(report.outcome()).isEqualTo(BankOutcome.REJECTED);
        assertThat(report.amount()).isEqualTo(FailureReason.DECLINED.code());
        assertThat(report.text()).isEqualTo("\"reason\":\"no \\\"funds\\\"\"");
    }

    @Test
    void shouldCutABanksLongText() {
        bank.onSubmit(instruction -> new BankReport.Rejected("x".repeat(10_000)));
        dispatch.start();

        ledger.queueCollection(12_900, "tok_decline");

        awaitReports(1);
        assertThat(ledger.reports().getFirst().text()).hasSize("\"reason\":\"\"".length() + 255);
    }

    @Test
    void shouldTreatAChannelThatThrowsAsUnknown() {
        bank.onSubmit(instruction -> {
            throw new IllegalStateException("a defect of the channel");
        });
        dispatch.start();

        long id = ledger.queueCollection(12_900, "tok_success");

        awaitReports(1);
        awaitIdle();
        assertThat(ledger.outcomes(id)).containsExactly(BankOutcome.UNKNOWN);
        assertThat(bank.submitted()).hasSize(1);
    }

    @Test
    void shouldNotSendWhenNobodyKnowsWhetherTheClaimHappened() {
        dispatch.start();
        awaitIdle();
        ledger.outcomeUnknownOnce();

        long id = ledger.queueCollection(12_900, "tok_success");

        Await.until("the claim", () -> ledger.claims().contains(id));
        awaitIdle();
        assertThat(bank.submitted()).isEmpty();
    }

    @Test
    void shouldReportUntilTheLedgerHasIt() {
        AtomicInteger calls = new AtomicInteger();
        bank.onSubmit(instruction -> {
            calls.incrementAndGet();
            ledger.fullFor(5);
            ledger.outcomeUnknownOnce();
            return new BankReport.Settled("SB1", 12_900, "CNY");
        });
        dispatch.start();

        long id = ledger.queueCollection(12_900, "tok_success");

        // Taken the first time, but nobody knew; told again.
        awaitReports(2);
        awaitIdle();
        assertThat(calls).hasValue(1);
        assertThat(ledger.isOpen(id)).isFalse();
    }

    @Test
    void shouldKeepOthersGoingWhileOneFrameCannotBeRead() {
        dispatch.start();
        long broken = ledger.queuePayout(700, 9_999);
        long fine = ledger.queueCollection(12_900, "tok_success");

        awaitReports(1);
        assertThat(ledger.outcomes(fine)).containsExactly(BankOutcome.ACCEPTED);
        Await.until("trouble", () -> dispatch.trouble().contains("keeps failing"));
        assertThat(ledger.claims()).doesNotContain(broken);
        assertThat(dispatch.isIdle(ledger.watermark())).isFalse();
        assertThat(dispatch.failures()).isPositive();
    }

    @Test
    void shouldStopQuietlyWithTheLedger() {
        CountDownLatch answer = new CountDownLatch(1);
        bank.onSubmit(instruction -> after(answer, new BankReport.Accepted("SB1")));
        dispatch.start();
        ledger.queueCollection(12_900, "tok_success");
        Await.until("the submit", () -> bank.submitted().size() == 1);

        ledger.stop();
        answer.countDown();

        Await.until("nothing is under way", () -> dispatch.inFlight() == 0);
        assertThat(ledger.reports()).isEmpty();
    }

    @Test
    void shouldStoreItsPositionAtTheEnd() {
        dispatch.start();
        ledger.queueCollection(12_900, "tok_success");
        awaitReports(1);
        awaitIdle();

        dispatch.close();

        assertThat(positions.load()).isEqualTo(ledger.watermark());
    }

    @Test
    void shouldRefuseToStartBeyondTheJournalsEnd() {
        ledger.queueCollection(12_900, "tok_success");
        positions.store(7);

        assertThatThrownBy(dispatch::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dealt with sequence 7, but the journal ends at 1");
    }

    private BankInstruction submitted(long id) {
        return bank.submitted().stream()
                .filter(instruction -> instruction.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static BankReport after(CountDownLatch latch, BankReport report) {
        try {
            latch.await();
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new BankReport.Unknown(FailureReason.CONNECTION_LOST);
        }
    }

    private void awaitReports(int count) {
        Await.until(count + " reports", () -> ledger.reports().size() == count, ledger::reports);
    }

    private void awaitIdle() {
        Await.until("dispatch is idle", () -> dispatch.isIdle(ledger.watermark()));
    }
}
