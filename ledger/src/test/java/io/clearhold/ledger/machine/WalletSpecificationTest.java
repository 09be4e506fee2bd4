package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import org.junit.jupiter.api.Test;

/** Payments from an available balance collect at once. */
class WalletSpecificationTest extends PaymentSpecification {
    private final long buyer = ledger.accountWith(2500);

    @Test
    void shouldHoldAtOnce() {
        Answer.Payment payment = ledger.platform().payFrom(created(), buyer).payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.HELD);
        assertThat(payment.payer()).isEqualTo(buyer);
        assertThat(payment.attempt()).isEqualTo(1);
        assertThat(payment.showsPayerSecret()).isTrue();
        assertThat(ledger.available(buyer)).isEqualTo(1500);
    }

    @Test
    void shouldReleaseADirectPaymentInTheSameCommand() {
        long partner = ledger.newAccount();
        Answer.Payment payment =
                ledger.platform()
                        .createPayment(
                                payee, t -> t.direct().fee(10).split(partner, 90).paidFrom(buyer))
                        .payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.available(buyer)).isEqualTo(1500);
        assertThat(ledger.available(partner)).isEqualTo(90);
        assertThat(ledger.available(payee)).isEqualTo(900);
    }

    @Test
    void shouldRefuseMoreThanIsAvailable() {
        long payment = ledger.platform().createPayment(payee, t -> t.amount(2501)).id();
        Answer answer = ledger.platform().payFrom(payment, buyer);
        assertThat(answer.code()).isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
        assertThat(answer.first()).isEqualTo(2500);
        assertThat(answer.second()).isEqualTo(2501);
        assertThat(
                        ledger.platform()
                                .createPayment(payee, t -> t.amount(2501).paidFrom(buyer))
                                .code())
                .isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
        assertThat(
                        ledger.platform()
                                .createPayment(
                                        payee, t -> t.currency(MachineFixture.USD).paidFrom(buyer))
                                .code())
                .isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
    }

    @Test
    void shouldRefuseAnotherWalletThanThePayers() {
        long other = ledger.accountWith(5000);
        long payment = ledger.platform().createPayment(payee, t -> t.payer(buyer)).id();
        assertThat(ledger.platform().payFrom(payment, other).code())
                .isEqualTo(ResultCode.PAYER_NOT_FOUND);
        assertThat(ledger.platform().payFrom(payment, 99).code())
                .isEqualTo(ResultCode.PAYER_NOT_FOUND);
        long foreign = ledger.otherPlatform().createAccount().id();
        assertThat(ledger.platform().payFrom(created(), foreign).code())
                .isEqualTo(ResultCode.PAYER_NOT_FOUND);
    }

    @Test
    void shouldLetOnlyTheOwnerSpend() {
        long payment = ledger.platform().createPayment(payee, t -> t.payer(buyer)).id();
        assertThat(ledger.clientSecret(payment).payFrom(payment, buyer).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.account(payee).payFrom(payment, buyer).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.operator().createPayment(payee, t -> t.paidFrom(buyer)).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.account(buyer).payFrom(payment, buyer).payment().status())
                .isEqualTo(PaymentStatus.HELD);
    }
}
