package io.clearhold.ledger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.fixture.Answer;
import io.clearhold.ledger.fixture.Caller;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.MachineSpecification;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.StatementLine;
import io.clearhold.ledger.scenario.WalletCommands;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Time begins on a Friday, 2027-01-15, at 08:00; the cut-off is at 16:00. */
class PayoutScheduleSpecificationTest extends MachineSpecification {
    private static final long HOUR_MS = MachineFixture.HOUR_MS;
    private static final long DAY_MS = MachineFixture.DAY_MS;

    private final long account = ledger.accountWith(1000);

    @Test
    void shouldPayOutAtTheCutOffOfABusinessDay() {
        set(PayoutInterval.DAILY, 0, 0).ok();
        ledger.pass(8 * HOUR_MS - 1);
        assertThat(payouts()).isEmpty();
        ledger.pass(1);
        assertThat(payouts()).containsExactly(1000L);
        assertThat(ledger.available(account)).isZero();
        ledger.pass(10 * DAY_MS);
        assertThat(payouts()).containsExactly(1000L);
    }

    @Test
    void shouldNotPayOnAWeekendOrAHoliday() {
        configure(false, 0, Map.of(day("2027-01-18"), false));
        ledger.pass(9 * HOUR_MS);
        set(PayoutInterval.DAILY, 0, 0).ok();
        ledger.pass(3 * DAY_MS + 22 * HOUR_MS);
        assertThat(payouts()).isEmpty();
        ledger.pass(2 * HOUR_MS);
        assertThat(payouts()).containsExactly(1000L);
    }

    @Test
    void shouldPayOnAMakeUpWorkday() {
        configure(false, 0, Map.of(day("2027-01-16"), true));
        ledger.pass(9 * HOUR_MS);
        set(PayoutInterval.DAILY, 0, 0).ok();
        ledger.pass(DAY_MS);
        assertThat(payouts()).containsExactly(1000L);
    }

    @Test
    void shouldKeepMoneyForSomeBusinessDays() {
        set(PayoutInterval.DAILY, 1, 0).ok();
        ledger.pass(9 * HOUR_MS);
        assertThat(payouts()).isEmpty();
        topUp(500);
        ledger.pass(3 * DAY_MS);
        assertThat(payouts()).containsExactly(1000L);
        ledger.pass(DAY_MS);
        assertThat(payouts()).containsExactly(1000L, 500L);
    }

    @Test
    void shouldTakeWhatWasSpentFromTheOldestMoney() {
        set(PayoutInterval.DAILY, 1, 0).ok();
        ledger.pass(9 * HOUR_MS);
        topUp(500);
        ledger.platform().transfer(account, ledger.newAccount(), 700).ok();
        ledger.pass(3 * DAY_MS);
        assertThat(payouts()).containsExactly(300L);
    }

    @Test
    void shouldPayWeeklyOnTheFirstBusinessDayOfAWeek() {
        configure(false, 0, Map.of(day("2027-01-18"), false));
        set(PayoutInterval.WEEKLY, 0, 0).ok();
        ledger.pass(4 * DAY_MS + 7 * HOUR_MS);
        assertThat(payouts()).isEmpty();
        ledger.pass(HOUR_MS);
        assertThat(payouts()).containsExactly(1000L);
        topUp(5);
        ledger.pass(5 * DAY_MS);
        assertThat(payouts()).containsExactly(1000L);
        ledger.pass(DAY_MS);
        assertThat(payouts()).containsExactly(1000L, 5L);
    }

    @Test
    void shouldLeaveLessThanTheMinimum() {
        set(PayoutInterval.DAILY, 0, 1001).ok();
        ledger.pass(DAY_MS);
        assertThat(payouts()).isEmpty();
        topUp(1);
        ledger.pass(4 * DAY_MS);
        assertThat(payouts()).containsExactly(1001L);
    }

    @Test
    void shouldWaitWhileTheAccountIsFrozen() {
        set(PayoutInterval.DAILY, 0, 0).ok();
        ledger.operator().move(account, AccountTrigger.FREEZE).ok();
        ledger.pass(10 * DAY_MS);
        assertThat(payouts()).isEmpty();
    }

    @Test
    void shouldStopWithAManualSchedule() {
        set(PayoutInterval.DAILY, 0, 0).ok();
        set(PayoutInterval.MANUAL, 0, 0).ok();
        ledger.pass(10 * DAY_MS);
        assertThat(payouts()).isEmpty();
    }

