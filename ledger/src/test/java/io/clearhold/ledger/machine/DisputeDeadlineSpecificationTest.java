package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.DisputeSpecification;
import org.junit.jupiter.api.Test;

/** Silence, and the deadlines of a payment while a dispute is open. */
class DisputeDeadlineSpecificationTest extends DisputeSpecification {
    @Test
    void shouldEndAsTheTableSaysWhenNobodyAnswers() {
        shouldCome(DisputeStatus.OPEN, 7, DisputeStatus.ACCEPTED);
        shouldCome(DisputeStatus.REJECTED, 7, DisputeStatus.WITHDRAWN);
        shouldCome(DisputeStatus.RETURN_AGREED, 7, DisputeStatus.WITHDRAWN);
        shouldCome(DisputeStatus.RETURN_SHIPPED, 10, DisputeStatus.ACCEPTED);
    }

    @Test
    void shouldGiveTheFrozenAmountBackWhenThePayeeIsSilent() {
        long payment = shippedTo(payer);
        ledger.platform().dispute(payment, 400).ok();
        ledger.pass(7 * DAY_MS);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(400);
        assertThat(ledger.payment(payment).held()).isEqualTo(600);
    }

    @Test
    void shouldOnlyRaiseAnAlarmWhenTheOperatorIsSilent() {
        long payment = shippedTo(payer);
        long dispute = dispute(payment, 400, DisputeStatus.ESCALATED);
        long dueMs = ledger.dispute(dispute).dispute().respondByMs();
        assertThat(dueMs).isEqualTo(ledger.nowMs() + 14 * DAY_MS);
        ledger.pass(14 * DAY_MS);
        assertThat(statusOf(dispute)).isEqualTo(DisputeStatus.ESCALATED);
        assertThat(ledger.dispute(dispute).dispute().respondByMs()).isEqualTo(dueMs + 14 * DAY_MS);
        ledger.pass(365 * DAY_MS);
        assertThat(statusOf(dispute)).isEqualTo(DisputeStatus.ESCALATED);
        assertThat(ledger.payment(payment).frozen()).isEqualTo(400);
        ledger.operator().resolve(dispute, 400, 0).ok();
    }

    @Test
    void shouldGiveEachTurnItsOwnTime() {
        long dispute = dispute(DisputeStatus.OPEN);
        ledger.pass(6 * DAY_MS);
        ledger.platform().act(dispute, DisputeTrigger.REJECT).ok();
        ledger.pass(6 * DAY_MS);
        assertThat(statusOf(dispute)).isEqualTo(DisputeStatus.REJECTED);
        ledger.account(payer).addEvidence(dispute).ok();
        ledger.pass(DAY_MS);
        assertThat(statusOf(dispute)).isEqualTo(DisputeStatus.WITHDRAWN);
    }

    @Test
    void shouldPauseTheConfirmationAndGoOnWithWhatWasLeft() {
        long payment = shippedTo(payer);
        ledger.pass(4 * DAY_MS);
        long dispute = dispute(payment, 400, DisputeStatus.ESCALATED);
        assertThat(ledger.payment(payment).autoConfirmAtMs()).isZero();
        ledger.pass(50 * DAY_MS);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        ledger.operator().resolve(dispute, 300, 100).ok();
        assertThat(ledger.payment(payment).autoConfirmAtMs())
                .isEqualTo(ledger.nowMs() + 6 * DAY_MS);
        ledger.pass(6 * DAY_MS - 1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.pass(1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).released()).isEqualTo(700);
    }

    @Test
    void shouldGoOnWithWhatWasLeftWhenADisputeIsWithdrawn() {
        long payment = shippedTo(payer);
        ledger.pass(10 * DAY_MS - 1);
        long dispute = ledger.platform().dispute(payment).id();
        ledger.pass(DAY_MS);
        ledger.platform().act(dispute, DisputeTrigger.WITHDRAW).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.pass(1);
        assertThat(ledger.payment(payment).released()).isEqualTo(1000);
    }

