package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Caller;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.FourEyesCommands;
import io.clearhold.ledger.scenario.StatementLine;
import org.junit.jupiter.api.Test;

/** The operator's own money comes, goes and is set aside; the bank's part of it is a movement. */
class AdjustmentSpecificationTest extends PaymentSpecification {
    private static final long AMOUNT = 500;

    private final Caller li = ledger.person(1);
    private final Caller wang = ledger.person(2);

    @Test
    void shouldBookOwnFundsInTransitUntilTheirLineComes() {
        long approval = ownFunds();
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isEqualTo(AMOUNT);
        assertThat(headroom()).isEqualTo(AMOUNT);

        long instruction = ledger.bank().instructionOf(approval);
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(AMOUNT);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldLetTheLineAloneProveOwnFunds() {
        long instruction = ledger.bank().instructionOf(ownFunds());
        ledger.bank().claim(instruction).ok();
        assertThat(ledger.statements().post(StatementLine.credit(instruction, AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.bank().status(instruction)).isEqualTo(InstructionStatus.SETTLED);
    }

    @Test
    void shouldTakeOwnFundsBackThatTheBankDidNotBring() {
        ledger.bank().reject(ledger.bank().instructionOf(ownFunds())).ok();
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();
    }

    @Test
    void shouldPutOwnFundsThatCameInAnotherAmountIntoSuspense() {
        long instruction = ledger.bank().instructionOf(ownFunds());
        ledger.bank().claim(instruction).ok();
        ledger.bank().settle(instruction, AMOUNT - 1, MachineFixture.CNY).ok();
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(AMOUNT - 1);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(AMOUNT - 1);
    }

    @Test
    void shouldPutOwnFundsThatCameAfterAllIntoSuspense() {
        long instruction = ledger.bank().instructionOf(ownFunds());
        ledger.bank().reject(instruction).ok();
        ledger.bank().settle(instruction, AMOUNT, MachineFixture.CNY).ok();
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldWithdrawOwnFundsThroughTheBank() {
        ownFunds();
        long approval = approve(li.withdraw(AccountKind.OWN_FUNDS, 200)).id();
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(200);
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isEqualTo(AMOUNT - 200);

        long instruction = ledger.bank().instructionOf(approval);
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.statements().post(StatementLine.debit(instruction, 200)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldPutAWithdrawalBackThatTheBankRefuses() {
        earnFees();
        long approval = approve(li.withdraw(AccountKind.FEES, 100)).id();
        assertThat(ledger.total(AccountKind.FEES)).isZero();
        ledger.bank().reject(ledger.bank().instructionOf(approval)).ok();
        assertThat(ledger.total(AccountKind.FEES)).isEqualTo(100);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldPutAWithdrawalBackThatReturnsAfterItHadLeft() {
        earnFees();
        long approval = approve(li.withdraw(AccountKind.FEES, 100)).id();
        long instruction = ledger.bank().instructionOf(approval);
        ledger.bank().settle(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.RETURNED).ok();
        assertThat(ledger.total(AccountKind.FEES)).isEqualTo(100);
        assertThat(ledger.statements().post(StatementLine.debit(instruction, 100)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, 100)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldRefuseAWithdrawalOfMoreThanThereIs() {
        ownFunds();
        expect(li.withdraw(AccountKind.OWN_FUNDS, AMOUNT + 1), AMOUNT, AMOUNT + 1);
        expect(li.withdraw(AccountKind.FEES, 1), 0, 1);
    }

    @Test
    void shouldRefuseAWithdrawalThatTheHeadroomDoesNotAllow() {
        ownFunds();
        ledger.statements().post(StatementLine.debit(0, 450));
        assertThat(headroom()).isEqualTo(AMOUNT - 450);
        expect(li.withdraw(AccountKind.OWN_FUNDS, 51), 50, 51);
        assertThat(approve(li.withdraw(AccountKind.OWN_FUNDS, 50)).approvalStatus())
                .isEqualTo(ApprovalStatus.APPROVED);
        assertThat(headroom()).isZero();
    }

    @Test
    void shouldSetOwnFundsAsideAndNoMore() {
        ownFunds();
        expect(li.adjust(AdjustmentType.RISK_RESERVE, AMOUNT + 1), AMOUNT, AMOUNT + 1);
        approve(li.adjust(AdjustmentType.RISK_RESERVE, 300)).ok();
        assertThat(ledger.total(AccountKind.RISK_RESERVE)).isEqualTo(300);
        assertThat(ledger.total(AccountKind.OWN_FUNDS)).isEqualTo(200);
        assertThat(headroom()).isEqualTo(AMOUNT);
    }

    @Test
    void shouldWriteOffNoMoreThanIsOwed() {
        Answer answer = li.writeOff(payee, 1);
        assertThat(answer.code()).isEqualTo(ResultCode.AMOUNT_EXCEEDS_DEBT);
        assertThat(answer.first()).isZero();
        assertThat(answer.second()).isEqualTo(1);
        assertThat(li.writeOff(77, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldRefuseAmountsAndCurrenciesThatNoBookTakes() {
        assertThat(li.adjust(AdjustmentType.OWN_FUNDS, Long.MAX_VALUE).code())
                .isEqualTo(ResultCode.AMOUNT_TOO_LARGE);
        assertThat(li.adjust(AdjustmentType.OWN_FUNDS, 0).code())
                .isEqualTo(ResultCode.INVALID_COMMAND);
        assertThat(
                        ledger.send(
                                        FourEyesCommands.adjust(
                                                li.actor(),
                                                AdjustmentType.OWN_FUNDS,
                                                1,
                                                MachineFixture.NO_CURRENCY))
                                .code())
                .isEqualTo(ResultCode.CURRENCY_NOT_SUPPORTED);
    }

    private long ownFunds() {
        return approve(li.adjust(AdjustmentType.OWN_FUNDS, AMOUNT)).id();
    }

    private Answer approve(Answer proposed) {
        return wang.approve(proposed.id());
    }

    private void earnFees() {
        ledger.setPricing(payee, ShareKind.AMOUNT, 100, 0, 0);
        released();
        assertThat(ledger.total(AccountKind.FEES)).isEqualTo(100);
    }

    private long headroom() {
        return ledger.state().book().totals(MachineFixture.CNY).headroom();
    }

    private static void expect(Answer answer, long allowed, long asked) {
        assertThat(answer.code()).isEqualTo(ResultCode.OWN_FUNDS_EXHAUSTED);
        assertThat(answer.first()).isEqualTo(allowed);
        assertThat(answer.second()).isEqualTo(asked);
    }
}