    @Test
    void shouldLetOnlySettledMoneyLeaveWhereThatIsRequired() {
        configure(true, 0, Map.of());
        Answer answer = ledger.platform().payOut(account, 1);
        assertThat(answer.code()).isEqualTo(ResultCode.INSUFFICIENT_SETTLED_BALANCE);
        assertThat(answer.first()).isZero();
        long collect = ledger.bank().collectOf(ledger.state().payments().id(0));
        ledger.statements().post(StatementLine.credit(collect, 1000));
        topUp(200);
        assertThat(ledger.platform().payOut(account, 1001).code())
                .isEqualTo(ResultCode.INSUFFICIENT_SETTLED_BALANCE);
        set(PayoutInterval.DAILY, 0, 0).ok();
        ledger.pass(8 * HOUR_MS);
        assertThat(payouts()).containsExactly(1000L);
    }

    @Test
    void shouldWaitAfterTheBankAccountWasChanged() {
        configure(false, DAY_MS, Map.of());
        change(7);
        ledger.platform().payOut(account, 1).ok();
        change(7);
        ledger.platform().payOut(account, 1).ok();
        change(8);
        Answer answer = ledger.platform().payOut(account, 1);
        assertThat(answer.code()).isEqualTo(ResultCode.PAYOUT_COOL_OFF);
        assertThat(answer.first()).isEqualTo(DAY_MS / 1000);
        ledger.platform().payOut(account, 1, MachineFixture.CNY, 1, true).ok();
        set(PayoutInterval.DAILY, 0, 0).ok();
        ledger.pass(8 * HOUR_MS);
        assertThat(payouts()).containsExactly(1L, 1L, 1L);
        ledger.pass(DAY_MS);
        ledger.platform().payOut(account, 1).ok();
    }

    @Test
    void shouldBeSetByThePlatformOrTheStaff() {
        assertThat(set(ledger.account(account)).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(set(ledger.auditor()).code()).isEqualTo(ResultCode.FORBIDDEN);
        assertThat(set(ledger.otherPlatform()).code()).isEqualTo(ResultCode.NOT_FOUND);
        set(ledger.operator()).ok();
        long closed = ledger.newAccount();
        ledger.operator().move(closed, AccountTrigger.CLOSE).ok();
        assertThat(
                        ledger.send(
                                        WalletCommands.setPayoutSchedule(
                                                Actor.platform(1),
                                                closed,
                                                PayoutInterval.DAILY,
                                                0,
                                                0))
                                .code())
                .isEqualTo(ResultCode.ACCOUNT_CLOSED);
    }

    @Test
    void shouldLeaveNoFrameForRulesThatAreInForce() {
        configure(true, DAY_MS, Map.of(day("2027-01-18"), false));
        long sequence = ledger.state().sequence();
        configure(true, DAY_MS, Map.of(day("2027-01-18"), false));
        assertThat(ledger.state().sequence()).isEqualTo(sequence);
        assertThat(
                        ledger.send(
                                        WalletCommands.configurePayouts(
                                                Actor.OPERATOR, false, 0, Map.of()))
                                .code())
                .isEqualTo(ResultCode.FORBIDDEN);
    }

    private Answer set(Caller caller) {
        return ledger.send(
                WalletCommands.setPayoutSchedule(
                        caller.actor(), account, PayoutInterval.DAILY, 0, 0));
    }

    private Answer set(PayoutInterval interval, int delayDays, long minimum) {
        return ledger.send(
                WalletCommands.setPayoutSchedule(
                        Actor.platform(1), account, interval, delayDays, minimum));
    }

    private void configure(boolean requireSettled, long coolOffMs, Map<Long, Boolean> days) {
        ledger.send(WalletCommands.configurePayouts(Actor.SYSTEM, requireSettled, coolOffMs, days))
                .ok();
    }

    private void change(long hash) {
        int index = ledger.state().accounts().find(account);
        ledger.send(
                        WalletCommands.changeBankAccount(
                                Actor.platform(1),
                                account,
                                ledger.state().accounts().textSequence(index),
                                hash))
                .ok();
    }

    private void topUp(long amount) {
        long topUp = ledger.platform().topUp(account, amount).id();
        ledger.bank().settle(ledger.bank().instructionOf(topUp)).ok();
    }

    private List<Long> payouts() {
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < ledger.state().payouts().size(); i++) {
            amounts.add(ledger.state().payouts().amount(i));
        }
        return amounts;
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }
}