    @Test
    void shouldLetADisputeWinOverADeadlineThatIsDueButHasNotFired() {
        long payment = shippedTo(payer);
        ledger.passQuietly(10 * DAY_MS);
        long dispute = ledger.platform().dispute(payment).id();
        ledger.tick();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.platform().act(dispute, DisputeTrigger.WITHDRAW).ok();
        ledger.pass(1);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldLetADeadlineThatHasFiredWinOverADispute() {
        long payment = shippedTo(payer);
        ledger.pass(10 * DAY_MS);
        assertThat(ledger.platform().dispute(payment).code())
                .isEqualTo(ResultCode.ALREADY_RELEASED);
    }

    @Test
    void shouldNotStartTheConfirmationWhenItIsShippedDuringADispute() {
        long payment = held();
        long dispute = ledger.platform().dispute(payment, 400).id();
        ledger.platform().act(dispute, DisputeTrigger.REJECT).ok();
        ledger.platform().act(dispute, DisputeTrigger.ESCALATE).ok();
        ledger.pass(DAY_MS);
        assertThat(ledger.platform().ship(payment).payment().autoConfirmAtMs()).isZero();
        ledger.pass(40 * DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        ledger.operator().resolve(dispute, 400, 0).ok();
        assertThat(ledger.payment(payment).autoConfirmAtMs())
                .isEqualTo(ledger.nowMs() + 10 * DAY_MS);
    }

    @Test
    void shouldExtendADeadlineThatStandsStill() {
        long payment = shippedTo(payer);
        ledger.pass(4 * DAY_MS);
        long dispute = ledger.platform().dispute(payment, 400).id();
        assertThat(ledger.platform().extend(payment, 86_400).payment().autoConfirmAtMs()).isZero();
        ledger.pass(DAY_MS);
        ledger.platform().act(dispute, DisputeTrigger.WITHDRAW).ok();
        assertThat(ledger.payment(payment).autoConfirmAtMs())
                .isEqualTo(ledger.nowMs() + 7 * DAY_MS);
    }

    @Test
    void shouldNotGoOnWhenARefundHasFailedMeanwhile() {
        long payment = shippedTo(payer);
        long refund = ledger.platform().refund(payment, 300).id();
        long dispute = ledger.platform().dispute(payment, 400).id();
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.platform().extend(payment, 60).code())
                .isEqualTo(ResultCode.DEADLINE_STOPPED);
        ledger.platform().act(dispute, DisputeTrigger.WITHDRAW).ok();
        ledger.pass(100 * DAY_MS);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
    }

    @Test
    void shouldRefundWhatIsNotFrozenWhenShipByPassesAndTheRestOnceItIsWithdrawn() {
        long payment = ledger.platform().createPayment(payee, t -> t.autoRefund()).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.pass(25 * DAY_MS);
        long dispute = dispute(payment, 400, DisputeStatus.ESCALATED);
        ledger.pass(5 * DAY_MS);
        assertThat(ledger.payment(payment).refunded()).isEqualTo(600);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        ledger.operator().resolve(dispute, 100, 300).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        long second = ledger.platform().createPayment(payee, t -> t.autoRefund()).id();
        ledger.platform().pay(second).ok();
        collect(second);
        ledger.pass(25 * DAY_MS);
        long withdrawn = ledger.platform().dispute(second, 400).id();
        ledger.pass(5 * DAY_MS);
        ledger.platform().act(withdrawn, DisputeTrigger.WITHDRAW).ok();
        assertThat(ledger.payment(second).held()).isEqualTo(400);
        ledger.pass(1);
        assertThat(ledger.payment(second).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void shouldGiveThePayerTheRightToWhatIsNotFrozenWhenShipByPasses() {
        long payment = ledger.platform().createPayment(payee, t -> t.payer(payer)).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.pass(25 * DAY_MS);
        dispute(payment, 400, DisputeStatus.ESCALATED);
        ledger.pass(5 * DAY_MS);
        assertThat(ledger.account(payer).refund(payment).refund().amount()).isEqualTo(600);
        assertThat(ledger.account(payer).refund(payment).code())
                .isEqualTo(ResultCode.PAYMENT_DISPUTED);
    }

    @Test
    void shouldRunThroughAYearOfSilenceAtOnce() {
        long escalated = dispute(DisputeStatus.ESCALATED);
        long first = shippedTo(payer);
        for (int i = 0; i < 3; i++) {
            dispute(first, 10, DisputeStatus.REJECTED);
            ledger.pass(8 * DAY_MS);
        }
        ledger.pass(365 * DAY_MS);
        assertThat(ledger.payment(first).released()).isEqualTo(1000);
        assertThat(statusOf(escalated)).isEqualTo(DisputeStatus.ESCALATED);
    }

    private void shouldCome(DisputeStatus before, int days, DisputeStatus after) {
        long dispute = dispute(before);
        assertThat(ledger.dispute(dispute).dispute().respondByMs())
                .as("respond_by of %s", before)
                .isEqualTo(ledger.nowMs() + days * DAY_MS);
        ledger.pass(days * DAY_MS - 1);
        assertThat(statusOf(dispute)).isEqualTo(before);
        ledger.pass(1);
        DisputeResultDecoder ended = ledger.dispute(dispute).dispute();
        assertThat(DisputeStatus.of(ended.status())).as("silence in %s", before).isEqualTo(after);
        assertThat(DisputeParty.of(ended.endedBy())).isEqualTo(DisputeParty.DEADLINE);
    }
}
