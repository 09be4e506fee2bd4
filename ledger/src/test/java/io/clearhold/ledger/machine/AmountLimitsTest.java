package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest and the largest amounts. */
class AmountLimitsTest extends PaymentSpecification {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 9999, 1L << 53, (1L << 53) + 1, 1L << 60})
    void shouldTakeAnAmountAllTheWay(long amount) {
        long partner = ledger.newAccount();
        long payment =
                ledger.platform()
                        .createPayment(
                                payee,
                                t -> t.amount(amount).feeBps(60, 0, 0).splitBps(partner, 3333))
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment).ok();
        long fee = ledger.payment(payment).fee();
        assertThat(ledger.available(payee) + ledger.available(partner) + fee).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, (1L << 60) + 1})
    void shouldRefuseAnAmountThatIsTooLarge(long amount) {
        assertThat(ledger.platform().createPayment(payee, t -> t.amount(amount)).code())
                .isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
    }

    @Test
    void shouldRefuseAmountsThatAreTooLargeTogether() {
        long half = 1L << 59;
        ledger.platform().createPayment(payee, t -> t.amount(half)).ok();
        long second = ledger.platform().createPayment(payee, t -> t.amount(half)).id();
        assertThat(ledger.platform().createPayment(payee, t -> t.amount(1)).code())
                .isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
        ledger.platform().createPayment(payee, t -> t.amount(1).currency(MachineFixture.USD)).ok();
        ledger.platform().cancel(second).ok();
        ledger.platform().createPayment(payee, t -> t.amount(half)).ok();
    }

    @Test
    void shouldRefuseNewMovementsBeforeTotalsOverflow() {
        long amount = 1L << 60;
        long payment = ledger.platform().createPayment(payee, t -> t.amount(amount).direct()).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        Answer payout = ledger.platform().payOut(payee, amount);
        int made = 0;
        while (payout.code() == ResultCode.OK) {
            ledger.platform().cancelPayout(payout.id()).ok();
            payout = ledger.platform().payOut(payee, amount);
            assertThat(made++).isLessThan(10);
        }
        assertThat(payout.code()).isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
    }

    @Test
    void shouldRefuseToConfirmOrRefundMoreThanIsHeldHoweverMuch() {
        long payment = held();
        assertThat(ledger.platform().confirm(payment, Long.MAX_VALUE).code())
                .isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(ledger.platform().refund(payment, Long.MAX_VALUE).code())
                .isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(ledger.platform().payOut(payee, Long.MAX_VALUE).code())
                .isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1L << 62, (1L << 60) + 1, 0, -1, Long.MIN_VALUE})
    void shouldTakeNoWordOfMoneyThatNobodyCanHaveMoved(long amount) {
        long payment = ledger.platform().createPayment(payee, t -> t.amount(100)).id();
        ledger.platform().pay(payment).ok();
        long instruction = ledger.bank().collectOf(payment);
        for (int times = 0; times < 3; times++) {
            ledger.bank().settle(instruction, amount, MachineFixture.CNY);
        }
        assertThat(ledger.state().book().totals(MachineFixture.CNY).debits()).isZero();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        // The right word still counts.
        collect(payment);
        assertThat(ledger.payment(payment).held()).isEqualTo(100);
    }

    @Test
    void shouldBookWrongAmountsOnlyWhileTheyFitTheTotals() {
        int refused = 0;
        for (int i = 0; i < 5; i++) {
            long payment =
                    ledger.platform()
                            .createPayment(payee, t -> t.amount(100).currency(MachineFixture.JPY))
                            .id();
            if (ledger.platform().pay(payment).code() == ResultCode.OK) {
                ledger.bank()
                        .settle(ledger.bank().collectOf(payment), 1L << 60, MachineFixture.USD);
            } else {
                refused++;
            }
        }
        assertThat(refused).isZero();
        assertThat(ledger.state().book().totals(MachineFixture.USD).debits())
                .isBetween(2L << 60, 3L << 60);
    }
}
