package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.StatementLine;
import org.junit.jupiter.api.Test;

/** Refunds of money that was released: who gives it back, and what becomes of it at the bank. */
class ClawbackSpecificationTest extends PaymentSpecification {
    private final long first = ledger.newAccount();
    private final long second = ledger.newAccount();

    @Test
    void shouldTakeBackAllThatIsStillReleasedWhenNoAmountIsGiven() {
        long payment = released();
        ledger.platform().refund(payment, 400).ok();
        Answer rest = ledger.platform().refund(payment);
        assertThat(rest.refund().amount()).isEqualTo(600);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).released()).isZero();
        assertThat(ledger.payment(payment).refunded()).isEqualTo(1000);
        assertThat(ledger.available(payee)).isZero();
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(1000);
        assertThat(ledger.platform().refund(payment).code()).isEqualTo(ResultCode.ALREADY_REFUNDED);
    }

    @Test
    void shouldRefuseMoreThanIsReleasedAndNameBothAmounts() {
        Answer answer = ledger.platform().refund(released(), 1001);
        assertThat(answer.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_RELEASED);
        assertThat(answer.first()).isEqualTo(1000);
        assertThat(answer.second()).isEqualTo(1001);
    }

    @Test
    void shouldGiveOnlyWhatIsHeldWhileAnythingIs() {
        long payment = held();
        ledger.platform().confirm(payment, 600).ok();
        assertThat(ledger.platform().refund(payment, 401).code())
                .isEqualTo(ResultCode.AMOUNT_EXCEEDS_HELD);
        assertThat(ledger.platform().refund(payment).refund().amount()).isEqualTo(400);
        assertThat(ledger.platform().refund(payment).refund().amount()).isEqualTo(600);
    }

    @Test
    void shouldTakeItsPartFromEachSplitAndTheRestFromThePayee() {
        long payment = releasedWithSplits(1000);
        assertThat(ledger.available(first)).isEqualTo(333);
        assertThat(ledger.available(second)).isEqualTo(100);
        ledger.platform().refund(payment, 100).ok();
        assertThat(ledger.available(first)).isEqualTo(300);
        assertThat(ledger.available(second)).isEqualTo(90);
        assertThat(ledger.available(payee)).isEqualTo(567 - 57);
        ledger.platform().refund(payment, 1).ok();
        assertThat(ledger.available(first)).isEqualTo(300);
        ledger.platform().refund(payment).ok();
        assertThat(ledger.available(first)).isZero();
        assertThat(ledger.available(second)).isZero();
        assertThat(ledger.available(payee)).isZero();
        assertThat(ledger.debt(payee)).isZero();
    }

    @Test
    void shouldTakeWhatASplitCannotCoverFromThePayeeAndAskTheSplitAgainLater() {
        long payment = releasedWithSplits(1000);
        ledger.platform().payOut(first, 333).ok();
        ledger.platform().refund(payment, 100).ok();
        assertThat(ledger.available(payee)).isEqualTo(567 - 90);
        fill(first, 50);
        ledger.platform().refund(payment, 100).ok();
        assertThat(ledger.available(first)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(567 - 90 - 40);
    }

    @Test
    void shouldMakeDebtOfWhatNobodyCoversAndRepayItFirstFromWhateverComes() {
        long payment = released();
        ledger.platform().payOut(payee, 900).ok();
        ledger.platform().refund(payment).ok();
        assertThat(ledger.available(payee)).isZero();
        assertThat(ledger.debt(payee)).isEqualTo(900);
        fill(payee, 500);
        assertThat(ledger.debt(payee)).isEqualTo(400);
        assertThat(ledger.available(payee)).isZero();
        fill(payee, 1000);
        assertThat(ledger.debt(payee)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(600);
    }

    @Test
    void shouldRepayDebtFromAPayoutThatFails() {
        long payment = released();
        long payout = ledger.platform().payOut(payee, 900).id();
        ledger.platform().refund(payment).ok();
        ledger.bank().reject(ledger.bank().instructionOf(payout)).ok();
        assertThat(ledger.debt(payee)).isZero();
        assertThat(ledger.available(payee)).isZero();
    }

    @Test
    void shouldLeaveTheFeeUnlessAsked() {
        ledger.setPricing(payee, ShareKind.BPS, 500, 0, 0);
        long payment = released();
        assertThat(ledger.available(payee)).isEqualTo(950);
        ledger.platform().refund(payment, 400).ok();
        assertThat(ledger.total(AccountKind.FEES)).isEqualTo(50);
        assertThat(ledger.available(payee)).isEqualTo(550);
        ledger.platform().refundWithFee(payment, 600).ok();
        assertThat(ledger.total(AccountKind.FEES)).isZero();
        assertThat(ledger.available(payee)).isZero();
        assertThat(ledger.debt(payee)).isZero();
    }

    @Test
    void shouldLetOnlyPlatformsGiveTheFeeBack() {
        long payment = released();
        assertThat(ledger.account(payee).refundWithFee(payment, 1).code())
                .isEqualTo(ResultCode.FEE_NOT_ALLOWED);
        ledger.account(payee).refund(payment, 1).ok();
    }

    @Test
    void shouldNotLetThePayerTakeReleasedMoneyBack() {
        long buyer = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee, t -> t.payer(buyer)).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.account(buyer).refund(payment).code())
                .isEqualTo(ResultCode.ALREADY_RELEASED);
    }

    @Test
    void shouldCreditTheWalletThatHadPaidAtOnce() {
        long buyer = ledger.accountWith(1000);
        long payment = ledger.platform().createPayment(payee).id();
        ledger.platform().payFrom(payment, buyer).ok();
        ledger.platform().confirm(payment).ok();
        ledger.platform().payOut(payee, 300).ok();
        Answer refund = ledger.platform().refund(payment);
        assertThat(refund.refundStatus()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(ledger.available(buyer)).isEqualTo(1000);
        assertThat(ledger.debt(payee)).isEqualTo(300);
    }

    @Test
    void shouldPutEachLegBackWhenTheBankFailsTheRefund() {
        long payment = releasedWithSplits(1000);
        ledger.platform().payOut(payee, 500).ok();
        long refund = ledger.platform().refund(payment).id();
        assertThat(ledger.debt(payee)).isEqualTo(500);
        fill(payee, 120);
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.refund(refund).refundStatus()).isEqualTo(RefundStatus.FAILED);
        assertThat(ledger.available(first)).isEqualTo(333);
        assertThat(ledger.available(second)).isEqualTo(100);
        assertThat(ledger.debt(payee)).isZero();
        assertThat(ledger.available(payee)).isEqualTo(67 + 120);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.payment(payment).released()).isEqualTo(1000);
        assertThat(ledger.payment(payment).refunded()).isZero();
        ledger.platform().refund(payment, 1000).ok();
    }

    @Test
    void shouldPutItBackEvenAfterTheBankHadSaidThatItSucceeded() {
        long payment = released();
        long refund = ledger.platform().refund(payment).id();
        long instruction = ledger.bank().instructionOf(refund);
        ledger.bank().settle(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.REJECTED).ok();
        assertThat(ledger.refund(refund).refundStatus()).isEqualTo(RefundStatus.FAILED);
        assertThat(ledger.available(payee)).isEqualTo(1000);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
        ledger.bank().report(instruction, BankOutcome.REJECTED);
        assertThat(ledger.available(payee)).isEqualTo(1000);
    }

    @Test
    void shouldTakeWhatAStatementHasShownToLeaveAsReturned() {
        long payment = released();
        long refund = ledger.platform().refund(payment).id();
        long instruction = ledger.bank().instructionOf(refund);
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.statements().post(StatementLine.debit(instruction, 1000)))
                .isEqualTo(LineOutcome.MATCHED);
        ledger.bank().report(instruction, BankOutcome.REJECTED).ok();
        assertThat(ledger.available(payee)).isEqualTo(1000);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(2000);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, 1000)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(1000);
    }

    @Test
    void shouldHoldAgainWhatIsReturnedAfterItLeftAndAskForAnotherWay() {
        long payment = shipped();
        long refund = ledger.platform().refund(payment, 300).id();
        long instruction = ledger.bank().instructionOf(refund);
        ledger.bank().settle(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.RETURNED).ok();
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
        int last = ledger.state().breaks().size() - 1;
        assertThat(ledger.state().breaks().type(last)).isEqualTo(BreakType.REFUND_FAILED);
        assertThat(ledger.state().breaks().payment(last)).isEqualTo(payment);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isZero();
        ledger.pass(100 * MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
    }

    @Test
    void shouldNotStartAStoppedDeadlineAgainByExtendingIt() {
        long payment = shipped();
        long refund = ledger.platform().refund(payment).id();
        ledger.bank().reject(ledger.bank().instructionOf(refund)).ok();
        assertThat(ledger.platform().extend(payment, 60).code())
                .isEqualTo(ResultCode.DEADLINE_STOPPED);
        ledger.pass(100 * MachineFixture.DAY_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.SHIPPED);
    }

    @Test
    void shouldCountWhatWasClawedBackWhenTheRestIsReleasedLater() {
        long payment = ledger.platform().createPayment(payee, t -> t.splitBps(first, 1000)).id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment, 400).ok();
        long heldRefund = ledger.platform().refund(payment).id();
        ledger.platform().refund(payment).ok();
        assertThat(ledger.available(first)).isZero();
        ledger.bank().reject(ledger.bank().instructionOf(heldRefund)).ok();
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.available(first)).isEqualTo(60);
        assertThat(ledger.available(payee)).isEqualTo(540);
    }

    @Test
    void shouldRefuseInProductionADebtThatTheOperatorCannotCover() {
        MachineFixture production =
                new MachineFixture(
                        new Commands.Setup(
                                ServerMode.PRODUCTION,
                                MachineFixture.SANDBOX.shard(),
                                MachineFixture.SANDBOX.idempotencyRetentionMs(),
                                MachineFixture.SANDBOX.visibilityWindowMs(),
                                MachineFixture.SANDBOX.currencies(),
                                MachineFixture.SANDBOX.ladderMs()));
        long seller = production.newAccount();
        production.setPricing(seller, ShareKind.AMOUNT, 40, 0, 0);
        long payment = production.platform().createPayment(seller).id();
        production.platform().pay(payment).ok();
        production.bank().settle(production.bank().collectOf(payment)).ok();
        production.platform().confirm(payment).ok();
        production.platform().payOut(seller, 960).ok();
        Answer tooMuch = production.platform().refund(payment, 41);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.OWN_FUNDS_EXHAUSTED);
        assertThat(tooMuch.first()).isEqualTo(40);
        assertThat(tooMuch.second()).isEqualTo(41);
        production.platform().refund(payment, 40).ok();
        assertThat(production.debt(seller)).isEqualTo(40);
    }

    private long releasedWithSplits(long amount) {
        long payment =
                ledger.platform()
                        .createPayment(
                                payee,
                                t -> t.amount(amount).splitBps(first, 3333).split(second, 100))
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
        ledger.platform().confirm(payment).ok();
        return payment;
    }

    /** Brings money to an account, by way of a direct payment. */
    private void fill(long account, long amount) {
        long payment =
                ledger.platform()
                        .createPayment(account, terms -> terms.amount(amount).direct())
                        .id();
        ledger.platform().pay(payment).ok();
        collect(payment);
    }
}
