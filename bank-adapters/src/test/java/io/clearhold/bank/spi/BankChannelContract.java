package io.clearhold.bank.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.support.Await;
import io.clearhold.bank.support.RawBank;
import io.clearhold.core.lifecycle.FailureReason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every channel must do with a bank that works, one that is away, and one that misbehaves.
 * Money depends on telling these apart: not sent may be sent again, unknown may not.
 */
public abstract class BankChannelContract {
    /** More than any request may take beyond its timeout. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** The channel, pointed at a bank that works. */
    protected abstract BankChannel channel();

    /** The same channel, pointed at another address. */
    protected abstract BankChannel channelTo(URI bank);

    /** A new collection that the bank takes and collects within two seconds. */
    protected abstract BankInstruction collectable();

    /** A new collection that the bank refuses. */
    protected abstract BankInstruction refusable();

    /** A new collection that the bank takes and never finishes. */
    protected abstract BankInstruction unfinishable();

    /** A new collection that the bank collects without answering. */
    protected abstract BankInstruction collectedInSilence();

    /** A new payout that the bank pays within two seconds. */
    protected abstract BankInstruction payable();

    /** Takes the working bank away; it refuses connections. */
    protected abstract void takeBankAway();

    /** Brings it back. */
    protected abstract void bringBankBack();

    /** What is in the bank's account, in the currency of the instructions. */
    protected abstract long bankBalanceMinor();

    @Test
    void shouldCarryOurIdsAndDeclareItsLimits() {
        ChannelCapabilities capabilities = channel().capabilities();

        assertThat(capabilities.canCarry(collectable().text())).isTrue();
        assertThat(capabilities.requestTimeoutMs()).isPositive();
        assertThat(capabilities.visibilityWindowMs()).isPositive();
        assertThat(capabilities.currencies()).contains(collectable().currency());
    }

    @Test
    void shouldAcceptAndThenFindSettledWithItsAmount() {
        BankInstruction instruction = collectable();

        BankReport answer = channel().submit(instruction);

        assertThat(answer).isInstanceOf(BankReport.Accepted.class);
        BankReport.Settled settled = awaitSettled(instruction);
        assertThat(settled.amountMinor()).isEqualTo(instruction.amountMinor());
        assertThat(settled.currency()).isEqualTo(instruction.currency());
        assertThat(settled.reference()).isEqualTo(((BankReport.Accepted) answer).reference());
    }

    @Test
    void shouldMoveMoneyOnceHoweverOftenItIsTold() {
        long before = bankBalanceMinor();
        BankInstruction instruction = collectable();
        BankReport first = channel().submit(instruction);
        assertThat(first).isInstanceOf(BankReport.Accepted.class);
        awaitSettled(instruction);

        BankReport again = channel().submit(instruction);

        assertThat(again).isInstanceOf(BankReport.Settled.class);
        assertThat(bankBalanceMinor() - before).isEqualTo(instruction.amountMinor());
    }

    @Test
    void shouldPayOut() {
        long before = bankBalanceMinor();
        BankInstruction payout = payable();

        assertThat(channel().submit(payout)).isInstanceOf(BankReport.Accepted.class);

        awaitSettled(payout);
        assertThat(bankBalanceMinor() - before).isEqualTo(-payout.amountMinor());
    }

    @Test
    void shouldSayRejectedWhenTheBankRefuses() {
        BankInstruction instruction = refusable();

        assertThat(channel().submit(instruction)).isInstanceOf(BankReport.Rejected.class);
        assertThat(channel().query(instruction)).isInstanceOf(BankReport.Rejected.class);
    }

    @Test
    void shouldSayPendingAndCloseWhatIsNotCollected() {
        BankInstruction instruction = unfinishable();
        assertThat(channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);

        assertThat(channel().query(instruction)).isInstanceOf(BankReport.Pending.class);
        assertThat(channel().close(instruction)).isInstanceOf(BankReport.Closed.class);
        assertThat(channel().query(instruction)).isInstanceOf(BankReport.Closed.class);
    }

