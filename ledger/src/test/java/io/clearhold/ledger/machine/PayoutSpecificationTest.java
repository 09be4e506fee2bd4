package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.MachineSpecification;
import org.junit.jupiter.api.Test;

class PayoutSpecificationTest extends MachineSpecification {
    private static final int CNY = MachineFixture.CNY;
    private static final int CHANNEL = MachineFixture.CHANNEL;

    private final long account = ledger.accountWith(1000);

    @Test
    void shouldLeaveSubmitAndArrive() {
        long payout = ledger.account(account).payOut(account, 700).id();
        assertThat(status(payout)).isEqualTo(PayoutStatus.PENDING);
        assertThat(ledger.available(account)).isEqualTo(300);
        assertThat(ledger.state().book().outgoingOf(account, CNY)).isEqualTo(700);

        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().claim(instruction).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.PENDING);
        ledger.bank().report(instruction, BankOutcome.ACCEPTED).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.SUBMITTED);
        ledger.bank().settle(instruction).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.PAID);
        assertThat(ledger.state().book().outgoingOf(account, CNY)).isZero();
        assertThat(ledger.total(AccountKind.OUTGOING)).isEqualTo(700);
    }

    @Test
    void shouldComeBackWhenTheBankRejectsIt() {
        long payout = ledger.platform().payOut(account, 700).id();
        ledger.bank().reject(ledger.bank().instructionOf(payout)).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.FAILED);
        assertThat(ledger.available(account)).isEqualTo(1000);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
    }

    @Test
    void shouldComeBackWhenItIsReturnedAfterItWasPaid() {
        long payout = ledger.platform().payOut(account, 700).id();
        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().settle(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.RETURNED).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.RETURNED);
        assertThat(ledger.available(account)).isEqualTo(1000);
        long sequence = ledger.state().sequence();
        ledger.bank().report(instruction, BankOutcome.RETURNED).ok();
        ledger.bank().settle(instruction).ok();
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
        assertThat(ledger.available(account)).isEqualTo(1000);
    }

    @Test
    void shouldStayUnknownUntilAQueryFindsIt() {
        long payout = ledger.platform().payOut(account, 700).id();
        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().loseAnswer(instruction).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.UNKNOWN);
        assertThat(ledger.available(account)).isEqualTo(300);
        ledger.bank().report(instruction, BankOutcome.PENDING).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.SUBMITTED);
        ledger.bank().settle(instruction).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.PAID);
    }

    @Test
    void shouldComeBackWhenTheBankNeverHadIt() {
        long payout = ledger.platform().payOut(account, 700).id();
        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().loseAnswer(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.UNKNOWN);
        ledger.passQuietly(MachineFixture.WINDOW_MS);
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(status(payout)).isEqualTo(PayoutStatus.FAILED);
        assertThat(ledger.available(account)).isEqualTo(1000);
    }

    @Test
    void shouldBeCanceledWhileItIsCertainlyNotSent() {
        long payout = ledger.platform().payOut(account, 700).id();
        Answer canceled = ledger.platform().cancelPayout(payout);
        assertThat(canceled.payoutStatus()).isEqualTo(PayoutStatus.FAILED);
        assertThat(FailureReason.of(canceled.payout().failure())).isEqualTo(FailureReason.CANCELED);
        assertThat(ledger.available(account)).isEqualTo(1000);
        assertThat(ledger.platform().cancelPayout(payout).code())
                .isEqualTo(ResultCode.PAYOUT_NOT_PENDING);
    }

    @Test
    void shouldNotBeCanceledOnceItMayHaveLeft() {
        long payout = ledger.platform().payOut(account, 700).id();
        ledger.bank().claim(ledger.bank().instructionOf(payout)).ok();
        assertThat(ledger.platform().cancelPayout(payout).code())
                .isEqualTo(ResultCode.PAYOUT_NOT_PENDING);
        ledger.bank().report(ledger.bank().instructionOf(payout), BankOutcome.NOT_SENT).ok();
        ledger.platform().cancelPayout(payout).ok();
    }

    @Test
    void shouldRefuseWhatItMust() {
        long foreign = ledger.otherPlatform().createAccount().id();
        long bare = ledger.platform().createAccountWithoutBank().id();
        assertThat(ledger.platform().payOut(99, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.platform().payOut(foreign, 1).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.operator().payOut(account, 1).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.auditor().payOut(account, 1).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(
                        ledger.platform()
                                .payOut(account, 1, MachineFixture.NO_CURRENCY, CHANNEL, true)
                                .code())
                .isEqualTo(ResultCode.CURRENCY_NOT_SUPPORTED);
        assertThat(ledger.platform().payOut(account, 1, CNY, 9, true).code())
                .isEqualTo(ResultCode.CHANNEL_NOT_FOUND);
        assertThat(ledger.platform().payOut(bare, 1, CNY, CHANNEL, false).code())
                .isEqualTo(ResultCode.BANK_ACCOUNT_MISSING);
        assertThat(ledger.platform().payOut(bare, 1, CNY, CHANNEL, true).code())
                .isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
        Answer tooMuch = ledger.platform().payOut(account, 1001);
        assertThat(tooMuch.code()).isEqualTo(ResultCode.INSUFFICIENT_BALANCE);
        assertThat(tooMuch.first()).isEqualTo(1000);
        long payout = ledger.platform().payOut(account, 1).id();
        assertThat(ledger.otherPlatform().cancelPayout(payout).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.operator().cancelPayout(payout).code()).isEqualTo(ResultCode.FORBIDDEN);
    }

    private PayoutStatus status(long payout) {
        return ledger.payout(payout).payoutStatus();
    }
}
