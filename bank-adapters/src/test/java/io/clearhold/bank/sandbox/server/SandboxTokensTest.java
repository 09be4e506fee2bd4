package io.clearhold.bank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.RunningBank;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.port.ChannelCallbacks.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tokens and destinations of the API's sandbox section make the bank do. */
class SandboxTokensTest {
    private RunningBank bank;

    @BeforeEach
    void start(@TempDir Path folder) {
        bank = new RunningBank(folder);
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    @ParameterizedTest
    @CsvSource({"tok_success, 1", "tok_duplicate, 2", "tok_chargeback, 1"})
    void shouldCollectAndCallBack(String token, int callbacks) {
        BankInstruction instruction = RunningBank.collect(12_900, token);

        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(instruction, "settled", callbacks);
        assertThat(bank.balanceMinor()).isEqualTo(12_900);
    }

    @ParameterizedTest
    @CsvSource({"tok_decline, declined", "tok_of_another_kind, unknown_token", "'', unknown_token"})
    void shouldRejectInTheAnswer(String token, String reason) {
        BankInstruction instruction = RunningBank.collect(12_900, token);

        assertThat(bank.channel().submit(instruction)).isEqualTo(new BankReport.Rejected(reason));

        assertThat(bank.balanceMinor()).isZero();
        assertThat(bank.callbacks().bodies()).isEmpty();
    }

    @Test
    void shouldCollectSlowlyOnceItsTimeHasCome() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_slow");
        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);
        assertThat(bank.channel().query(instruction)).isInstanceOf(BankReport.Pending.class);

        bank.advanceSeconds(3);

        // The clock answers only when the callback was delivered.
        assertThat(bank.callbacks().bodies(instruction.text(), "settled")).hasSize(1);
    }

    @Test
    void shouldCollectSlowlyAsTimePassesByItself() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_slow");
        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(instruction, "settled", 1);
    }

    @Test
    void shouldCollectWithoutAWordWhenTheAnswerTimesOut() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_timeout");

        assertThat(bank.channel().submit(instruction))
                .isEqualTo(new BankReport.Unknown(FailureReason.TIMEOUT));

        assertThat(bank.channel().query(instruction)).isInstanceOf(BankReport.Settled.class);
        bank.advanceSeconds(60);
        assertThat(bank.callbacks().bodies()).isEmpty();
    }

    @Test
    void shouldKnowNothingOfALostRequest() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_timeout_lost");

        assertThat(bank.channel().submit(instruction))
                .isEqualTo(new BankReport.Unknown(FailureReason.TIMEOUT));

        assertThat(bank.channel().query(instruction)).isEqualTo(new BankReport.NotFound());
    }

    @Test
    void shouldCallBackBeforeItAnswers() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_callback_first");
        AtomicReference<String> first = new AtomicReference<>("");
        bank.callbacks()
                .answerWith((headers, body) -> {
                    first.compareAndSet("", "callback");
                    return new Answer(200, "");
                });

        BankReport answer = bank.channel().submit(instruction);
        first.compareAndSet("", "answer");

        assertThat(first.get()).isEqualTo("callback");
        assertThat(answer).isInstanceOf(BankReport.Settled.class);
    }

    @Test
    void shouldCollectOneUnitShort() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_wrong_amount");
        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(instruction, "settled", 1);

        assertThat(bank.callbacks().bodies().getFirst()).contains("\"amount\":12899,");
        assertThat(bank.balanceMinor()).isEqualTo(12_899);
    }

    @Test
    void shouldNeverFinish() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_never");
        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);

        bank.advanceSeconds(30 * 86_400);

        assertThat(bank.channel().query(instruction)).isInstanceOf(BankReport.Pending.class);
    }

    @Test
    void shouldSayNotCollectedAndCollectAMinuteLater() {
        BankInstruction instruction = RunningBank.collect(12_900, "tok_late");
        assertThat(bank.channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);

        bank.advanceSeconds(1);
        assertThat(bank.callbacks().bodies(instruction.text(), "rejected")).hasSize(1);
        assertThat(bank.channel().query(instruction))
                .isEqualTo(new BankReport.Rejected("not_collected"));

        bank.advanceSeconds(60);
        assertThat(bank.callbacks().bodies(instruction.text(), "settled")).hasSize(1);
        assertThat(bank.balanceMinor()).isEqualTo(12_900);
    }

    @Test
    void shouldRefund() {
        BankInstruction refund = RunningBank.refund(700);

        assertThat(bank.channel().submit(refund)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(refund, "settled", 1);
        assertThat(bank.balanceMinor()).isEqualTo(-700);
    }

    @Test
    void shouldPayOut() {
        BankInstruction payout = RunningBank.payout(700, "6222020200112233");

        assertThat(bank.channel().submit(payout)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(payout, "settled", 1);
        assertThat(bank.balanceMinor()).isEqualTo(-700);
    }

    @Test
    void shouldFailAPayoutThatEndsIn0001() {
        BankInstruction payout = RunningBank.payout(700, "6222020200110001");
        assertThat(bank.channel().submit(payout)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(payout, "rejected", 1);

        assertThat(bank.balanceMinor()).isZero();
    }

    @Test
    void shouldReturnAPayoutThatEndsIn0002AfterPayingIt() {
        BankInstruction payout = RunningBank.payout(700, "6222020200110002");
        assertThat(bank.channel().submit(payout)).isInstanceOf(BankReport.Accepted.class);

        awaitCallbacks(payout, "settled", 1);
        assertThat(bank.balanceMinor()).isEqualTo(-700);

        awaitCallbacks(payout, "returned", 1);
        assertThat(bank.balanceMinor()).isZero();
    }

    @Test
    void shouldPayAPayoutThatEndsIn0003WithoutAWord() {
        BankInstruction payout = RunningBank.payout(700, "6222020200110003");

        assertThat(bank.channel().submit(payout))
                .isEqualTo(new BankReport.Unknown(FailureReason.TIMEOUT));

        assertThat(bank.channel().query(payout)).isInstanceOf(BankReport.Settled.class);
        assertThat(bank.balanceMinor()).isEqualTo(-700);
    }

    private void awaitCallbacks(BankInstruction instruction, String status, int count) {
        List<String> all = bank.callbacks().bodies();
        Await.until(
                count + " callbacks that say " + status,
                () -> bank.callbacks().bodies(instruction.text(), status).size() == count,
                () -> all);
    }
}
