package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.LineOutcome;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.PaymentSpecification;
import io.clearhold.ledger.scenario.StatementLine;
import io.clearhold.ledger.state.BreakTable;
import org.junit.jupiter.api.Test;

/** A line of a bank's statement proves a movement to the cent, or is a break. */
class StatementSpecificationTest extends PaymentSpecification {
    private static final long AMOUNT = 1000;

    @Test
    void shouldMoveProvenCollectionsToTheBank() {
        long payment = held();
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();
        assertThat(openBreaks()).isZero();
    }

    @Test
    void shouldBookTheBanksFeeWithTheLineThatShowsIt() {
        long payment = held();
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT).fee(6)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT - 6);
        assertThat(ledger.total(AccountKind.CHANNEL_COST)).isEqualTo(6);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();
    }

    @Test
    void shouldCollectAPendingPaymentByItsLine() {
        long payment = submitted();
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldReleaseADirectPaymentThatItsLineCollects() {
        long payment = ledger.platform().createPayment(payee, t -> t.direct()).id();
        ledger.platform().pay(payment).ok();
        ledger.bank().claim(collectOf(payment)).ok();
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.payment(payment).status()).isEqualTo(PaymentStatus.RELEASED);
        assertThat(ledger.available(payee)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldPostALineOnceHoweverManyFilesShowIt() {
        long payment = held();
        StatementLine line = StatementLine.credit(collectOf(payment), AMOUNT).identity(5);
        assertThat(post(line)).isEqualTo(LineOutcome.MATCHED);
        assertThat(post(line)).isEqualTo(LineOutcome.DUPLICATE);
        StatementLine other = StatementLine.credit(collectOf(payment), AMOUNT + 1).identity(5);
        assertThat(post(other)).isEqualTo(LineOutcome.CHANGED);
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldFindTheStatementOfTheSameFileAgain() {
        long statement = ledger.statements().open(77);
        assertThat(ledger.statements().open(77)).isEqualTo(statement);
        ledger.statements().complete(statement, 0, 0).ok();
        assertThat(ledger.statements().send(statement, StatementLine.credit(0, 1)).code())
                .isEqualTo(ResultCode.STATEMENT_COMPLETE);
        assertThat(ledger.statements().open(77)).isEqualTo(statement);
    }

    @Test
    void shouldNotCountItsOwnLinesAsDuplicatesAfterACrash() {
        long payment = held();
        long statement = ledger.statements().open();
        StatementLine line = StatementLine.credit(collectOf(payment), AMOUNT).identity(6);
        ledger.statements().post(statement, line);
        assertThat(ledger.statements().post(statement, line)).isEqualTo(LineOutcome.DUPLICATE);
        ledger.statements().complete(statement, 1, 1).ok();
        int index = ledger.state().statements().find(statement);
        assertThat(ledger.state().statements().matched(index)).isEqualTo(1);
        assertThat(ledger.state().statements().duplicates(index)).isZero();
    }

    @Test
    void shouldBreakASecondLineForTheSameMovement() {
        long payment = held();
        post(StatementLine.credit(collectOf(payment), AMOUNT));
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT)))
                .isEqualTo(LineOutcome.UNEXPLAINED);
        expectBreak(BreakType.ALREADY_MATCHED, EntrySide.CREDIT, AMOUNT);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldBreakALineInAnotherAmountWholeAndMatchNothing() {
        long payment = held();
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT - 1)))
                .isEqualTo(LineOutcome.UNEXPLAINED);
        expectBreak(BreakType.AMOUNT_MISMATCH, EntrySide.CREDIT, AMOUNT - 1);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldBreakWhatHasNoReferenceOfOurs() {
        post(StatementLine.credit(0, 30));
        expectBreak(BreakType.UNMATCHED, EntrySide.CREDIT, 30);
        post(StatementLine.debit(12345, 20).fee(2));
        expectBreak(BreakType.UNMATCHED, EntrySide.DEBIT, 22);
        assertThat(ledger.total(AccountKind.SUSPENSE)).isEqualTo(30);
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isEqualTo(22);
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(8);
    }

    @Test
    void shouldSettleRefundsAndPayoutsFromTheBank() {
        long payment = held();
        post(StatementLine.credit(collectOf(payment), AMOUNT));
        ledger.platform().refund(payment).ok();
        long refund = ledger.bank().instructionOf(lastRefund());
        ledger.bank().claim(refund).ok();
        assertThat(post(StatementLine.debit(refund, AMOUNT))).isEqualTo(LineOutcome.MATCHED);
        assertThat(ledger.bank().status(refund)).isEqualTo(InstructionStatus.SETTLED);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
        assertThat(ledger.total(AccountKind.BANK)).isZero();
    }

    @Test
    void shouldReturnAPayoutByItsLine() {
        long account = ledger.accountWith(AMOUNT);
        long payout = ledger.platform().payOut(account, 700).id();
        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().settle(instruction).ok();
        post(StatementLine.debit(instruction, 700));
        assertThat(post(StatementLine.credit(instruction, 700))).isEqualTo(LineOutcome.MATCHED);
        int index = ledger.state().payouts().find(payout);
        assertThat(ledger.state().payouts().status(index)).isEqualTo(PayoutStatus.RETURNED);
        assertThat(ledger.available(account)).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.OUTGOING)).isZero();
        assertThat(openBreaks()).isZero();
    }

    @Test
    void shouldBreakMoneyThatLeftAfterTheBankSaidItFailed() {
        long account = ledger.accountWith(AMOUNT);
        long payout = ledger.platform().payOut(account, 700).id();
        long instruction = ledger.bank().instructionOf(payout);
        ledger.bank().reject(instruction).ok();
        post(StatementLine.debit(instruction, 700));
        expectBreak(BreakType.AFTER_FAILURE, EntrySide.DEBIT, 700);
        assertThat(ledger.available(account)).isEqualTo(AMOUNT);
    }

    @Test
    void shouldCollectLateMoneyToSuspenseAndProveItAllTheSame() {
        long payment = submitted();
        ledger.bank().reject(collectOf(payment)).ok();
        assertThat(post(StatementLine.credit(collectOf(payment), AMOUNT)))
                .isEqualTo(LineOutcome.MATCHED);
        expectBreak(BreakType.LATE_COLLECTION, EntrySide.CREDIT, AMOUNT);
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT);
        assertThat(ledger.total(AccountKind.IN_TRANSIT)).isZero();
    }

    @Test
    void shouldMissACollectionAndCloseTheBreakWhenItsLineComes() {
        long payment = held();
        int day = ledger.state().proof().openDay();
        assertThat(ledger.statements().age()).isZero();
        ledger.statements().cover(day, day + 1);
        assertThat(ledger.statements().age()).isZero();
        ledger.statements().cover(day + 2, day + 2);
        assertThat(ledger.statements().age()).isEqualTo(1);
        expectBreak(BreakType.MISSING, EntrySide.DEBIT, AMOUNT);
        assertThat(ledger.statements().age()).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isEqualTo(AMOUNT);
        post(StatementLine.credit(collectOf(payment), AMOUNT).fee(4));
        assertThat(openBreaks()).isZero();
        assertThat(ledger.total(AccountKind.SUSPENSE_OUT)).isZero();
        assertThat(ledger.total(AccountKind.BANK)).isEqualTo(AMOUNT - 4);
    }

    @Test
    void shouldSayAtOnceWhenTheHeadroomFallsBelowZero() {
        post(StatementLine.debit(0, 20));
        assertThat(ledger.state().book().totals(MachineFixture.CNY).isShort()).isTrue();
        assertThat(ledger.state().book().totals(MachineFixture.CNY).headroom()).isEqualTo(-20);
    }

    @Test
    void shouldCallReleasedMoneyUnsettledUntilItsCollectionIsProven() {
        long payment = released();
        assertThat(ledger.state().book().unsettledOf(payee, MachineFixture.CNY)).isEqualTo(AMOUNT);
        post(StatementLine.credit(collectOf(payment), AMOUNT));
        assertThat(ledger.state().book().unsettledOf(payee, MachineFixture.CNY)).isZero();
    }

    @Test
    void shouldRefuseWhatDoesNotFitTheBookAndPostNothing() {
        assertThat(post(StatementLine.credit(0, Long.MAX_VALUE))).isEqualTo(LineOutcome.TOO_LARGE);
        assertThat(post(StatementLine.credit(0, 0))).isEqualTo(LineOutcome.TOO_LARGE);
        assertThat(post(StatementLine.credit(0, 5).currency(MachineFixture.NO_CURRENCY)))
                .isEqualTo(LineOutcome.CURRENCY_NOT_SUPPORTED);
        assertThat(ledger.total(AccountKind.BANK)).isZero();
    }

    @Test
    void shouldCutEachDayOnceAtItsEnd() {
        held();
        int day = ledger.state().proof().openDay();
        ledger.pass(3 * MachineFixture.DAY_MS);
        assertThat(ledger.state().proof().openDay()).isEqualTo(day + 3);
    }

    @Test
    void shouldSettleEachAccountThatMovedInTheDay() {
        released();
        released();
        long sequence = ledger.state().sequence();
        ledger.pass(MachineFixture.DAY_MS);
        // The cut and the one settlement, of the payee; the next days bring none.
        assertThat(ledger.state().proof().lastCut()).isEqualTo(sequence + 1);
        long settled = ledger.state().sequence();
        ledger.pass(MachineFixture.DAY_MS);
        assertThat(ledger.state().sequence()).isEqualTo(settled + 1);
    }

    @Test
    void shouldNotUnderstandWordsOfABankAfterItsStatement() {
        long payment = submitted();
        post(StatementLine.credit(collectOf(payment), AMOUNT));
        long sequence = ledger.state().sequence();
        ledger.bank().settle(collectOf(payment)).ok();
        ledger.bank().report(collectOf(payment), BankOutcome.PENDING).ok();
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
    }

    private LineOutcome post(StatementLine line) {
        return ledger.statements().post(line);
    }

    private long collectOf(long payment) {
        return ledger.bank().collectOf(payment);
    }

    private long lastRefund() {
        return ledger.state().refunds().id(ledger.state().refunds().size() - 1);
    }

    private int openBreaks() {
        BreakTable breaks = ledger.state().breaks();
        int open = 0;
        for (int i = 0; i < breaks.size(); i++) {
            open += breaks.status(i) == BreakStatus.OPEN ? 1 : 0;
        }
        return open;
    }

    private void expectBreak(BreakType type, EntrySide direction, long amount) {
        BreakTable breaks = ledger.state().breaks();
        int last = breaks.size() - 1;
        assertThat(last).isNotNegative();
        assertThat(breaks.type(last)).isEqualTo(type);
        assertThat(breaks.direction(last)).isEqualTo(direction);
        assertThat(breaks.amount(last)).isEqualTo(amount);
    }
}
