package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.QueryMessages;
import io.clearhold.ledger.scenario.StatementLine;
import org.junit.jupiter.api.Test;

class TopUpSpecificationTest extends MachineSpecification {
    private static final int CNY = MachineFixture.CNY;

    private final long account = ledger.newAccount();
    private final long topUp = ledger.account(account).topUp(account, 700).id();
    private final long instruction = ledger.bank().instructionOf(topUp);

    @Test
    void shouldBeAvailableOnceTheChannelHasCollected() {
        assertThat(status()).isEqualTo(TopUpStatus.PENDING);
        assertThat(ledger.available(account)).isZero();
        ledger.bank().settle(instruction).ok();
        assertThat(status()).isEqualTo(TopUpStatus.SUCCEEDED);
        assertThat(ledger.available(account)).isEqualTo(700);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(700);
        assertThat(ledger.state().book().unsettledOf(account, CNY)).isEqualTo(700);
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.available(account)).isEqualTo(700);
    }

    @Test
    void shouldBeSettledByItsStatementLine() {
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.statements().post(StatementLine.credit(instruction, 700)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.state().book().unsettledOf(account, CNY)).isZero();
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(700);
    }

    @Test
    void shouldBeCollectedByItsStatementLineAlone() {
        assertThat(ledger.statements().post(StatementLine.credit(instruction, 700)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(status()).isEqualTo(TopUpStatus.SUCCEEDED);
        assertThat(ledger.available(account)).isEqualTo(700);
    }

    @Test
    void shouldEndDeclinedOrFailed() {
        ledger.bank().reject(instruction).ok();
        assertThat(status()).isEqualTo(TopUpStatus.DECLINED);
        assertThat(failure()).isEqualTo(FailureReason.DECLINED);
        assertThat(ledger.available(account)).isZero();
    }

    @Test
    void shouldFailOnceTheBankCertainlyHasNothing() {
        ledger.bank().loseAnswer(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(status()).isEqualTo(TopUpStatus.PENDING);
        ledger.passQuietly(MachineFixture.WINDOW_MS);
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(status()).isEqualTo(TopUpStatus.FAILED);
        assertThat(failure()).isEqualTo(FailureReason.NOT_COLLECTED);
    }

    @Test
    void shouldPutAWrongAmountIntoSuspense() {
        ledger.bank().claim(instruction).ok();
        ledger.bank().settle(instruction, 699, CNY).ok();
        assertThat(status()).isEqualTo(TopUpStatus.FAILED);
        assertThat(failure()).isEqualTo(FailureReason.WRONG_AMOUNT);
        assertThat(ledger.available(account)).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(699);
        assertThat(lastBreak()).isEqualTo(BreakType.WRONG_AMOUNT);
    }

    @Test
    void shouldPutWhatComesLateIntoSuspense() {
        ledger.bank().reject(instruction).ok();
        ledger.bank().settle(instruction, 700, CNY).ok();
        assertThat(status()).isEqualTo(TopUpStatus.DECLINED);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(700);
        assertThat(lastBreak()).isEqualTo(BreakType.LATE_COLLECTION);
    }

    @Test
    void shouldPutWhatComesForAClosedAccountIntoSuspense() {
        ledger.operator().move(account, AccountTrigger.CLOSE).ok();
        ledger.bank().settle(instruction).ok();
        assertThat(status()).isEqualTo(TopUpStatus.FAILED);
        assertThat(failure()).isEqualTo(FailureReason.ACCOUNT_CLOSED);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(700);
        assertThat(lastBreak()).isEqualTo(BreakType.ACCOUNT_CLOSED);
    }

    @Test
    void shouldTakeWhatComesForAFrozenAccount() {
        ledger.operator().move(account, AccountTrigger.FREEZE).ok();
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.available(account)).isEqualTo(700);
    }

    @Test
    void shouldAskTheChannelToCloseWhatNobodyCompletes() {
        ledger.bank().claim(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.ACCEPTED).ok();
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(ledger.bank().isClosing(instruction)).isTrue();
        assertThat(status()).isEqualTo(TopUpStatus.PENDING);
        ledger.bank().report(instruction, BankOutcome.CLOSED).ok();
        assertThat(status()).isEqualTo(TopUpStatus.FAILED);
        assertThat(failure()).isEqualTo(FailureReason.CLOSED);
    }

    @Test
    void shouldFailWhatNeverLeftWhenItsTimeIsOver() {
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(status()).isEqualTo(TopUpStatus.FAILED);
        assertThat(failure()).isEqualTo(FailureReason.CANCELED);
    }

    @Test
    void shouldRefuseWhatItMust() {
        assertThat(ledger.platform().topUp(99, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.otherPlatform().topUp(account, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.operator().topUp(account, 1).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.platform().topUp(account, 1, MachineFixture.NO_CURRENCY, 1).code())
                .isEqualTo(ResultCode.CURRENCY_NOT_SUPPORTED);
        assertThat(ledger.platform().topUp(account, 1, CNY, 9).code())
                .isEqualTo(ResultCode.CHANNEL_NOT_FOUND);
        ledger.operator().move(account, AccountTrigger.FREEZE).ok();
        assertThat(ledger.platform().topUp(account, 1).code())
                .isEqualTo(ResultCode.ACCOUNT_NOT_ACTIVE);
    }

    private TopUpStatus status() {
        return TopUpStatus.of(shown().topUp().status());
    }

    private FailureReason failure() {
        return FailureReason.of(shown().topUp().failure());
    }

    private Answer shown() {
        return ledger.ask(QueryMessages.object(Actor.OPERATOR, IdKind.TOPUP, topUp));
    }

    private BreakType lastBreak() {
        return ledger.state().breaks().type(ledger.state().breaks().size() - 1);
    }
}
