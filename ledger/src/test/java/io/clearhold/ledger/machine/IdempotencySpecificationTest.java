package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import org.junit.jupiter.api.Test;

/** Promise I4: one effect per key. */
class IdempotencySpecificationTest extends PaymentSpecification {
    private static final long DAY_MS = MachineFixture.DAY_MS;

    @Test
    void shouldLeadARetryToTheFirstOutcome() {
        Answer first = ledger.platform().withKey(1).createPayment(payee).ok();
        long sequence = ledger.state().sequence();
        Answer again = ledger.platform().withKey(1).createPayment(payee);
        assertThat(again.outcome()).isEqualTo(StateMachine.Outcome.REPLAY);
        assertThat(again.sequence()).isEqualTo(first.sequence());
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
        assertThat(ledger.state().payments().size()).isEqualTo(1);
    }

    @Test
    void shouldLeadTheRetryOfARefusalToTheRefusal() {
        Answer refused = ledger.platform().withKey(2).confirm(99);
        assertThat(refused.code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(refused.outcome()).isEqualTo(StateMachine.Outcome.FRAME);
        Answer again = ledger.platform().withKey(2).confirm(99);
        assertThat(again.outcome()).isEqualTo(StateMachine.Outcome.REPLAY);
        assertThat(again.sequence()).isEqualTo(refused.sequence());
    }

    @Test
    void shouldReleaseOnceHoweverOftenItIsConfirmed() {
        long payment = held();
        ledger.platform().withKey(3).confirm(payment, 400).ok();
        for (int i = 0; i < 5; i++) {
            ledger.platform().withKey(3).confirm(payment, 400);
        }
        assertThat(ledger.payment(payment).released()).isEqualTo(400);
    }

    @Test
    void shouldLeaveNoFrameForARefusalWithoutKey() {
        long sequence = ledger.state().sequence();
        long high = ledger.state().hashHigh();
        Answer refused = ledger.send(Commands.confirm(Actor.platform(1), 99, 0));
        assertThat(refused.code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(refused.outcome()).isEqualTo(StateMachine.Outcome.NO_FRAME);
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
        assertThat(ledger.state().hashHigh()).isEqualTo(high);
    }

    @Test
    void shouldRememberForTheWholeRetentionAndForgetAfterIt() {
        ledger.platform().withKey(4).createAccount().ok();
        ledger.passQuietly(DAY_MS);
        makeFrames();
        assertThat(retry(4)).isEqualTo(StateMachine.Outcome.REPLAY);
        // Keys are forgotten in blocks, so those that came with it must be old enough too.
        ledger.passQuietly(DAY_MS + 1);
        makeFrames();
        assertThat(retry(4)).isEqualTo(StateMachine.Outcome.FRAME);
    }

    @Test
    void shouldForgetNothingWhenTheSandboxClockMoves() {
        ledger.platform().withKey(5).createAccount().ok();
        Actor operator = Actor.OPERATOR.withKey(9, 9);
        ledger.send(Commands.advanceClock(operator, 400 * DAY_MS)).ok();
        ledger.send(Commands.stepClock(Actor.SYSTEM.withKey(9, 10), Long.MAX_VALUE)).ok();
        makeFrames();
        assertThat(retry(5)).isEqualTo(StateMachine.Outcome.REPLAY);
        assertThat(ledger.send(Commands.advanceClock(operator, 1)).outcome())
                .isEqualTo(StateMachine.Outcome.REPLAY);
        assertThat(
                        ledger.send(Commands.stepClock(Actor.SYSTEM.withKey(9, 10), Long.MAX_VALUE))
                                .outcome())
                .isEqualTo(StateMachine.Outcome.REPLAY);
        ledger.passQuietly(DAY_MS + 1);
        makeFrames();
        assertThat(retry(5)).isEqualTo(StateMachine.Outcome.FRAME);
    }

    @Test
    void shouldForgetNothingWhenAnOperatorAcceptsAStepOfTheClock() {
        ledger.platform().withKey(6).createAccount().ok();
        long behindMs = 40 * DAY_MS;
        ledger.send(
                        Commands.holdClock(
                                Actor.SYSTEM,
                                ClockDoubt.DEPARTED,
                                ledger.nowMs() + behindMs,
                                ledger.nowMs(),
                                0))
                .ok();
        assertThat(ledger.state().clockHold().stepMs()).isEqualTo(behindMs);
        ledger.passQuietly(behindMs);
        makeFrames();
        assertThat(retry(6)).isEqualTo(StateMachine.Outcome.REPLAY);
        ledger.passQuietly(DAY_MS + 1);
        makeFrames();
        assertThat(retry(6)).isEqualTo(StateMachine.Outcome.FRAME);
    }

    private StateMachine.Outcome retry(long key) {
        return ledger.platform().withKey(key).createAccount().outcome();
    }

    /** Forgetting is spread over frames. */
    private void makeFrames() {
        for (int i = 0; i < 20; i++) {
            ledger.newAccount();
        }
    }
}
