package io.clearhold.ledger.state;

import io.clearhold.core.codec.AccountClosedDecoder;
import io.clearhold.core.codec.AccountFrozenDecoder;
import io.clearhold.core.codec.AccountUnfrozenDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PayoutScheduleRanDecoder;
import io.clearhold.core.codec.PayoutScheduleSetDecoder;
import io.clearhold.core.codec.PayoutsConfiguredDecoder;
import io.clearhold.core.codec.RiskDecidedDecoder;
import io.clearhold.core.codec.TopUpCreatedDecoder;
import io.clearhold.core.codec.TopUpDeclinedDecoder;
import io.clearhold.core.codec.TopUpFailedDecoder;
import io.clearhold.core.codec.TopUpSucceededDecoder;
import io.clearhold.core.codec.TopUpUnmatchedDecoder;
import io.clearhold.core.codec.TransferCreatedDecoder;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.TopUpStatus;
import org.agrona.DirectBuffer;

/** Applies events of transfers, top-ups and the life of accounts, templates 340 to 359. */
final class WalletApplier implements FactApplier {
    private final LedgerState state;
    private final LimitApplier limits;
    private final TransferCreatedDecoder transferCreated = new TransferCreatedDecoder();
    private final TopUpCreatedDecoder topUpCreated = new TopUpCreatedDecoder();
    private final TopUpSucceededDecoder topUpSucceeded = new TopUpSucceededDecoder();
    private final TopUpDeclinedDecoder topUpDeclined = new TopUpDeclinedDecoder();
    private final TopUpFailedDecoder topUpFailed = new TopUpFailedDecoder();
    private final TopUpUnmatchedDecoder topUpUnmatched = new TopUpUnmatchedDecoder();
    private final AccountFrozenDecoder frozen = new AccountFrozenDecoder();
    private final AccountUnfrozenDecoder unfrozen = new AccountUnfrozenDecoder();
    private final AccountClosedDecoder closed = new AccountClosedDecoder();
    private final PayoutScheduleSetDecoder scheduleSet = new PayoutScheduleSetDecoder();
    private final PayoutScheduleRanDecoder scheduleRan = new PayoutScheduleRanDecoder();
    private final PayoutsConfiguredDecoder payoutsConfigured = new PayoutsConfiguredDecoder();