    @Test
    void shouldSaySettledWhenTheMoneyWasFasterThanTheClose() {
        BankInstruction instruction = collectable();
        assertThat(channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);
        awaitSettled(instruction);

        assertThat(channel().close(instruction)).isInstanceOf(BankReport.Settled.class);
    }

    @Test
    void shouldSayNotFoundForWhatTheBankNeverHad() {
        assertThat(channel().query(collectable())).isEqualTo(new BankReport.NotFound());
        assertThat(channel().close(collectable())).isEqualTo(new BankReport.NotFound());
    }

    @Test
    void shouldSayUnknownWithoutAnAnswerAndFindTheMoneyByQuery() {
        BankInstruction instruction = collectedInSilence();

        assertThat(channel().submit(instruction))
                .isEqualTo(new BankReport.Unknown(FailureReason.TIMEOUT));
        assertThat(channel().query(instruction)).isInstanceOf(BankReport.Settled.class);
    }

    @Test
    void shouldSayNotSentOnlyWhenNothingLeft() {
        BankChannel nowhere = channelTo(RawBank.nowhere());

        assertThat(nowhere.submit(collectable())).isInstanceOf(BankReport.NotSent.class);
        assertThat(nowhere.query(collectable())).isInstanceOf(BankReport.NotSent.class);
        assertThat(nowhere.close(collectable())).isInstanceOf(BankReport.NotSent.class);
    }

    @Test
    void shouldSurviveAnOutage() {
        BankInstruction instruction = collectable();
        assertThat(channel().submit(unfinishable())).isInstanceOf(BankReport.Accepted.class);

        takeBankAway();
        assertThat(channel().submit(instruction)).isInstanceOf(BankReport.NotSent.class);
        bringBankBack();

        assertThat(channel().query(instruction)).isEqualTo(new BankReport.NotFound());
        assertThat(channel().submit(instruction)).isInstanceOf(BankReport.Accepted.class);
    }

    @Test
    void shouldSayUnknownWhenTheConnectionBreaksAfterTheRequest() {
        try (RawBank bank = RawBank.thatHangsUp()) {
            assertThat(channelTo(bank.uri()).submit(collectable()))
                    .isEqualTo(new BankReport.Unknown(FailureReason.CONNECTION_LOST));
        }
    }

    @Test
    void shouldSayUnknownInTimeWhenNoAnswerComes() {
        try (RawBank bank = RawBank.thatIsSilent()) {
            expectTimeout(channelTo(bank.uri()));
        }
    }

    @Test
    void shouldSayUnknownInTimeWhenAnAnswerNeverEnds() {
        try (RawBank bank = RawBank.thatNeverFinishes()) {
            expectTimeout(channelTo(bank.uri()));
        }
    }

    @Test
    void shouldNotBelieveWhatTheBankDidNotSign() {
        String body = "{\"status\":\"settled\",\"amount\":1,\"currency\":\"CNY\"}";
        for (int status : new int[] {200, 201, 400, 404, 500, 503}) {
            try (RawBank bank = RawBank.thatAnswers(status, body)) {
                BankChannel channel = channelTo(bank.uri());
                BankReport unknown = new BankReport.Unknown(FailureReason.BANK_ERROR);

                assertThat(channel.submit(collectable())).isEqualTo(unknown);
                assertThat(channel.query(collectable())).isEqualTo(unknown);
                assertThat(channel.close(collectable())).isEqualTo(unknown);
            }
        }
    }

    @Test
    void shouldNotBelieveACallbackThatTheBankDidNotSign() {
        byte[] body = "{\"status\":\"settled\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(channel().receive(Map.of(), body)).isInstanceOf(BankCallback.Forged.class);
    }

    private void expectTimeout(BankChannel channel) {
        long beganNs = System.nanoTime();

        BankReport report = channel.submit(collectable());

        assertThat(report).isEqualTo(new BankReport.Unknown(FailureReason.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - beganNs))
                .isLessThan(
                        Duration.ofMillis(channel.capabilities().requestTimeoutMs()).plus(SLACK));
    }

    private BankReport.Settled awaitSettled(BankInstruction instruction) {
        Await.until(
                instruction.text() + " is settled",
                () -> channel().query(instruction) instanceof BankReport.Settled);
        return (BankReport.Settled) channel().query(instruction);
    }
}
