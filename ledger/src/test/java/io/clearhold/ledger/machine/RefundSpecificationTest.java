package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import org.junit.jupiter.api.Test;

class RefundSpecificationTest extends PaymentSpecification {
    @Test
    void shouldGiveAllThatIsHeldBack() {
        long payment = held();
        Answer refund = ledger.platform().refund(payment);
        assertThat(refund.refundStatus()).isEqualTo(RefundStatus.PENDING);
        assertThat(refund.refund().amount()).isEqualTo(1000);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(1000);
        ledger.bank().settle(ledger.bank().instructionOf(refund.id())).ok();
        assertThat(ledger.refund(refund.id()).refundStatus()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(1000);
    }

    @Test
    void shouldGiveAPartBackAndStayAsItWas() {
        long payment = shipped();
        ledger.platform().refund(payment, 400).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(ledger.payment(payment).held()).isEqualTo(600);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(400);
        Answer tooMuch = ledger.platform().refund(payment, 601);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(tooMuch.first()).isEqualTo(600);
        assertThat(tooMuch.second()).isEqualTo(601);
    }

    @Test
    void shouldBeReleasedWhenTheRestIsRefundedAfterAPartWasReleased() {
        long payment = held();
        ledger.platform().confirm(payment, 1).ok();
        ledger.platform().refund(payment).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).released()).isEqualTo(1);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(999);
    }

    @Test
    void shouldHoldTheMoneyAgainWhenTheBankFailsTheRefund() {
        long payment = held();
        long refund = ledger.platform().refund(payment).id();
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.refund(refund).refundStatus()).isEqualTo(RefundStatus.FAILED);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        assertThat(ledger.payment(payment).refunded()).isZero();
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldStopTheDeadlinesOfAPaymentThatAFailedRefundBringsBack() {
        long payment = shipped();
        long refund = ledger.platform().refund(payment).id();
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.pass(100 * MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.platform().refund(payment).ok();
    }

    @Test
    void shouldReturnToShippedWhenAnEarlierRefundFails() {
        long payment = held();
        long early = ledger.platform().refund(payment, 300).id();
        ledger.platform().ship(payment).ok();
        ledger.platform().refund(payment).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
        ledger.bank().reject(ledger.bank().instructionOf(early)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(ledger.payment(payment).held()).isEqualTo(300);
    }

    @Test
    void shouldHoldAgainWhatFailedAfterTheRestWasReleased() {
        long payment = held();
        long refund = ledger.platform().refund(payment, 300).id();
        ledger.platform().confirm(payment).ok();
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.payment(payment).released()).isEqualTo(700);
        assertThat(ledger.payment(payment).held()).isEqualTo(300);
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.available(payee)).isEqualTo(1000);
    }

    @Test
    void shouldFailTwoRefundsOneAfterTheOther() {
        long payment = held();
        long first = ledger.platform().refund(payment, 300).id();
        long second = ledger.platform().refund(payment).id();
        ledger.bank().reject(ledger.bank().instructionOf(second)).ok();
        ledger.bank().reject(ledger.bank().instructionOf(first)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
    }

    @Test
    void shouldNotKnowWhetherTheRefundArrivedUntilTheBankSaysSo() {
        long payment = held();
        long refund = ledger.platform().refund(payment).id();
        long instruction = ledger.bank().instructionOf(refund);
        ledger.bank().loseAnswer(instruction).ok();
        assertThat(ledger.refund(refund).refundStatus()).isEqualTo(RefundStatus.PENDING);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.refund(refund).refundStatus()).isEqualTo(RefundStatus.SUCCEEDED);
    }

    @Test
    void shouldPayAWalletBackAtOnce() {
        long buyer = ledger.accountWith(5000);
        long payment = ledger.platform().createPayment(payee).id();
        ledger.platform().payFrom(payment, buyer).ok();
        assertThat(ledger.available(buyer)).isEqualTo(4000);
        Answer refund = ledger.platform().refund(payment, 250);
        assertThat(refund.refundStatus()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(ledger.available(buyer)).isEqualTo(4250);
        assertThat(ledger.payment(payment).held()).isEqualTo(750);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }
}