    WalletApplier(LedgerState state) {
        this.state = state;
        this.limits = new LimitApplier(state);
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case TransferCreatedDecoder.TEMPLATE_ID ->
                    apply(transferCreated.wrapAndApplyHeader(buffer, offset, header));
            case TopUpCreatedDecoder.TEMPLATE_ID ->
                    apply(topUpCreated.wrapAndApplyHeader(buffer, offset, header));
            case TopUpSucceededDecoder.TEMPLATE_ID -> {
                topUpSucceeded.wrapAndApplyHeader(buffer, offset, header);
                state.book.unsettled(
                        topUpSucceeded.account(),
                        topUpSucceeded.currency(),
                        topUpSucceeded.amount());
                end(topUpSucceeded.topUp(), TopUpStatus.SUCCEEDED, FailureReason.NONE.code());
            }
            case TopUpDeclinedDecoder.TEMPLATE_ID -> {
                topUpDeclined.wrapAndApplyHeader(buffer, offset, header);
                end(topUpDeclined.topUp(), TopUpStatus.DECLINED, topUpDeclined.reason());
                expose(topUpDeclined.topUp(), -1);
            }
            case TopUpFailedDecoder.TEMPLATE_ID -> {
                topUpFailed.wrapAndApplyHeader(buffer, offset, header);
                end(topUpFailed.topUp(), TopUpStatus.FAILED, topUpFailed.reason());
                if (!broughtMoney(FailureReason.of(topUpFailed.reason()))) {
                    expose(topUpFailed.topUp(), -1);
                }
            }
            case TopUpUnmatchedDecoder.TEMPLATE_ID -> {
                topUpUnmatched.wrapAndApplyHeader(buffer, offset, header);
                touch(state.topUps.find(topUpUnmatched.topUp()));
                if (topUpUnmatched.reason() == FailureReason.WRONG_CURRENCY.code()) {
                    // No line in the instruction's own currency is to be waited for.
                    state.instructions.settledAmount(
                            state.instructions.find(topUpUnmatched.instruction()), 0);
                }
            }
            case AccountFrozenDecoder.TEMPLATE_ID ->
                    move(
                            frozen.wrapAndApplyHeader(buffer, offset, header).account(),
                            AccountStatus.FROZEN);
            case AccountUnfrozenDecoder.TEMPLATE_ID ->
                    move(
                            unfrozen.wrapAndApplyHeader(buffer, offset, header).account(),
                            AccountStatus.ACTIVE);
            case AccountClosedDecoder.TEMPLATE_ID ->
                    move(
                            closed.wrapAndApplyHeader(buffer, offset, header).account(),
                            AccountStatus.CLOSED);
            default -> applySchedule(buffer, offset, header);
        }
    }

    private void applySchedule(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case PayoutScheduleSetDecoder.TEMPLATE_ID -> {
                scheduleSet.wrapAndApplyHeader(buffer, offset, header);
                int account = state.accounts.find(scheduleSet.account());
                state.schedules.set(
                        account,
                        PayoutInterval.of(scheduleSet.interval()),
                        scheduleSet.delayDays(),
                        scheduleSet.channel(),
                        scheduleSet.minimum());
                state.schedules.next(account, scheduleSet.nextMs(), state.deadlines);
                state.accounts.lastSequence(account, state.sequence());
            }
            case PayoutScheduleRanDecoder.TEMPLATE_ID -> {
                scheduleRan.wrapAndApplyHeader(buffer, offset, header);
                ran(state.accounts.find(scheduleRan.account()));
            }
            case PayoutsConfiguredDecoder.TEMPLATE_ID -> {
                payoutsConfigured.wrapAndApplyHeader(buffer, offset, header);
                int length =
                        MessageHeaderDecoder.ENCODED_LENGTH + payoutsConfigured.sbeDecodedLength();
                payoutsConfigured.sbeRewind();
                state.payoutSettings.apply(
                        payoutsConfigured, EventApplier.fingerprint(buffer, offset, length));
            }
            case RiskDecidedDecoder.TEMPLATE_ID -> {
                // Said for people; the object that it is about says so too.
            }
            default -> {
                if (!limits.apply(buffer, offset, header)) {
                    throw new IllegalStateException(
                            "unknown event of a wallet " + header.templateId());
                }
            }
        }
    }

    /** From now on what was credited before this cut-off is older by a business day. */
    private void ran(int account) {
        ScheduleTable schedules = state.schedules;
        WalletTable wallets = state.book.wallets();
        long run = schedules.runs(account);
        for (int at = state.book.firstWallet(account); at >= 0; at = state.book.nextWallet(at)) {
            long owner = state.accounts.id(account);
            schedules.mark(owner, wallets.currency(at), run, wallets.credited(at));
        }
        schedules.ran(account);
        schedules.next(account, scheduleRan.nextMs(), state.deadlines);
        state.accounts.lastSequence(account, state.sequence());
    }

    private void apply(TransferCreatedDecoder event) {
        TransferTable transfers = state.transfers;
        int index = transfers.add(event.transfer());
        transfers.from(index, event.from());
        transfers.to(index, event.to());
        transfers.amount(index, event.amount());
        transfers.currency(index, event.currency());
        transfers.sequence(index, state.sequence());
        transfers.createdAtMs(index, state.logTimeMs());
    }

    private void apply(TopUpCreatedDecoder event) {
        TopUpTable topUps = state.topUps;
        int index = topUps.add(event.topUp());
        topUps.account(index, event.account());
        topUps.amount(index, event.amount());
        topUps.currency(index, event.currency());
        topUps.channel(index, event.channel());
        topUps.instruction(index, event.instruction());
        topUps.status(index, TopUpStatus.PENDING);
        topUps.textSequence(index, state.sequence());
        topUps.createdAtMs(index, state.logTimeMs());
        touch(index);
        expose(event.topUp(), 1);
        topUps.closesAt(index, event.closesAtMs(), state.deadlines);
    }

    private void end(long topUp, TopUpStatus status, int failure) {
        int index = state.topUps.find(topUp);
        state.topUps.status(index, status);
        state.topUps.failure(index, FailureReason.of(failure));
        touch(index);
        state.topUps.closesAt(index, 0, state.deadlines);
    }

    private static boolean broughtMoney(FailureReason reason) {
        return reason == FailureReason.WRONG_AMOUNT
                || reason == FailureReason.WRONG_CURRENCY
                || reason == FailureReason.ACCOUNT_CLOSED;
    }

    /** What can still be collected, or was, counts against what fits into a currency. */
    private void expose(long topUp, int sign) {
        int index = state.topUps.find(topUp);
        state.book.totals(state.topUps.currency(index)).expose(sign * state.topUps.amount(index));
    }

    private void touch(int topUp) {
        state.topUps.lastSequence(topUp, state.sequence());
    }

    private void move(long id, AccountStatus status) {
        int account = state.accounts.find(id);
        state.accounts.status(account, status);
        state.accounts.lastSequence(account, state.sequence());
    }
}
