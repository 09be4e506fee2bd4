package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.StatementLine;
import org.junit.jupiter.api.Test;

/** What a channel's word of a chargeback does, and what becomes of it. */
class ChargebackSpecificationTest extends PaymentSpecification {
    @Test
    void shouldTakeWhatIsHeldAndItsCostFromTheOperator() {
        long payment = held();
        ledger.bank().chargeBack(payment, 1000, 15).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(ledger.payment(payment).held()).isZero();
        assertThat(chargedBack(payment)).isEqualTo(1000);
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(1015);
        assertThat(ledger.total(AccountKind.CHANNEL_COST)).isEqualTo(15);
        assertThat(ledger.state().book().totals(MachineFixture.CNY).isShort()).isTrue();
    }

    @Test
    void shouldTakeHeldBeforeReleasedMoneyAndEndReleased() {
        long payment = held();
        ledger.platform().confirm(payment, 700).ok();
        ledger.bank().chargeBack(payment, 500, 0).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).released()).isEqualTo(500);
        assertThat(ledger.available(payee)).isEqualTo(500);
        assertThat(chargedBack(payment)).isEqualTo(500);
    }

    @Test
    void shouldMakeDebtOfReleasedMoneyThatIsGone() {
        long payment = released();
        ledger.platform().payOut(payee, 1000).ok();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        assertThat(ledger.debt(payee)).isEqualTo(1000);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
    }

    @Test
    void shouldLeaveThePartThatIsNotChargedBackHeld() {
        long payment = shipped();
        ledger.bank().chargeBack(payment, 400, 0).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(ledger.payment(payment).held()).isEqualTo(600);
        ledger.pass(11 * MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).released()).isEqualTo(600);
    }

    @Test
    void shouldTakeUnfrozenMoneyBeforeFrozenAndEndTheDisputeWhenNothingIsLeft() {
        long payment = held();
        long dispute = ledger.platform().dispute(payment, 400).id();
        ledger.bank().chargeBack(payment, 500, 0).ok();
        assertThat(ledger.payment(payment).frozen()).isEqualTo(400);
        long other = held();
        long shrinking = ledger.platform().dispute(other, 400).id();
        ledger.bank().chargeBack(other, 750, 0).ok();
        assertThat(ledger.payment(other).frozen()).isEqualTo(250);
        assertThat(disputeStatus(shrinking)).isEqualTo(DisputeStatus.OPEN);
        long ending = held();
        long ended = ledger.platform().dispute(ending, 400).id();
        ledger.bank().chargeBack(ending, 1000, 0).ok();
        assertThat(disputeStatus(ended)).isEqualTo(DisputeStatus.WITHDRAWN);
        assertThat(ledger.payment(ending).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(disputeStatus(dispute)).isEqualTo(DisputeStatus.OPEN);
    }

    @Test
    void shouldFallOnMilestonesAndComeBackToThem() {
        long payment =
                ledger.platform()
                        .createPayment(payee, t -> t.milestone(11, 600).milestone(12, 400))
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment, 200).ok();
        ledger.bank().chargeBack(payment, 900, 0).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).released()).isEqualTo(100);
        win(chargebackOf(payment));
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.payment(payment).held()).isEqualTo(800);
        assertThat(ledger.payment(payment).released()).isEqualTo(200);
    }

    @Test
    void shouldOpenABreakForWhatHadBeenRefunded() {
        long payment = held();
        ledger.platform().refund(payment, 300).ok();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        assertThat(chargedBack(payment)).isEqualTo(700);
        int last = ledger.state().breaks().size() - 1;
        assertThat(ledger.state().breaks().type(last)).isEqualTo(BreakType.CHARGEBACK_EXCESS);
        assertThat(ledger.state().breaks().amount(last)).isEqualTo(300);
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isEqualTo(300);
        long chargeback = chargebackOf(payment);
        win(chargeback);
        assertThat(ledger.state().breaks().status(last)).isEqualTo(BreakStatus.RESOLVED);
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isZero();
        assertThat(ledger.payment(payment).held()).isEqualTo(700);
    }

    @Test
    void shouldCollectAndReleaseFirstWhatItHadNotHeardOf() {
        long payment = ledger.platform().createPayment(payee, t -> t.direct()).id();
        ledger.platform().pay(payment).ok();
        ledger.bank().claim(ledger.bank().collectOf(payment)).ok();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(chargedBack(payment)).isEqualTo(1000);
        assertThat(ledger.available(payee)).isZero();
    }

    @Test
    void shouldHearOfItOnce() {
        long payment = held();
        ledger.bank().chargeBack(payment, 600, 0).ok();
        ledger.bank().chargeBack(payment, 600, 0).ok();
        assertThat(chargedBack(payment)).isEqualTo(600);
        assertThat(ledger.state().chargebacks().size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseToRefundWhatWasChargedBack() {
        long payment = held();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        assertThat(ledger.platform().refund(payment).code()).isEqualTo(ResultCode.CHARGED_BACK);
        long other = released();
        ledger.bank().chargeBack(other, 600, 0).ok();
        Answer tooMuch = ledger.platform().refund(other, 401);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.CHARGED_BACK);
        ledger.platform().refund(other, 400).ok();
        assertThat(ledger.platform().refund(other).code()).isEqualTo(ResultCode.CHARGED_BACK);
    }

    @Test
    void shouldBeLostWhenNobodyAnswersInTime() {
        long payment = held();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        long chargeback = chargebackOf(payment);
        ledger.pass(7 * MachineFixture.DAY_MS - 1);
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.OPENED);
        ledger.pass(1);
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.LOST);
    }

    @Test
    void shouldBeLostAtOnceWhenThePayeeAccepts() {
        long payment = held();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        long chargeback = chargebackOf(payment);
        ledger.account(payee).acceptChargeback(chargeback).ok();
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.LOST);
        assertThat(ledger.platform().acceptChargeback(chargeback).code())
                .isEqualTo(ResultCode.CHARGEBACK_LOST);
    }

    @Test
    void shouldWaitForTheChannelOnceThereIsEvidence() {
        long payment = held();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        long chargeback = chargebackOf(payment);
        ledger.account(payee).addChargebackEvidence(chargeback).ok();
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.EVIDENCE);
        assertThat(ledger.platform().addChargebackEvidence(chargeback).code())
                .isEqualTo(ResultCode.CHARGEBACK_ANSWERED);
        assertThat(ledger.platform().acceptChargeback(chargeback).code())
                .isEqualTo(ResultCode.CHARGEBACK_ANSWERED);
        ledger.pass(30 * MachineFixture.DAY_MS);
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.EVIDENCE);
        ledger.bank().reject(ledger.bank().instructionOf(chargeback)).ok();
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.LOST);
    }

    @Test
    void shouldPutTheMoneyBackWhenItIsWonAndStopDeadlines() {
        long payment = shipped();
        ledger.platform().confirm(payment, 300).ok();
        ledger.platform().payOut(payee, 200).ok();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        assertThat(ledger.debt(payee)).isEqualTo(200);
        win(chargebackOf(payment));
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        assertThat(ledger.payment(payment).held()).isEqualTo(700);
        assertThat(ledger.payment(payment).released()).isEqualTo(300);
        assertThat(chargedBack(payment)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(100);
        assertThat(ledger.debt(payee)).isZero();
        ledger.pass(100 * MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).held()).isEqualTo(700);
    }

    @Test
    void shouldBeWonEvenAfterTheChannelHadFoundForThePayer() {
        long payment = held();
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        long chargeback = chargebackOf(payment);
        ledger.platform().addChargebackEvidence(chargeback).ok();
        long instruction = ledger.bank().instructionOf(chargeback);
        ledger.bank().reject(instruction).ok();
        ledger.bank().settle(instruction).ok();
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.WON);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        ledger.bank().report(instruction, BankOutcome.SETTLED);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
    }

    @Test
    void shouldMeetItsLinesOnTheStatement() {
        long payment = held();
        long collect = ledger.bank().collectOf(payment);
        assertThat(ledger.statements().post(StatementLine.credit(collect, 1000)))
                .isEqualTo(LineOutcome.MATCHED);
        ledger.bank().chargeBack(payment, 1000, 15).ok();
        assertThat(ledger.statements().post(StatementLine.debit(collect, 1000).fee(15)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(-15);
        long chargeback = chargebackOf(payment);
        win(chargeback);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(1000);
        long contest = ledger.bank().instructionOf(chargeback);
        assertThat(ledger.statements().post(StatementLine.credit(contest, 1000)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();
        assertThat(ledger.state().breaks().size()).isZero();
    }

    @Test
    void shouldTakeALineAsEvidenceWhenItComesBeforeTheWord() {
        long payment = held();
        long collect = ledger.bank().collectOf(payment);
        ledger.statements().post(StatementLine.credit(collect, 1000));
        assertThat(ledger.statements().post(StatementLine.debit(collect, 1000).fee(5)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(chargedBack(payment)).isEqualTo(1000);
        ledger.bank().chargeBack(payment, 1000, 5).ok();
        assertThat(ledger.state().chargebacks().size()).isEqualTo(1);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldLetOnlyThePayeeSideAnswer() {
        long buyer = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, t -> t.payer(buyer)).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.bank().chargeBack(payment, 1000, 0).ok();
        long chargeback = chargebackOf(payment);
        assertThat(ledger.account(buyer).acceptChargeback(chargeback).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.operator().addChargebackEvidence(chargeback).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.otherPlatform().acceptChargeback(chargeback).code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldNotChargeBackWhatItsPaymentNeverTook() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().settle(instruction, 999, MachineFixture.CNY).ok();
        ledger.bank().chargeBack(payment, 999, 0).ok();
        assertThat(ledger.state().chargebacks().size()).isZero();
    }

    private void win(long chargeback) {
        ledger.platform().addChargebackEvidence(chargeback).ok();
        ledger.bank().settle(ledger.bank().instructionOf(chargeback)).ok();
        assertThat(status(chargeback)).isEqualTo(ChargebackStatus.WON);
    }

    private long chargebackOf(long payment) {
        return ledger.state().extras().chargeback(ledger.state().payments().find(payment));
    }

    private long chargedBack(long payment) {
        return ledger.state().extras().chargedBack(ledger.state().payments().find(payment));
    }

    private DisputeStatus disputeStatus(long dispute) {
        return ledger.state().disputes().status(ledger.state().disputes().find(dispute));
    }

    private ChargebackStatus status(long chargeback) {
        return ledger.state().chargebacks().status(ledger.state().chargebacks().find(chargeback));
    }
}
