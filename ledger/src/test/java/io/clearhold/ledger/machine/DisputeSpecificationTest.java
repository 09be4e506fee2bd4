package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.DisputeSpecification;
import org.junit.jupiter.api.Test;

/** What disputes do to the money of their payment. */
class DisputeSpecificationTest extends DisputeSpecification {
    @Test
    void shouldFreezeItsAmountAndNoMore() {
        long payment = shippedTo(payer);
        long dispute = ledger.account(payer).dispute(payment, 400).id();
        assertThat(ledger.payment(payment).frozen()).isEqualTo(400);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        assertThat(ledger.payment(payment).dispute()).isEqualTo(dispute);
        assertThat(ledger.total(AccountKind.ESCROW)).isEqualTo(1000);
        Answer tooMuch = ledger.platform().confirm(payment, 601);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(tooMuch.first()).isEqualTo(600);
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.payment(payment).released()).isEqualTo(600);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        Answer nothing = ledger.platform().confirm(payment);
        assertThat(nothing.code()).isEqualTo(ResultCode.PAYMENT_DISPUTED);
        assertThat(nothing.first()).isEqualTo(400);
        assertThat(nothing.second()).isEqualTo(400);
    }

    @Test
    void shouldRefundOnlyWhatIsNotFrozen() {
        long payment = shippedTo(payer);
        ledger.platform().dispute(payment, 400).ok();
        Answer tooMuch = ledger.platform().refund(payment, 601);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(tooMuch.first()).isEqualTo(600);
        assertThat(ledger.platform().refund(payment).refund().amount()).isEqualTo(600);
        assertThat(ledger.platform().refund(payment).code()).isEqualTo(ResultCode.PAYMENT_DISPUTED);
    }

    @Test
    void shouldFreezeAllThatIsHeldUnlessItSaysHowMuch() {
        long payment = shippedTo(payer);
        ledger.platform().confirm(payment, 100).ok();
        Answer tooMuch = ledger.platform().dispute(payment, 901);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(tooMuch.first()).isEqualTo(900);
        assertThat(tooMuch.second()).isEqualTo(901);
        assertThat(ledger.platform().dispute(payment).dispute().amount()).isEqualTo(900);
    }

    @Test
    void shouldHaveOneDisputeAtATimeAndThreeInAll() {
        long payment = shippedTo(payer);
        for (int i = 0; i < 3; i++) {
            long dispute = ledger.platform().dispute(payment, 400).id();
            Answer second = ledger.platform().dispute(payment, 1);
            assertThat(second.code()).isEqualTo(ResultCode.PAYMENT_DISPUTED);
            assertThat(second.second()).isEqualTo(400);
            ledger.platform().act(dispute, DisputeTrigger.WITHDRAW).ok();
        }
        assertThat(ledger.platform().dispute(payment, 1).code())
                .isEqualTo(ResultCode.DISPUTE_LIMIT);
    }

    @Test
    void shouldGiveTheFrozenAmountBackWhenItIsAccepted() {
        long payment = shippedTo(payer);
        long dispute = ledger.platform().dispute(payment, 400).id();
        DisputeResultDecoder accepted =
                ledger.account(payee).act(dispute, DisputeTrigger.ACCEPT).dispute();
        assertThat(DisputeStatus.of(accepted.status())).isEqualTo(DisputeStatus.ACCEPTED);
        assertThat(accepted.buyerAmount()).isEqualTo(400);
        assertThat(accepted.frozen()).isZero();
        assertThat(accepted.respondByMs()).isZero();
        assertThat(DisputeParty.of(accepted.endedBy())).isEqualTo(DisputeParty.PAYEE);
        assertThat(ledger.refund(accepted.refund()).refund().amount()).isEqualTo(400);
        assertThat(ledger.payment(payment).held()).isEqualTo(600);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(400);
        assertThat(ledger.payment(payment).frozen()).isZero();
        assertThat(ledger.payment(payment).dispute()).isEqualTo(dispute);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
    }

    @Test
    void shouldEndThePaymentWhenAllOfItIsGivenBack() {
        long payment = held();
        long dispute = ledger.platform().dispute(payment).id();
        ledger.platform().act(dispute, DisputeTrigger.ACCEPT).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void shouldGiveTheMoneyBackOnceTheGoodsAreBack() {
        long payment = shippedTo(payer);
        long dispute = dispute(payment, 400, DisputeStatus.RETURN_SHIPPED);
        assertThat(ledger.payment(payment).refunded()).isZero();
        Answer received = ledger.account(payee).act(dispute, DisputeTrigger.RETURN_RECEIVED);
        assertThat(received.disputeStatus()).isEqualTo(DisputeStatus.ACCEPTED);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(400);
    }

    @Test
    void shouldLeaveItToTheOperatorWhenTheReturnedGoodsAreNotAsTheyShouldBe() {
        long dispute = dispute(DisputeStatus.RETURN_SHIPPED);
        DisputeResultDecoder rejected =
                ledger.account(payee).act(dispute, DisputeTrigger.REJECT).dispute();
        assertThat(DisputeStatus.of(rejected.status())).isEqualTo(DisputeStatus.ESCALATED);
        assertThat(DisputeParty.of(rejected.escalatedBy())).isEqualTo(DisputeParty.PAYEE);
    }

    @Test
    void shouldDivideTheFrozenAmountAsTheOperatorSays() {
        long buyer = ledger.newAccount();
        long split = ledger.newAccount();
        long payment =
                ledger.platform()
                        .createPayment(
                                payee,
                                t -> t.amount(2000).payer(buyer).feeBps(100, 0, 0).split(split, 80))
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().ship(payment).ok();
        long dispute = dispute(payment, 2000, DisputeStatus.ESCALATED);
        DisputeResultDecoder resolved = ledger.operator().resolve(dispute, 1500, 500).dispute();
        assertThat(DisputeStatus.of(resolved.status())).isEqualTo(DisputeStatus.RESOLVED);
        assertThat(resolved.buyerAmount()).isEqualTo(1500);
        assertThat(resolved.sellerAmount()).isEqualTo(500);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(1500);
        assertThat(ledger.payment(payment).released()).isEqualTo(500);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        // A quarter of the fee of 20 and of the split of 80.
        assertThat(ledger.total(AccountKind.FEES)).isEqualTo(5);
        assertThat(ledger.available(split)).isEqualTo(20);
        assertThat(ledger.available(payee)).isEqualTo(475);
        assertThat(ledger.refund(resolved.refund()).refund().amount()).isEqualTo(1500);
    }

    @Test
    void shouldGiveAllOfItToOneSideIfTheOperatorSaysSo() {
        long first = shippedTo(payer);
        long toSeller = dispute(first, 1000, DisputeStatus.ESCALATED);
        assertThat(ledger.operator().resolve(toSeller, 0, 1000).dispute().refund()).isZero();
        assertThat(ledger.payment(first).status()).isEqualTo(PaymentStatus.RELEASED);
        long second = shippedTo(payer);
        long toBuyer = dispute(second, 1000, DisputeStatus.ESCALATED);
        ledger.operator().resolve(toBuyer, 1000, 0).ok();
        assertThat(ledger.payment(second).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void shouldRefuseAnAwardThatIsNotTheFrozenAmount() {
        long dispute = dispute(DisputeStatus.ESCALATED);
        Answer less = ledger.operator().resolve(dispute, 300, 99);
        assertThat(less.code()).isEqualTo(ResultCode.AWARD_MISMATCH);
        assertThat(less.first()).isEqualTo(400);
        assertThat(less.second()).isEqualTo(399);
        assertThat(ledger.operator().resolve(dispute, 400, 1).code())
                .isEqualTo(ResultCode.AWARD_MISMATCH);
        assertThat(ledger.operator().resolve(dispute, Long.MAX_VALUE, Long.MAX_VALUE).second())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(statusOf(dispute)).isEqualTo(DisputeStatus.ESCALATED);
    }

    @Test
    void shouldHoldTheMoneyAgainWhenTheBankFailsTheRefundOfADispute() {
        long payment = shippedTo(payer);
        long dispute = dispute(payment, 1000, DisputeStatus.ACCEPTED);
        long refund = ledger.dispute(dispute).dispute().refund();
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.refund(refund).refundStatus()).isEqualTo(RefundStatus.FAILED);
        assertThat(statusOf(dispute)).isEqualTo(DisputeStatus.ACCEPTED);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        assertThat(ledger.payment(payment).frozen()).isZero();
        ledger.pass(100 * DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        // What does not run cannot stand still: the next dispute starts nothing when it ends.
        long next = dispute(payment, 1000, DisputeStatus.WITHDRAWN);
        ledger.pass(100 * DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(ledger.payment(payment).dispute()).isEqualTo(next);
    }

    @Test
    void shouldPayAWalletBackAtOnce() {
        long buyer = ledger.accountWith(5000);
        long payment = ledger.platform().createPayment(payee).id();
        ledger.platform().payFrom(payment, buyer).ok();
        long dispute = ledger.account(buyer).dispute(payment, 250).id();
        ledger.account(payee).act(dispute, DisputeTrigger.ACCEPT).ok();
        assertThat(ledger.available(buyer)).isEqualTo(4250);
    }

    @Test
    void shouldKeepEvidenceInItsOrderAndTakeOnlySoMuch() {
        long payment = shippedTo(payer);
        long dispute = ledger.payerSecret(payment, 1).dispute(payment, 400).id();
        ledger.account(payee).addEvidence(dispute).ok();
        ledger.platform().addEvidence(dispute).ok();
        DisputeResultDecoder shown = ledger.dispute(dispute).dispute();
        DisputeResultDecoder.EvidenceDecoder pieces = shown.evidence();
        assertThat(pieces.count()).isEqualTo(3);
        assertThat(DisputeParty.of(pieces.next().by())).isEqualTo(DisputeParty.PAYER);
        long first = pieces.sequence();
        assertThat(DisputeParty.of(pieces.next().by())).isEqualTo(DisputeParty.PAYEE);
        assertThat(pieces.sequence()).isEqualTo(first + 1);
        assertThat(DisputeParty.of(pieces.next().by())).isEqualTo(DisputeParty.PLATFORM);
        while (ledger.dispute(dispute).dispute().evidence().count() < 20) {
            ledger.account(payer).addEvidence(dispute).ok();
        }
        Answer more = ledger.account(payer).addEvidence(dispute);
        assertThat(more.code()).isEqualTo(ResultCode.EVIDENCE_LIMIT);
        assertThat(more.first()).isEqualTo(20);
    }
}
