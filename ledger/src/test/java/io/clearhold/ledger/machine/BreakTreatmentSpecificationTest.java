package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Caller;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.StatementLine;
import io.clearhold.ledger.state.BreakTable;
import org.junit.jupiter.api.Test;

/** What two persons do about breaks; suspense equals the open ones after every command. */
class BreakTreatmentSpecificationTest extends PaymentSpecification {
    private static final long AMOUNT = 1000;

    private final Caller li = ledger.person(1);
    private final Caller wang = ledger.person(2);

    @Test
    void shouldProposeToApplyLateMoneyWhilePaymentWaitsForIt() {
        long payment = late();
        assertThat(breaks().treatment(last())).isEqualTo(BreakAction.APPLY);

        done(li.resolve(id(), BreakAction.APPLY, payment));
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isZero();
        assertThat(ledger.total(AccountKind.ESCROW)).isEqualTo(AMOUNT);
        assertThat(breaks().status(last())).isEqualTo(BreakStatus.RESOLVED);

        long instruction = breaks().instruction(last());
        assertThat(ledger.statements().post(StatementLine.credit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.state().book().unsettledOf(payee, MachineFixture.CNY)).isZero();
    }

    @Test
    void shouldReleaseADirectPaymentThatItsLateMoneyCollects() {
        long payment = ledger.platform().createPayment(payee, t -> t.direct()).id();
        ledger.platform().pay(payment).ok();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().reject(instruction).ok();
        ledger.bank().settle(instruction, AMOUNT, MachineFixture.CNY).ok();
        done(li.resolve(id(), BreakAction.APPLY, payment));
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.available(payee)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldProposeToRefundLateMoneyOfAClosedPaymentAndSendItBack() {
        long payment = late();
        ledger.platform().cancel(payment).ok();
        assertThat(li.resolve(id(), BreakAction.APPLY, payment).code())
                .isEqualTo(ResultCode.PAYMENT_CANCELED);
        done(li.resolve(id(), BreakAction.REFUND, 0));
        assertThat(ledger.total(AccountKind.SUSPENSE)).isZero();
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(AMOUNT);

        long instruction = breaks().partner(last());
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.statements().post(StatementLine.debit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
        assertThat(li.reopen(id()).code()).isEqualTo(ResultCode.RESOLUTION_FINAL);
    }

    @Test
    void shouldOpenTheBreakAgainWhenTheBankDoesNotSendItBack() {
        late();
        done(li.resolve(id(), BreakAction.REFUND, 0));
        ledger.bank().reject(breaks().partner(last())).ok();
        assertThat(breaks().status(last())).isEqualTo(BreakStatus.OPEN);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldSendOneCollectionBackOnceThoughTwoBreaksTellOfIt() {
        long payment = ledger.platform().createPayment(payee, t -> t).id();
        ledger.platform().pay(payment).ok();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().settle(instruction, AMOUNT, MachineFixture.JPY).ok();
        done(li.resolve(id(), BreakAction.REFUND, 0));
        long givenBack = breaks().partner(last());

        ledger.statements()
                .post(StatementLine.credit(instruction, AMOUNT).currency(MachineFixture.JPY));
        expect(li.resolve(id(), BreakAction.REFUND, 0), ResultCode.ALREADY_GIVEN_BACK);
        ledger.bank().reject(givenBack).ok();
        done(li.resolve(id(), BreakAction.REFUND, 0));
    }

    @Test
    void shouldMatchALineWithoutReferenceToItsMovementAndUndoThat() {
        long payment = held();
        long instruction = ledger.bank().collectOf(payment);
        ledger.statements().post(StatementLine.credit(0, AMOUNT));
        done(li.resolve(id(), BreakAction.MATCH, instruction));
        assertThat(ledger.total(AccountKind.SUSPENSE)).isZero();
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();

        done(li.reopen(id()));
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(AMOUNT);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(li.resolve(id(), BreakAction.MATCH, instruction).code())
                .isEqualTo(ResultCode.MOVEMENT_DOES_NOT_FIT);
    }

    @Test
    void shouldMatchALineToMoneyThatWasMissing() {
        long payment = held();
        long instruction = ledger.bank().collectOf(payment);
        missing();
        long short_ = id();
        assertThat(breaks().treatment(last())).isEqualTo(BreakAction.WAIT);
        ledger.statements().post(StatementLine.credit(0, AMOUNT));
        done(li.resolve(id(), BreakAction.MATCH, instruction));
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE)).isZero();
        assertThat(breaks().status(breaks().find(short_))).isEqualTo(BreakStatus.RESOLVED);
        assertThat(li.reopen(short_).code()).isEqualTo(ResultCode.RESOLUTION_FINAL);
    }

    @Test
    void shouldCreditAnAccountAndTakeItBack() {
        long account = ledger.newAccount();
        ledger.statements().post(StatementLine.credit(0, 300));
        done(li.resolve(id(), BreakAction.CREDIT, account));
        assertThat(ledger.available(account)).isEqualTo(300);
        ledger.platform().payOut(account, 100).ok();

        done(li.reopen(id()));
        assertThat(ledger.available(account)).isZero();
        assertThat(debt(account)).isEqualTo(100);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(300);
    }

    @Test
    void shouldChargeWhatAnAccountHasAndLetItOweTheRest() {
        long account = ledger.accountWith(200);
        ledger.statements().post(StatementLine.debit(0, 500));
        done(li.resolve(id(), BreakAction.CHARGE, account));
        assertThat(ledger.available(account)).isZero();
        assertThat(debt(account)).isEqualTo(300);
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isZero();

        done(li.reopen(id()));
        assertThat(ledger.available(account)).isEqualTo(200);
        assertThat(debt(account)).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isEqualTo(500);
    }

    @Test
    void shouldWriteMissingMoneyOffAndBreakItsLineWhenItComesAfterAll() {
        long payment = held();
        missing();
        done(li.resolve(id(), BreakAction.WRITE_OFF, 0));
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isEqualTo(-AMOUNT);
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isZero();
        long instruction = ledger.bank().collectOf(payment);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.UNEXPLAINED);
        done(li.resolve(id(), BreakAction.WRITE_OFF, 0));
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();
    }

    @Test
    void shouldLetALineThatCameMeanwhileMakeTheApprovalFail() {
        long payment = held();
        missing();
        long approval = li.resolve(id(), BreakAction.WRITE_OFF, 0).id();
        long instruction = ledger.bank().collectOf(payment);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        Answer failed = wang.approve(approval);
        assertThat(failed.approvalStatus()).isEqualTo(ApprovalStatus.FAILED);
        assertThat(failed.approval().failure()).isEqualTo(ResultCode.BREAK_RESOLVED.number());
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();
    }

    @Test
    void shouldRefuseASecondProposalAboutABreakUntilTheFirstHasEnded() {
        ledger.statements().post(StatementLine.credit(0, 5));
        long approval = li.resolve(id(), BreakAction.WRITE_OFF, 0).id();
        assertThat(wang.resolve(id(), BreakAction.WRITE_OFF, 0).code())
                .isEqualTo(ResultCode.APPROVAL_OPEN);
        wang.reject(approval).ok();
        done(li.resolve(id(), BreakAction.WRITE_OFF, 0));
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isEqualTo(5);
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheBreak() {
        ledger.statements().post(StatementLine.credit(0, 5));
        long credit = id();
        expect(li.resolve(credit, BreakAction.CHARGE, payee), ResultCode.ACTION_DOES_NOT_FIT);
        expect(li.resolve(credit, BreakAction.REFUND, 0), ResultCode.ACTION_DOES_NOT_FIT);
        expect(li.resolve(credit, BreakAction.WAIT, 0), ResultCode.ACTION_DOES_NOT_FIT);
        expect(li.resolve(credit, BreakAction.MATCH, 0), ResultCode.MOVEMENT_DOES_NOT_FIT);
        expect(li.resolve(credit, BreakAction.CREDIT, 77), ResultCode.BREAK_ACCOUNT_NOT_FOUND);
        expect(li.resolve(credit, BreakAction.APPLY, 77), ResultCode.BREAK_PAYMENT_NOT_FOUND);
        expect(li.resolve(credit, BreakAction.APPLY, created()), ResultCode.PAYMENT_AMOUNT_DIFFERS);
        expect(li.resolve(credit, BreakAction.APPLY, held()), ResultCode.ALREADY_PAID);
        expect(li.reopen(credit), ResultCode.BREAK_NOT_RESOLVED);
        ledger.statements().post(StatementLine.debit(0, 5));
        expect(li.resolve(id(), BreakAction.CREDIT, payee), ResultCode.ACTION_DOES_NOT_FIT);
        expect(li.resolve(id(), BreakAction.APPLY, 77), ResultCode.ACTION_DOES_NOT_FIT);
    }

    @Test
    void shouldBeTheBusinessOfTheStaffAlone() {
        ledger.statements().post(StatementLine.credit(0, 5));
        expect(ledger.platform().resolve(id(), BreakAction.WRITE_OFF, 0), ResultCode.NOT_FOUND);
        expect(ledger.platform().assign(id()), ResultCode.NOT_FOUND);
        expect(ledger.platform().reopen(id()), ResultCode.NOT_FOUND);
        expect(ledger.auditor().assign(id()), ResultCode.FORBIDDEN);
        expect(ledger.auditor().resolve(id(), BreakAction.WRITE_OFF, 0), ResultCode.FORBIDDEN);
        expect(li.assign(77), ResultCode.NOT_FOUND);
    }

    @Test
    void shouldBeAssignedWhileItIsOpen() {
        ledger.statements().post(StatementLine.credit(0, 5));
        Answer answer = li.assign(id());
        assertThat(answer.code()).isEqualTo(ResultCode.OK);
        assertThat(breaks().assignedSequence(last())).isEqualTo(answer.sequence());
        done(li.resolve(id(), BreakAction.WRITE_OFF, 0));
        expect(li.assign(id()), ResultCode.BREAK_RESOLVED);
        expect(li.resolve(id(), BreakAction.WRITE_OFF, 0), ResultCode.BREAK_RESOLVED);
    }

    /** A payment that can be paid again, and money of its first attempt that came after all. */
    private long late() {
        long payment = pending();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().reject(instruction).ok();
        ledger.bank().settle(instruction, AMOUNT, MachineFixture.CNY).ok();
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(AMOUNT);
        return payment;
    }

    /** Complete statements of three days did not show what was collected. */
    private void missing() {
        int day = ledger.state().proof().openDay();
        ledger.statements().cover(day, day + 2);
        ledger.statements().age();
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isEqualTo(AMOUNT);
    }

    private void done(Answer proposed) {
        assertThat(proposed.code()).isEqualTo(ResultCode.OK);
        assertThat(wang.approve(proposed.id()).approvalStatus()).isEqualTo(ApprovalStatus.APPROVED);
    }

    private static void expect(Answer answer, ResultCode code) {
        assertThat(answer.code()).isEqualTo(code);
    }

    private BreakTable breaks() {
        return ledger.state().breaks();
    }

    private int last() {
        return breaks().size() - 1;
    }

    private long id() {
        return breaks().id(last());
    }

    private long debt(long account) {
        return ledger.state().book().balance(AccountKind.DEBT, account, MachineFixture.CNY);
    }
}
