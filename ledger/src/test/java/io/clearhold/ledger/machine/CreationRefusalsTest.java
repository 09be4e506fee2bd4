package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.PaymentTerms;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Terms that are refused, each with its code. */
class CreationRefusalsTest extends PaymentSpecification {
    private final long foreign = ledger.otherPlatform().createAccount().id();
    private final long partner = ledger.newAccount();

    @Test
    void shouldRefusePartiesThatAreNotThere() {
        refused(ResultCode.PAYEE_NOT_FOUND, t -> t.payee(99));
        refused(ResultCode.PAYEE_NOT_FOUND, t -> t.payee(foreign));
        refused(ResultCode.PAYER_NOT_FOUND, t -> t.payer(99));
        refused(ResultCode.PAYER_NOT_FOUND, t -> t.payer(foreign));
        refused(ResultCode.SPLIT_ACCOUNT_NOT_FOUND, t -> t.split(99, 1));
        refused(ResultCode.SPLIT_ACCOUNT_NOT_FOUND, t -> t.split(partner, 1).split(foreign, 1));
        refused(ResultCode.PAYER_NOT_FOUND, t -> t.paidFrom(99));
        refused(ResultCode.CHANNEL_NOT_FOUND, t -> t.paidBy(9));
        refused(ResultCode.CHANNEL_NOT_FOUND, t -> t.paidBy(0));
    }

    @Test
    void shouldRefuseCallersThatMayNotCollect() {
        assertThat(ledger.auditor().createPayment(payee).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.account(partner).createPayment(payee).code())
                .isEqualTo(ResultCode.PAYEE_NOT_FOUND);
        assertThat(ledger.clientSecret(1).createPayment(payee).code())
                .isEqualTo(ResultCode.PAYEE_NOT_FOUND);
        ledger.operator().createPayment(payee).ok();
        ledger.account(payee).createPayment(payee).ok();
    }

    @Test
    void shouldRefuseAFeeFromAnAccountsOwnKey() {
        assertThat(ledger.account(payee).createPayment(payee, t -> t.fee(1)).code())
                .isEqualTo(ResultCode.FEE_NOT_ALLOWED);
        ledger.operator().createPayment(payee, t -> t.fee(1)).ok();
        ledger.account(payee).createPayment(payee, t -> t.split(partner, 1)).ok();
    }

    @Test
    void shouldRefuseSharesAboveTheAmount() {
        Answer answer =
                refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.fee(1).split(partner, 1000));
        assertThat(answer.first()).isEqualTo(1001);
        assertThat(answer.second()).isEqualTo(1000);
        refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.fee(1001));
        refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.feeBps(1, 1001, 0));
        refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.feeBps(10_001, 0, 0));
        refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.splitBps(partner, 10_001));
        refused(
                ResultCode.SPLITS_EXCEED_AMOUNT,
                t -> t.split(partner, Long.MAX_VALUE).split(partner, Long.MAX_VALUE));
        ledger.platform().createPayment(payee, t -> t.fee(1).split(partner, 999)).ok();
        ledger.platform().createPayment(payee, t -> t.splitBps(partner, 10_000)).ok();
    }

    @Test
    void shouldRefuseSharesThatThePricingMakesTooLarge() {
        ledger.setPricing(payee, ShareKind.AMOUNT, 500, 0, 0);
        refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.split(partner, 501));
        refused(ResultCode.SPLITS_EXCEED_AMOUNT, t -> t.amount(499));
        ledger.platform().createPayment(payee, t -> t.split(partner, 500)).ok();
    }

    @Test
    void shouldRefuseCurrenciesAndDeadlinesThatCannotBe() {
        refused(ResultCode.CURRENCY_NOT_SUPPORTED, t -> t.currency(MachineFixture.NO_CURRENCY));
        refused(ResultCode.CURRENCY_NOT_SUPPORTED, t -> t.currency(0));
        refused(ResultCode.CURRENCY_NOT_SUPPORTED, t -> t.currency(65_535));
        refused(ResultCode.DEADLINE_IN_PAST, t -> t.payBy(ledger.nowMs()));
        refused(ResultCode.DEADLINE_IN_PAST, t -> t.shipBy(ledger.nowMs()));
        refused(ResultCode.DEADLINE_IN_PAST, t -> t.payBy(-5));
        ledger.platform().createPayment(payee, t -> t.payBy(ledger.nowMs() + 1)).ok();
    }

    @Test
    void shouldRefuseAReferenceThatThePayeeHasInUse() {
        long payment = ledger.platform().createPayment(payee, t -> t.reference(5)).id();
        refused(ResultCode.DUPLICATE_REFERENCE, t -> t.reference(5));
        ledger.platform().createPayment(partner, t -> t.reference(5)).ok();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment).ok();
        refused(ResultCode.DUPLICATE_REFERENCE, t -> t.reference(5));
    }

    private Answer refused(ResultCode code, UnaryOperator<PaymentTerms> terms) {
        int payments = ledger.state().payments().size();
        Answer answer = ledger.platform().createPayment(payee, terms);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(ledger.state().payments().size()).isEqualTo(payments);
        return answer;
    }
}
