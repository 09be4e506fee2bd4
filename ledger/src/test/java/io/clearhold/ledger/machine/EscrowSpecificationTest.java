package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.MachineSpecification;
import org.junit.jupiter.api.Test;

/** From creation to release, with fees and splits. */
class EscrowSpecificationTest extends MachineSpecification {
    private final long payee = ledger.newAccount();
    private final long partner = ledger.newAccount();

    @Test
    void shouldHoldCollectedMoneyUntilItIsConfirmed() {
        long payment = ledger.platform().createPayment(payee).id();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);

        Answer.Payment paid = ledger.platform().pay(payment).payment();
        assertThat(paid.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(paid.attempt()).isEqualTo(1);
        assertThat(paid.showsPayerSecret()).isTrue();

        ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        assertThat(ledger.available(payee)).isZero();
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(1000);

        ledger.platform().ship(payment).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(ledger.payment(payment).autoConfirmAtMs())
                .isEqualTo(ledger.nowMs() + 10 * MachineFixture.DAY_MS);

        Answer.Payment released = ledger.payerSecret(payment, 1).confirm(payment).payment();
        assertThat(released.status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(released.released()).isEqualTo(1000);
        assertThat(ledger.available(payee)).isEqualTo(1000);
        assertThat(ledger.total(AccountKind.ESCROW)).isZero();
    }

    @Test
    void shouldReleaseADirectPaymentAtOnce() {
        long payment =
                ledger.platform()
                        .createPayment(payee, t -> t.direct().fee(30).split(partner, 200))
                        .id();
        ledger.platform().pay(payment).ok();
        ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).fee()).isEqualTo(30);
        assertThat(ledger.available(partner)).isEqualTo(200);
        assertThat(ledger.available(payee)).isEqualTo(770);
        assertThat(ledger.total(AccountKind.FEES)).isEqualTo(30);
    }

    @Test
    void shouldTakeTheFeeFromThePricingOfThePayee() {
        ledger.setPricing(payee, ShareKind.BPS, 60, 10, 0);
        assertThat(feeOf(held(12_900))).isEqualTo(77);
        assertThat(feeOf(held(100))).isEqualTo(10);
        ledger.setPricing(payee, ShareKind.BPS, 60, 0, 50);
        assertThat(feeOf(held(12_900))).isEqualTo(50);
        ledger.setPricing(payee, ShareKind.AMOUNT, 7, 0, 0);
        assertThat(feeOf(held(12_900))).isEqualTo(7);
    }

    @Test
    void shouldKeepTheFeeThatWasAgreedWhenPricingChangesLater() {
        ledger.setPricing(payee, ShareKind.BPS, 100, 0, 0);
        long payment = held(1000);
        ledger.setPricing(payee, ShareKind.BPS, 5000, 0, 0);
        assertThat(feeOf(payment)).isEqualTo(10);
    }

    @Test
    void shouldPreferTheFeeThatWasAskedFor() {
        ledger.setPricing(payee, ShareKind.BPS, 60, 0, 0);
        long payment =
                ledger.platform()
                        .createPayment(payee, t -> t.amount(10_000).feeBps(500, 0, 300))
                        .id();
        collect(payment);
        assertThat(feeOf(payment)).isEqualTo(300);
    }

    @Test
    void shouldShareEveryPartialReleaseAndSumToTheWhole() {
        long payment =
                ledger.platform()
                        .createPayment(
                                payee,
                                t ->
                                        t.amount(999)
                                                .feeBps(333, 0, 0)
                                                .splitBps(partner, 2500)
                                                .split(ledger.newAccount(), 11))
                        .id();
        collect(payment);
        for (int i = 0; i < 3; i++) {
            Answer.Payment part = ledger.platform().confirm(payment, 333).payment();
            assertThat(part.released()).isEqualTo(333L * (i + 1));
        }
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).fee()).isEqualTo(33);
        assertThat(ledger.available(partner)).isEqualTo(249);
        assertThat(ledger.available(payee)).isEqualTo(999 - 33 - 249 - 11);
    }

    @Test
    void shouldStayHeldAfterAPartialConfirm() {
        long payment = held(1000);
        assertThat(ledger.platform().confirm(payment, 400).payment().status())
                .isEqualTo(PaymentStatus.HELD);
        ledger.platform().ship(payment).ok();
        assertThat(ledger.platform().confirm(payment, 1).payment().status())
                .isEqualTo(PaymentStatus.SHIPPED);
        Answer tooMuch = ledger.platform().confirm(payment, 600);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(tooMuch.first()).isEqualTo(599);
        assertThat(tooMuch.second()).isEqualTo(600);
        assertThat(ledger.platform().confirm(payment).payment().status())
                .isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldCreateAndPayInOneCommand() {
        Answer.Payment payment =
                ledger.platform()
                        .createPayment(payee, t -> t.paidBy(MachineFixture.CHANNEL))
                        .payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.showsPayerSecret()).isTrue();
        assertThat(payment.showsClientSecret()).isTrue();
        ledger.bank().settle(ledger.bank().collectOf(payment.id())).ok();
        assertThat(ledger.payment(payment.id()).status()).isEqualTo(PaymentStatus.HELD);
    }

    private long held(long amount) {
        long payment = ledger.platform().createPayment(payee, t -> t.amount(amount)).id();
        collect(payment);
        return payment;
    }

    private void collect(long payment) {
        ledger.platform().pay(payment).ok();
        ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
    }

    private long feeOf(long payment) {
        return ledger.platform().confirm(payment).payment().fee();
    }
}
