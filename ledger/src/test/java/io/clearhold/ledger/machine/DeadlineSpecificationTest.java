package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import org.junit.jupiter.api.Test;

/** ship_by, the automatic confirmation, and the sandbox's clock. */
class DeadlineSpecificationTest extends PaymentSpecification {
    private static final long DAY_MS = MachineFixture.DAY_MS;

    @Test
    void shouldGiveThePayerTheRightToARefundWhenShipByHasPassed() {
        long buyer = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, t -> t.payer(buyer)).id();
        ledger.account(buyer).pay(payment).ok();
        collect(payment);
        assertThat(ledger.account(buyer).refund(payment).code())
                .isEqualTo(ResultCode.SHIP_BY_NOT_PASSED);
        ledger.pass(30 * DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.account(buyer).refund(payment, 1).code())
                .isEqualTo(ResultCode.PAYER_FULL_REFUND_ONLY);
        ledger.account(buyer).refund(payment).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void shouldRefundByItselfWhenThatWasAgreed() {
        long payment = ledger.platform().createPayment(payee, t -> t.autoRefund()).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment, 300).ok();
        ledger.pass(30 * DAY_MS);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(700);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldStopShipByOnceItIsShipped() {
        long payment = ledger.platform().createPayment(payee, t -> t.autoRefund()).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.pass(29 * DAY_MS);
        ledger.platform().ship(payment).ok();
        ledger.pass(2 * DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
    }

    @Test
    void shouldConfirmByItselfAfterTheDeadline() {
        long payment = shipped();
        ledger.pass(10 * DAY_MS - 1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.pass(1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.available(payee)).isEqualTo(1000);
    }

    @Test
    void shouldExtendAtMostOnceByTheAgreedTime() {
        long payment = shipped();
        long atMs = ledger.payment(payment).autoConfirmAtMs();
        assertThat(ledger.platform().extend(payment, 100).payment().autoConfirmAtMs())
                .isEqualTo(atMs + 100_000);
        Answer tooLong = ledger.platform().extend(payment, 864_000);
        assertThat(tooLong.code()).isEqualTo(ResultCode.EXTENSION_LIMIT);
        assertThat(tooLong.first()).isEqualTo(863_900);
        assertThat(tooLong.second()).isEqualTo(864_000);
        ledger.platform().extend(payment, 863_900).ok();
        assertThat(ledger.platform().extend(payment, 1).code())
                .isEqualTo(ResultCode.EXTENSION_LIMIT);
        ledger.pass(20 * DAY_MS - 1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.pass(1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldConfirmAtOnceWhenNoTimeWasAgreed() {
        long payment = ledger.platform().createPayment(payee, t -> t.autoConfirmAfter(0)).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().ship(payment).ok();
        ledger.tick();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldNotTakeAVeryLongTimeForNoTime() {
        long payment =
                ledger.platform()
                        .createPayment(payee, t -> t.autoConfirmAfter(Long.MAX_VALUE / 2))
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().ship(payment).ok();
        ledger.platform().extend(payment, Long.MAX_VALUE / 4).ok();
        ledger.tick();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
    }

    @Test
    void shouldFireDeadlinesInTheirOrderAndNoMoreThanAsked() {
        long later = ledger.platform().createPayment(payee, t -> t.payBy(at(20))).id();
        long first = ledger.platform().createPayment(payee, t -> t.payBy(at(10))).id();
        long second = ledger.platform().createPayment(payee, t -> t.payBy(at(20))).id();
        ledger.passQuietly(50);
        ledger.send(Commands.tick(1));
        assertThat(ledger.payment(first).status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(ledger.payment(later).status()).isEqualTo(PaymentStatus.CREATED);
        ledger.send(Commands.tick(1));
        assertThat(ledger.payment(later).status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(ledger.payment(second).status()).isEqualTo(PaymentStatus.CREATED);
        ledger.tick();
        long sequence = ledger.state().sequence();
        assertThat(ledger.tick().outcome()).isEqualTo(StateMachine.Outcome.NO_FRAME);
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
    }

    @Test
    void shouldMoveTheSandboxClockToItsTargetAndNotPast() {
        long targetMs = ledger.nowMs() + 5 * DAY_MS;
        assertThat(ledger.operator().advanceClock(5 * DAY_MS).clock().targetMs())
                .isEqualTo(targetMs);
        Answer step = ledger.send(Commands.stepClock(Actor.SYSTEM, targetMs - 1000)).ok();
        assertThat(step.outcome()).isEqualTo(StateMachine.Outcome.FRAME);
        assertThat(ledger.nowMs()).isEqualTo(targetMs - 1000);
        ledger.send(Commands.stepClock(Actor.SYSTEM, targetMs + DAY_MS)).ok();
        assertThat(ledger.nowMs()).isEqualTo(targetMs);
        assertThat(ledger.send(Commands.stepClock(Actor.SYSTEM, Long.MAX_VALUE)).outcome())
                .isEqualTo(StateMachine.Outcome.NO_FRAME);
        assertThat(ledger.nowMs()).isEqualTo(targetMs);
    }

    @Test
    void shouldAddUpAdvancesThatComeTogether() {
        ledger.operator().advanceClock(DAY_MS).ok();
        assertThat(ledger.operator().advanceClock(DAY_MS).clock().targetMs())
                .isEqualTo(ledger.nowMs() + 2 * DAY_MS);
    }

    @Test
    void shouldNotAdvanceBeyondAHundredYearsInAll() {
        long century = 100L * 366 * DAY_MS;
        assertThat(ledger.operator().advanceClock(Long.MAX_VALUE).code())
                .isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
        ledger.operator().advanceClock(century - 1).ok();
        assertThat(ledger.operator().advanceClock(2).code()).isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
        ledger.operator().advanceClock(1).ok();
    }

    @Test
    void shouldKeepThePlainTimeOfAFrameThatStepsTheClock() {
        long plainMs = ledger.nowMs();
        ledger.operator().advanceClock(5 * DAY_MS).ok();
        ledger.send(Commands.stepClock(Actor.SYSTEM, Long.MAX_VALUE)).ok();
        assertThat(ledger.machine().framePlainTimeMs()).isEqualTo(plainMs);
        ledger.newAccount();
        assertThat(ledger.machine().framePlainTimeMs()).isEqualTo(plainMs);
    }

    @Test
    void shouldLetOnlyTheOperatorMoveTheClock() {
        assertThat(ledger.platform().advanceClock(1).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.auditor().advanceClock(1).code()).isEqualTo(ResultCode.FORBIDDEN);
    }

    @Test
    void shouldNeverGoBack() {
        long created = created();
        long timeMs = ledger.state().logTimeMs();
        ledger.passQuietly(-DAY_MS);
        ledger.platform().cancel(created).ok();
        assertThat(ledger.state().logTimeMs()).isEqualTo(timeMs);
    }

    private long at(long afterMs) {
        return MachineFixture.START_MS + afterMs;
    }
}
