package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What banks say of an attempt to collect, and what they do not say. */
class CollectionSpecificationTest extends PaymentSpecification {
    @Test
    void shouldReturnToCreatedWhenTheBankDeclines() {
        long payment = pending();
        ledger.bank().reject(ledger.bank().collectOf(payment)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.DECLINED);

        assertThat(ledger.platform().pay(payment).payment().attempt()).isEqualTo(2);
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.NONE);
        collect(payment);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
    }

    @Test
    void shouldStayPendingWhileNobodyKnowsAndBeHeldWhenAQueryFindsIt() {
        long payment = pending();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().loseAnswer(instruction).ok();
        assertThat(ledger.bank().status(instruction)).isEqualTo(InstructionStatus.UNKNOWN);
        ledger.pass(10 * MachineFixture.SECOND_MS);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        collect(payment);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
    }

    @Test
    void shouldClimbTheLadderOfQueriesWhileItIsUnknown() {
        long instruction = ledger.bank().collectOf(pending());
        ledger.bank().loseAnswer(instruction).ok();
        // The third rung would be 120 s, past the moment when a "not found" begins to count.
        long[] waits = {5, 30, 25, 3600, 3600};
        for (long seconds : waits) {
            assertThat(ledger.bank().nextActionMs(instruction) - ledger.nowMs())
                    .isEqualTo(seconds * 1000);
            ledger.pass(seconds * 1000);
        }
        assertThat(ledger.bank().status(instruction)).isEqualTo(InstructionStatus.UNKNOWN);
    }

    @Test
    void shouldNotTrustNotFoundInsideTheVisibilityWindow() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().loseAnswer(instruction).ok();
        ledger.passQuietly(MachineFixture.WINDOW_MS - 1);
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        ledger.passQuietly(1);
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.NOT_COLLECTED);
    }

    @Test
    void shouldNotTrustNotFoundAgainstTheBanksOwnWord() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().report(instruction, BankOutcome.ACCEPTED).ok();
        ledger.passQuietly(10 * MachineFixture.WINDOW_MS);
        ledger.bank().report(instruction, BankOutcome.NOT_FOUND).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void shouldTryAgainUnderTheSameIdWhenNothingWasSent() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().report(instruction, BankOutcome.NOT_SENT).ok();
        assertThat(ledger.bank().status(instruction)).isEqualTo(InstructionStatus.QUEUED);
        assertThat(ledger.bank().nextActionMs(instruction)).isEqualTo(ledger.nowMs() + 5000);

        ledger.bank().claim(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.NOT_SENT).ok();
        assertThat(ledger.bank().nextActionMs(instruction)).isEqualTo(ledger.nowMs() + 30_000);

        collect(payment);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
    }

    @Test
    void shouldNotBelieveNotSentOnceTheAnswerWasLost() {
        long instruction = ledger.bank().collectOf(pending());
        ledger.bank().loseAnswer(instruction).ok();
        ledger.bank().report(instruction, BankOutcome.NOT_SENT).ok();
        assertThat(ledger.bank().status(instruction)).isEqualTo(InstructionStatus.UNKNOWN);
    }

    @Test
    void shouldPutLateMoneyIntoSuspense() {
        long payment = pending();
        long instruction = ledger.bank().collectOf(payment);
        ledger.bank().reject(instruction).ok();
        ledger.bank().settle(instruction, 1000, MachineFixture.CNY).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.CREATED);
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.LATE);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(1000);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(1000);
    }

    @Test
    void shouldPutLateMoneyOfAnEarlierAttemptIntoSuspenseWhileTheNextIsPending() {
        long payment = pending();
        long first = ledger.bank().collectOf(payment);
        ledger.bank().reject(first).ok();
        ledger.platform().pay(payment).ok();
        ledger.bank().settle(first, 1000, MachineFixture.CNY).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(1000);
        collect(payment);
        assertThat(ledger.payment(payment).held()).isEqualTo(1000);
    }

    @Test
    void shouldPutAWrongAmountIntoSuspenseAndLeaveThePayment() {
        long payment = submitted();
        ledger.bank().settle(ledger.bank().collectOf(payment), 999, MachineFixture.CNY).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(ledger.payment(payment).collected()).isZero();
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.WRONG_AMOUNT);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(999);
        assertThat(ledger.platform().cancel(payment).payment().status())
                .isEqualTo(PaymentStatus.CANCELED);
    }

    @Test
    void shouldPutAWrongCurrencyIntoSuspenseOfThatCurrency() {
        long payment = submitted();
        ledger.bank().settle(ledger.bank().collectOf(payment), 1000, MachineFixture.USD).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.WRONG_CURRENCY);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isZero();
        assertThat(ledger.state().book().totals(MachineFixture.USD).balance(AccountKind.SUSPENSE))
                .isEqualTo(1000);
    }

    /** A word that adds nothing to what is known leaves no frame. */
    @ParameterizedTest
    @EnumSource(value = BankOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "CHARGED_BACK")
    void shouldDoNothingOnAnythingAfterItIsSettledInFull(BankOutcome outcome) {
        long payment = held();
        long sequence = ledger.state().sequence();
        long instruction = ledger.bank().collectOf(payment);
        if (outcome == BankOutcome.SETTLED) {
            ledger.bank().settle(instruction).ok();
        } else {
            ledger.bank().report(instruction, outcome).ok();
        }
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
    }

    @Test
    void shouldDoNothingOnTheSameWordTwice() {
        long instruction = ledger.bank().collectOf(submitted());
        for (BankOutcome outcome : new BankOutcome[] {BankOutcome.UNKNOWN, BankOutcome.ACCEPTED}) {
            ledger.bank().report(instruction, outcome).ok();
            long sequence = ledger.state().sequence();
            ledger.bank().report(instruction, outcome).ok();
            assertThat(ledger.state().sequence()).isEqualTo(sequence);
        }
    }

    @Test
    void shouldTakeACallbackThatComesBeforeTheAnswer() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        collect(payment);
        ledger.bank().report(instruction, BankOutcome.ACCEPTED).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
    }

    @Test
    void shouldClaimAnInstructionOnce() {
        long payment = submitted();
        long instruction = ledger.bank().collectOf(payment);
        assertThat(ledger.bank().claim(instruction).code())
                .isEqualTo(ResultCode.INSTRUCTION_NOT_QUEUED);
        collect(payment);
        assertThat(ledger.bank().claim(instruction).code())
                .isEqualTo(ResultCode.INSTRUCTION_CLOSED);
        assertThat(ledger.bank().claim(99).code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.bank().report(99, BankOutcome.ACCEPTED).code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }
}
