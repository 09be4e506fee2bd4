package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.QueryMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deadlines that move money wait for an operator once the clock is in doubt. */
class ClockHoldSpecificationTest {
    private static final long DAY_MS = MachineFixture.DAY_MS;
    private static final long HOUR_MS = MachineFixture.HOUR_MS;

    private MachineFixture ledger = new MachineFixture(MachineFixture.PRODUCTION);

    @AfterEach
    void shouldReplayToTheSameState() {
        ReplayCheck.check(ledger);
    }

    @Test
    void shouldFireNoDeadlineOfAPaymentWhileHeldAndAllOfThemOnceAccepted() {
        long payee = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, terms -> terms).id();
        hold(ClockDoubt.DEPARTED, -2 * HOUR_MS);
        ledger.pass(3 * DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
        assertThat(ledger.state().deadlines().isHeldBack(ledger.nowMs())).isTrue();
        ledger.send(Commands.acceptClock(Actor.OPERATOR)).ok();
        ledger.pass(0);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void shouldGoOnAskingBanksAndCuttingDaysWhileHeld() {
        long payee = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, terms -> terms).id();
        ledger.platform().pay(payment).ok();
        int day = ledger.state().proof().openDay();
        hold(ClockDoubt.DOWN, -2 * HOUR_MS);
        int instruction = ledger.state().instructions().size() - 1;
        ledger.send(Commands.claim(ledger.state().instructions().id(instruction))).ok();
        long askedMs = ledger.state().instructions().nextActionMs(instruction);
        ledger.pass(2 * DAY_MS);
        assertThat(ledger.state().instructions().nextActionMs(instruction))
                .isGreaterThan(askedMs + DAY_MS);
        assertThat(ledger.state().deadlines().isDue(ledger.nowMs())).isFalse();
        assertThat(ledger.state().deadlines().isHeldBack(ledger.nowMs())).isTrue();
        assertThat(ledger.state().proof().openDay()).isEqualTo(day + 2);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void shouldSayWhatWasFoundAndWhoAccepted() {
        hold(ClockDoubt.DOWN, -2 * HOUR_MS);
        Answer held = ledger.ask(QueryMessages.clockHold(Actor.AUDITOR));
        assertThat(held.clockHold().held()).isEqualTo((short) 1);
        assertThat(held.clockHold().reason()).isEqualTo((short) ClockDoubt.DOWN.code());
        assertThat(held.clockHold().plainMs() - held.clockHold().wallMs()).isEqualTo(-2 * HOUR_MS);
        long since = held.clockHold().sinceMs();
        ledger.passQuietly(1000);
        hold(ClockDoubt.DEPARTED, 5 * HOUR_MS);
        assertThat(ledger.ask(QueryMessages.clockHold(Actor.OPERATOR)).clockHold().sinceMs())
                .as("a hold with new figures began when it began")
                .isEqualTo(since);
        Answer accepted = ledger.send(Commands.acceptClock(Actor.OPERATOR.withKey(9, 9)));
        assertThat(accepted.clockHold().held()).isZero();
        assertThat(accepted.clockHold().acceptedAtMs()).isEqualTo(ledger.nowMs());
        assertThat(ledger.state().clockHold().stepMs()).isZero();
        assertThat(ledger.state().clockHold().acceptedAheadMs()).isEqualTo(5 * HOUR_MS);
    }

    @Test
    void shouldStepByExactlyWhatWasFoundWhenLogTimeIsBehind() {
        hold(ClockDoubt.DEPARTED, -2 * HOUR_MS);
        ledger.send(Commands.acceptClock(Actor.OPERATOR)).ok();
        assertThat(ledger.state().clockHold().stepMs()).isEqualTo(2 * HOUR_MS);
        assertThat(ledger.state().clockHold().acceptedAheadMs()).isZero();
    }

    @Test
    void shouldNotTakeTheTimeThatWasSteppedForTimeInWhichABankHasLooked() {
        long payee = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, terms -> terms).id();
        ledger.platform().pay(payment).ok();
        int index = ledger.state().instructions().size() - 1;
        long instruction = ledger.state().instructions().id(index);
        ledger.bank().claim(instruction).ok();
        hold(ClockDoubt.DEPARTED, -2 * HOUR_MS);
        ledger.send(Commands.acceptClock(Actor.OPERATOR)).ok();
        ledger.passQuietly(ledger.state().clockHold().stepMs());
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        ledger.passQuietly(
                ledger.state()
                        .settings()
                        .visibilityWindowMs(ledger.state().instructions().channel(index)));
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
    }

    @Test
    void shouldRefuseToAcceptWhatIsNotHeldAndWhoIsNoOperator() {
        assertThat(ledger.send(Commands.acceptClock(Actor.OPERATOR)).code())
                .isEqualTo(ResultCode.CLOCK_NOT_HELD);
        hold(ClockDoubt.DEPARTED, -2 * HOUR_MS);
        for (Actor other : new Actor[] {Actor.platform(1), Actor.AUDITOR, Actor.SYSTEM}) {
            assertThat(ledger.send(Commands.acceptClock(other)).code())
                    .isEqualTo(ResultCode.FORBIDDEN);
        }
        assertThat(ledger.ask(QueryMessages.clockHold(Actor.platform(1))).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(
                        ledger.send(
                                        Commands.holdClock(
                                                Actor.OPERATOR, ClockDoubt.DEPARTED, 1, 2, 0))
                                .code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.state().clockHold().isHeld()).isTrue();
    }

    @Test
    void shouldAcceptByItselfInASandboxAndSaySo() {
        ledger = new MachineFixture();
        hold(ClockDoubt.DOWN, -2 * HOUR_MS);
        assertThat(ledger.state().clockHold().isHeld()).isFalse();
        assertThat(ledger.state().clockHold().reason()).isEqualTo(ClockDoubt.DOWN);
        assertThat(ledger.state().clockHold().acceptedSequence())
                .isEqualTo(ledger.state().sequence());
        assertThat(ledger.state().clockHold().stepMs()).isEqualTo(2 * HOUR_MS);
    }

    private void hold(ClockDoubt reason, long departureMs) {
        long nowMs = ledger.nowMs();
        ledger.send(
                        Commands.holdClock(
                                Actor.SYSTEM,
                                reason,
                                nowMs - departureMs,
                                nowMs,
                                reason == ClockDoubt.DOWN ? -departureMs : 0))
                .ok();
    }
}
