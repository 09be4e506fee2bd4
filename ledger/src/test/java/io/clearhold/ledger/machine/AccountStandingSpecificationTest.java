package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.AccountLifecycle;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.StatementLine;
import org.junit.jupiter.api.Test;

/** Freezing, unfreezing and closing, and what an account that is not active refuses. */
class AccountStandingSpecificationTest extends MachineSpecification {
    private final long account = ledger.accountWith(1000);

    @Test
    void shouldAnswerEveryPairOfStatusAndCommandAsTheTableSays() {
        for (AccountStatus from : AccountStatus.values()) {
            for (AccountTrigger trigger : AccountTrigger.values()) {
                long other = ledger.newAccount();
                if (from != AccountStatus.ACTIVE) {
                    boolean frozen = from == AccountStatus.FROZEN;
                    ledger.operator()
                            .move(other, frozen ? AccountTrigger.FREEZE : AccountTrigger.CLOSE)
                            .ok();
                }
                ResultCode guard = AccountLifecycle.TABLE.guard(from, trigger);
                boolean alone = guard == ResultCode.OK && trigger == AccountTrigger.UNFREEZE;
                ResultCode expected = alone ? ResultCode.PERSON_UNKNOWN : guard;
                assertThat(ledger.operator().move(other, trigger).code())
                        .as("%s in %s", trigger, from)
                        .isEqualTo(expected);
                assertThat(status(other))
                        .isEqualTo(
                                expected == ResultCode.OK
                                        ? AccountLifecycle.TABLE.next(from, trigger)
                                        : from);
            }
        }
    }

    @Test
    void shouldBeForTheStaffAlone() {
        assertThat(ledger.platform().move(account, AccountTrigger.FREEZE).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.account(account).move(account, AccountTrigger.FREEZE).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.auditor().move(account, AccountTrigger.FREEZE).code())
                .isEqualTo(ResultCode.FORBIDDEN);
        assertThat(ledger.otherPlatform().move(account, AccountTrigger.FREEZE).code())
                .isEqualTo(ResultCode.NOT_FOUND);
        assertThat(ledger.operator().move(99, AccountTrigger.FREEZE).code())
                .isEqualTo(ResultCode.NOT_FOUND);
    }

    @Test
    void shouldRefuseToMoveTheMoneyOfAFrozenAccount() {
        long other = ledger.accountWith(500);
        long toPay = ledger.platform().createPayment(account).id();
        ledger.operator().move(account, AccountTrigger.FREEZE).ok();
        ResultCode refused = ResultCode.ACCOUNT_NOT_ACTIVE;
        assertThat(ledger.platform().createPayment(account).code()).isEqualTo(refused);
        assertThat(ledger.platform().createPayment(other, t -> t.payer(account)).code())
                .isEqualTo(refused);
        assertThat(ledger.platform().createPayment(other, t -> t.split(account, 5)).code())
                .isEqualTo(refused);
        assertThat(ledger.platform().createPayment(other, t -> t.paidFrom(account)).code())
                .isEqualTo(refused);
        assertThat(ledger.platform().pay(toPay).code()).isEqualTo(refused);
        long payment = ledger.platform().createPayment(other, t -> t.amount(10)).id();
        assertThat(ledger.platform().payFrom(payment, account).code()).isEqualTo(refused);
        assertThat(ledger.platform().payOut(account, 1).code()).isEqualTo(refused);
    }

    @Test
    void shouldGoOnWithWhatIsUnderWayWhileFrozen() {
        long payment = ledger.platform().createPayment(account).id();
        ledger.platform().pay(payment).ok();
        long payout = ledger.platform().payOut(account, 300).id();
        ledger.operator().move(account, AccountTrigger.FREEZE).ok();
        ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
        ledger.bank().reject(ledger.bank().instructionOf(payout)).ok();
        ledger.platform().confirm(payment).ok();
        assertThat(ledger.available(account)).isEqualTo(2000);
    }

    @Test
    void shouldCloseOnlyWhatIsEmpty() {
        Answer full = ledger.operator().move(account, AccountTrigger.CLOSE);
        assertThat(full.code()).isEqualTo(ResultCode.ACCOUNT_HAS_BALANCE);
        assertThat(full.first()).isEqualTo(1000);
        long payment = ledger.platform().createPayment(account).id();
        ledger.platform().pay(payment).ok();
        ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
        long payout = ledger.platform().payOut(account, 1000).id();
        Answer held = ledger.operator().move(account, AccountTrigger.CLOSE);
        assertThat(held.code()).isEqualTo(ResultCode.ACCOUNT_HAS_HELD_PAYMENTS);
        assertThat(held.first()).isEqualTo(1000);
        ledger.platform().refund(payment).ok();
        Answer leaving = ledger.operator().move(account, AccountTrigger.CLOSE);
        assertThat(leaving.code()).isEqualTo(ResultCode.ACCOUNT_HAS_OUTGOING_PAYOUTS);
        assertThat(leaving.first()).isEqualTo(1000);
        ledger.bank().settle(ledger.bank().instructionOf(payout)).ok();
        ledger.operator().move(account, AccountTrigger.CLOSE).ok();
        assertThat(status(account)).isEqualTo(AccountStatus.CLOSED);
    }

    @Test
    void shouldPutACollectionForAClosedPayeeIntoSuspense() {
        long payee = ledger.newAccount();
        long payment = ledger.platform().createPayment(payee).id();
        ledger.platform().pay(payment).ok();
        ledger.operator().move(payee, AccountTrigger.CLOSE).ok();
        ledger.bank().settle(ledger.bank().collectOf(payment)).ok();
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(ledger.payment(payment).lastError()).isEqualTo(FailureReason.ACCOUNT_CLOSED);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(1000);
        assertThat(lastBreak()).isEqualTo(BreakType.ACCOUNT_CLOSED);
    }

    @Test
    void shouldPutAPayoutThatComesBackToAClosedAccountIntoSuspense() {
        long payout = ledger.platform().payOut(account, 1000).id();
        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().settle(instruction).ok();
        ledger.operator().move(account, AccountTrigger.CLOSE).ok();
        ledger.bank().report(instruction, BankOutcome.RETURNED).ok();
        assertThat(ledger.available(account)).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(1000);
        assertThat(lastBreak()).isEqualTo(BreakType.ACCOUNT_CLOSED);
        assertThat(ledger.statements().post(StatementLine.debit(instruction, 1000)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.statements().post(StatementLine.credit(instruction, 1000)))
                .isEqualTo(LineOutcome.MATCHED);
    }

    private AccountStatus status(long id) {
        return ledger.state().accounts().status(ledger.state().accounts().find(id));
    }

    private BreakType lastBreak() {
        return ledger.state().breaks().type(ledger.state().breaks().size() - 1);
    }
}
