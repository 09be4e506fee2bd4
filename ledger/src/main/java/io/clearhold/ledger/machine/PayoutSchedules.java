package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ConfigurePayoutsDecoder;
import io.clearhold.core.codec.PayoutScheduleRanEncoder;
import io.clearhold.core.codec.PayoutScheduleSetEncoder;
import io.clearhold.core.codec.PayoutsConfiguredEncoder;
import io.clearhold.core.codec.SetPayoutScheduleDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.AccountTable;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.EventApplier;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PayoutSettings;
import io.clearhold.ledger.state.ScheduleTable;

/** Decides when balances leave by themselves: at the cut-off of business days. */
final class PayoutSchedules implements DeadlineHandler {
    private final LedgerState state;
    private final Access access;
    private final PayoutDecisions payouts;
    private final RiskRules risk;
    private final PayoutScheduleSetEncoder scheduleSet = new PayoutScheduleSetEncoder();
    private final PayoutScheduleRanEncoder scheduleRan = new PayoutScheduleRanEncoder();
    private final PayoutsConfiguredEncoder configured = new PayoutsConfiguredEncoder();

    PayoutSchedules(LedgerState state, Access access, PayoutDecisions payouts, RiskRules risk) {
        this.state = state;
        this.access = access;
        this.payouts = payouts;
        this.risk = risk;
    }

    void set(SetPayoutScheduleDecoder command, Decision decision) {
        Role role = Role.of(command.origin().role());
        int account = state.accounts().find(command.account());
        if (account < 0 || !access.seesAccount(command.origin(), account)) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (role != Role.PLATFORM && !Access.isStaff(role)) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (state.accounts().status(account) == AccountStatus.CLOSED) {
            decision.refuse(ResultCode.ACCOUNT_CLOSED);
        } else if (!state.settings().hasChannel(command.channel())) {
            decision.refuse(ResultCode.CHANNEL_NOT_FOUND);
        } else {
            boolean manual = PayoutInterval.of(command.interval()) == PayoutInterval.MANUAL;
            long next = state.payoutSettings().nextCutOffMs(command.channel(), decision.nowMs());
            decision.event(scheduleSet)
                    .account(command.account())
                    .interval(command.interval())
                    .delayDays(command.delayDays())
                    .minimum(command.minimum())
                    .channel(command.channel())
                    .nextMs(manual ? 0 : next);
            decision.end();
            decision.show(IdKind.ACCOUNT, command.account());
        }
    }

    /** What is in force already comes to no event. */
    void configure(ConfigurePayoutsDecoder command, Decision decision) {
        if (Role.of(command.origin().role()) != Role.SYSTEM) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        int start = decision.length();
        decision.event(configured)
                .requireSettled(command.requireSettled())
                .coolOffMs(command.coolOffMs())
                .channel(command.channel())
                .weekend(command.weekend())
                .cutOffMinute(command.cutOffMinute())
                .zoneOffsetMinutes(command.zoneOffsetMinutes());
        ConfigurePayoutsDecoder.DaysDecoder days = command.days();
        PayoutsConfiguredEncoder.DaysEncoder target = configured.daysCount(days.count());
        while (days.hasNext()) {
            days.next();
            target.next().day(days.day()).working(days.working());
        }
        decision.end();
        int at = start + Integer.BYTES;
        long fingerprint = EventApplier.fingerprint(decision.events(), at, decision.length() - at);
        if (fingerprint == state.payoutSettings().fingerprint(command.channel())) {
            decision.dropLast();
        }
    }

    @Override
    public boolean fire(long object, Decision decision) {
        int account = state.accounts().find(object);
        if (account < 0) {
            return false;
        }
        PayoutSettings settings = state.payoutSettings();
        ScheduleTable schedules = state.schedules();
        int channel = schedules.channel(account);
        long day = settings.dayOf(channel, schedules.nextMs(account));
        decision.event(scheduleRan)
                .account(object)
                .nextMs(settings.nextCutOffMs(channel, decision.nowMs()));
        decision.end();
        boolean pays =
                schedules.interval(account) == PayoutInterval.DAILY
                        || settings.isFirstOfWeek(channel, day);
        if (pays && mayPay(account, decision)) {
            Book book = state.book();
            for (int at = book.firstWallet(account); at >= 0; at = book.nextWallet(at)) {
                pay(account, book.wallets().currency(at), channel, decision);
            }
        }
        return true;
    }

    @Override
    public boolean movesMoney() {
        return true;
    }

    /** What cannot leave now stays for the next cut-off. */
    private boolean mayPay(int account, Decision decision) {
        AccountTable accounts = state.accounts();
        return accounts.status(account) == AccountStatus.ACTIVE
                && accounts.hasBankAccount(account)
                && payouts.coolOffMs(account, decision.nowMs()) <= 0;
    }

    private void pay(int account, int currency, int channel, Decision decision) {
        long id = state.accounts().id(account);
        long amount = due(account, currency);
        boolean fits =
                amount > 0
                        && amount >= state.schedules().minimum(account)
                        && state.settings().supportsCurrency(currency)
                        && !state.book().totals(currency).isFull();
        long number = state.accounts().numberHash(account);
        boolean allowed =
                fits
                        && risk.judge(
                                RiskOperation.PAYOUT,
                                0,
                                id,
                                currency,
                                amount,
                                0,
                                number,
                                true,
                                decision);
        if (allowed) {
            long text = state.accounts().textSequence(account);
            payouts.put(id, amount, currency, channel, false, text, decision);
        }
    }

    /** What may leave, without what was credited since the cut-off {@code delayDays} ago. */
    private long due(int account, int currency) {
        ScheduleTable schedules = state.schedules();
        long id = state.accounts().id(account);
        long payable = payouts.payable(id, currency);
        int delay = schedules.delayDays(account);
        if (delay == 0) {
            return payable;
        }
        long run = schedules.runs(account) - delay;
        if (run < 0) {
            return 0;
        }
        long fresh = state.book().creditedOf(id, currency) - schedules.mark(id, currency, run);
        return Math.max(0, payable - fresh);
    }
}
