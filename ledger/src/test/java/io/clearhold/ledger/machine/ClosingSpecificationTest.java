package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import org.junit.jupiter.api.Test;

/** Cancel and pay_by: nothing ends while a bank may have collected. */
class ClosingSpecificationTest extends PaymentSpecification {
    @Test
    void shouldCancelAtOnceWhatNobodyHasPaid() {
        long payment = created();
        assertThat(ledger.platform().cancel(payment).payment().status())
                .isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void shouldCancelAtOnceWhileTheInstructionIsQueued() {
        long payment = pending();
        Answer.Payment answer = ledger.platform().cancel(payment).payment();
        assertThat(answer.status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(answer.cancelRequested()).isFalse();
        assertThat(ledger.bank().status(ledger.bank().collectOf(payment)))
                .isEqualTo(InstructionStatus.FAILED);
        assertThat(ledger.bank().claim(ledger.bank().collectOf(payment)).code())
                .isEqualTo(ResultCode.INSTRUCTION_CLOSED);
    }

    @Test
    void shouldAskTheBankBeforeCancelingWhatMayHaveLeft() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        Answer.Payment answer = ledger.platform().cancel(payment).payment();
        assertThat(answer.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(answer.cancelRequested()).isTrue();
        assertThat(ledger.bank().isClosing(instruction)).isTrue();
        assertThat(ledger.platform().cancel(payment).code())
                .isEqualTo(ResultCode.CANCEL_ALREADY_REQUESTED);
        ledger.bank().report(instruction, BankOutcome.CLOSED).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void shouldLetHeldWinOverACancel() {
        long payment = submitted();
        ledger.platform().cancel(payment).ok();
        collect(payment);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.payment(payment).cancelRequested()).isFalse();
        assertThat(ledger.platform().confirm(payment).payment().status())
                .isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldCancelWhenTheBankDeclinesMeanwhile() {
        long payment = submitted();
        ledger.platform().cancel(payment).ok();
        ledger.bank().reject(ledger.bank().collectOf(payment)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void shouldCancelWhenTheBankSettlesInAnotherAmountMeanwhile() {
        long payment = submitted();
        ledger.platform().cancel(payment).ok();
        ledger.bank().settle(ledger.bank().collectOf(payment), 1, MachineFixture.CNY).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(1);
    }

    @Test
    void shouldPutMoneyThatComesAfterACancelIntoSuspense() {
        long payment = submitted();
        ledger.platform().cancel(payment).ok();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().report(instruction, BankOutcome.CLOSED).ok();
        ledger.bank().settle(instruction, 1000, MachineFixture.CNY).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(1000);
    }

    @Test
    void shouldExpireWhatIsNotPaidByPayBy() {
        long payment = created();
        long payByMs = ledger.payment(payment).payByMs();
        assertThat(payByMs).isEqualTo(ledger.nowMs() + MachineFixture.DAY_MS);
        ledger.pass(MachineFixture.DAY_MS - 1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
        ledger.pass(1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void shouldAskTheBankBeforeExpiringWhatMayHaveLeft() {
        long payment = submitted();
        ledger.pass(2 * MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(ledger.payment(payment).cancelRequested()).isFalse();
        assertThat(ledger.bank().isClosing(ledger.bank().collectOf(payment))).isTrue();
        ledger.bank().report(ledger.bank().collectOf(payment), BankOutcome.CLOSED).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void shouldLetHeldWinOverPayBy() {
        long payment = submitted();
        ledger.pass(2 * MachineFixture.DAY_MS);
        collect(payment);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
    }

    @Test
    void shouldExpireAtOnceWhileTheInstructionIsQueued() {
        long payment = pending();
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void shouldExpireADeclinedPaymentAtItsPayBy() {
        long payment = pending();
        ledger.bank().reject(ledger.bank().collectOf(payment)).ok();
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void shouldFreeTheReferenceOfWhatIsCanceledOrExpired() {
        for (boolean expires : new boolean[] {true, false}) {
            long payment =
                    ledger.platform().createPayment(payee, t -> t.reference(4711)).id();
            assertThat(
                            ledger.platform()
                                    .createPayment(payee, t -> t.reference(4711))
                                    .code())
                    .isEqualTo(ResultCode.DUPLICATE_REFERENCE);
            if (expires) {
                ledger.pass(MachineFixture.DAY_MS);
            } else {
                ledger.platform().cancel(payment).ok();
            }
        }
        ledger.platform().createPayment(payee, t -> t.reference(4711)).ok();
    }
}
