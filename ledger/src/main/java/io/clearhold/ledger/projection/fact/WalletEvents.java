package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.AccountClosedDecoder;
import io.clearhold.core.codec.AccountFrozenDecoder;
import io.clearhold.core.codec.AccountUnfrozenDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.LimitsSetDecoder;
import io.clearhold.core.codec.LimitsUsedDecoder;
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
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** What events of wallets mean for transfers, topups and accounts. */
final class WalletEvents {
    private static final int FIRST = 340;
    private static final int LAST = 359;

    /** A new row that still lacks its platform. */
    private record Waiting(RowChange row, Column platform, Parties parties) {}

    private final TableChanges transfers;
    private final TableChanges topUps;
    private final TableChanges accounts;
    private final TableChanges keys;
    private final PartyLookup accountParties;
    private final PartyLookup topUpParties;
    private final FrameView frame;
    private final ChannelNames channels;
    private final List<Waiting> waiting = new ArrayList<>();
    private final TransferCreatedDecoder transferCreated = new TransferCreatedDecoder();
    private final TopUpCreatedDecoder topUpCreated = new TopUpCreatedDecoder();
    private final TopUpSucceededDecoder topUpSucceeded = new TopUpSucceededDecoder();
    private final TopUpDeclinedDecoder topUpDeclined = new TopUpDeclinedDecoder();
    private final TopUpFailedDecoder topUpFailed = new TopUpFailedDecoder();
    private final TopUpUnmatchedDecoder topUpUnmatched = new TopUpUnmatchedDecoder();
    private final AccountFrozenDecoder frozen = new AccountFrozenDecoder();
    private final AccountUnfrozenDecoder unfrozen = new AccountUnfrozenDecoder();
    private final LimitsSetDecoder limitsSet = new LimitsSetDecoder();
    private final RiskDecidedDecoder riskDecided = new RiskDecidedDecoder();
    private final PayoutScheduleSetDecoder scheduleSet = new PayoutScheduleSetDecoder();
    private final PayoutScheduleRanDecoder scheduleRan = new PayoutScheduleRanDecoder();
    private final AccountClosedDecoder closed = new AccountClosedDecoder();
    private long subject;
    private Parties seenBy = Parties.NOBODY;

    WalletEvents(
            TableChanges transfers,
            TableChanges topUps,
            TableChanges accounts,
            TableChanges keys,
            PartyLookup accountParties,
            PartyLookup topUpParties,
            FrameView frame,
            ChannelNames channels) {
        this.transfers = transfers;
        this.topUps = topUps;
        this.accounts = accounts;
        this.keys = keys;
        this.accountParties = accountParties;
        this.topUpParties = topUpParties;
        this.frame = frame;
        this.channels = channels;
    }

    static boolean isOne(int template) {
        return template >= FIRST && template <= LAST;
    }

    /** The object of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Who may see that event. */
    Parties parties() {
        return seenBy;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case TransferCreatedDecoder.TEMPLATE_ID ->
                    take(transferCreated.wrapAndApplyHeader(buffer, offset, header), facts);
            case TopUpCreatedDecoder.TEMPLATE_ID ->
                    take(topUpCreated.wrapAndApplyHeader(buffer, offset, header), facts);
            case TopUpSucceededDecoder.TEMPLATE_ID -> {
                topUpSucceeded.wrapAndApplyHeader(buffer, offset, header);
                end(topUpSucceeded.topUp(), TopUpStatus.SUCCEEDED, FailureReason.NONE.code());
                facts.amount(topUpSucceeded.amount(), topUpSucceeded.currency())
                        .number("repaid_debt", topUpSucceeded.debt());
            }
            case TopUpDeclinedDecoder.TEMPLATE_ID -> {
                topUpDeclined.wrapAndApplyHeader(buffer, offset, header);
                end(topUpDeclined.topUp(), TopUpStatus.DECLINED, topUpDeclined.reason());
                facts.name("reason", CodeNames.failure(topUpDeclined.reason()));
            }
            case TopUpFailedDecoder.TEMPLATE_ID -> {
                topUpFailed.wrapAndApplyHeader(buffer, offset, header);
                end(topUpFailed.topUp(), TopUpStatus.FAILED, topUpFailed.reason());
                facts.name("reason", CodeNames.failure(topUpFailed.reason()));
            }
            case TopUpUnmatchedDecoder.TEMPLATE_ID -> {
                topUpUnmatched.wrapAndApplyHeader(buffer, offset, header);
                touch(topUpUnmatched.topUp());
                facts.amount(topUpUnmatched.amount(), topUpUnmatched.currency())
                        .name("reason", CodeNames.failure(topUpUnmatched.reason()));
            }
            default -> {
                return takeAccount(buffer, offset, header, facts);
            }
        }
        return true;
    }

    void clear() {
        waiting.clear();
    }

    /** Fills in whose the new objects are, once that is known. */
    void complete() {
        for (Waiting object : waiting) {
            object.row().set(object.platform(), object.parties().platform());
        }
    }

    private boolean takeAccount(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
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
            case PayoutScheduleSetDecoder.TEMPLATE_ID -> {
                scheduleSet.wrapAndApplyHeader(buffer, offset, header);
                touchAccount(scheduleSet.account());
                accounts.change(subject)
                        .set(AccountColumns.PAYOUT_INTERVAL, scheduleSet.interval())
                        .set(AccountColumns.PAYOUT_DELAY_DAYS, scheduleSet.delayDays())
                        .set(AccountColumns.PAYOUT_MINIMUM, scheduleSet.minimum())
                        .set(AccountColumns.NEXT_PAYOUT_MS, scheduleSet.nextMs());
                facts.name("interval", CodeNames.payoutInterval(scheduleSet.interval()))
                        .number("delay_days", scheduleSet.delayDays())
                        .number("minimum", scheduleSet.minimum());
            }
            case PayoutScheduleRanDecoder.TEMPLATE_ID -> {
                scheduleRan.wrapAndApplyHeader(buffer, offset, header);
                touchAccount(scheduleRan.account());
                accounts.change(subject).set(AccountColumns.NEXT_PAYOUT_MS, scheduleRan.nextMs());
            }
            case LimitsSetDecoder.TEMPLATE_ID -> {
                limitsSet.wrapAndApplyHeader(buffer, offset, header);
                if (limitsSet.key() != 0) {
                    keys.change(limitsSet.key()).set(KeyColumns.LAST_SEQUENCE, frame.sequence());
                    about(limitsSet.account());
                    facts.id("key", IdKind.KEY, limitsSet.key());
                } else {
                    touchAccount(limitsSet.account());
                }
                facts.number("rules", limitsSet.rules().count());
            }
            case LimitsUsedDecoder.TEMPLATE_ID -> about(0);
            case RiskDecidedDecoder.TEMPLATE_ID ->
                    take(riskDecided.wrapAndApplyHeader(buffer, offset, header), facts);
            case PayoutsConfiguredDecoder.TEMPLATE_ID -> {
                subject = 0;
                seenBy = Parties.NOBODY;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(TransferCreatedDecoder event, JsonFacts facts) {
        subject = event.transfer();
        seenBy = accountParties.of(event.from()).withPayer(event.to());
        RowChange row =
                transfers
                        .create(subject)
                        .set(TransferColumns.SENDER, event.from())
                        .set(TransferColumns.RECIPIENT, event.to())
                        .set(TransferColumns.AMOUNT, event.amount())
                        .set(TransferColumns.CURRENCY, event.currency())
                        .set(TransferColumns.CREATED_AT_MS, frame.atMs())
                        .set(TransferColumns.LAST_SEQUENCE, frame.sequence())
                        .set(TransferColumns.TEXT, frame.text(CreateTransferDecoder.TEMPLATE_ID));
        waiting.add(new Waiting(row, TransferColumns.PLATFORM, seenBy));
        facts.amount(event.amount(), event.currency()).number("repaid_debt", event.debt());
    }

    private void take(TopUpCreatedDecoder event, JsonFacts facts) {
        subject = event.topUp();
        seenBy = accountParties.of(event.account());
        topUpParties.put(subject, seenBy);
        RowChange row =
                topUps.create(subject)
                        .set(TopUpColumns.ACCOUNT, event.account())
                        .set(TopUpColumns.STATUS, TopUpStatus.PENDING.code())
                        .set(TopUpColumns.AMOUNT, event.amount())
                        .set(TopUpColumns.CURRENCY, event.currency())
                        .set(TopUpColumns.CHANNEL, event.channel())
                        .set(TopUpColumns.INSTRUCTION, event.instruction())
                        .set(TopUpColumns.CREATED_AT_MS, frame.atMs())
                        .set(TopUpColumns.LAST_SEQUENCE, frame.sequence())
                        .set(TopUpColumns.TEXT, frame.text(CreateTopUpDecoder.TEMPLATE_ID));
        waiting.add(new Waiting(row, TopUpColumns.PLATFORM, seenBy));
        facts.amount(event.amount(), event.currency())
                .name("channel", channels.of(event.channel()));
    }

    private void end(long topUp, TopUpStatus status, int failure) {
        touch(topUp);
        topUps.change(topUp)
                .set(TopUpColumns.STATUS, status.code())
                .set(TopUpColumns.FAILURE, failure);
    }

    private void touch(long topUp) {
        subject = topUp;
        seenBy = topUpParties.of(topUp);
        topUps.change(topUp).set(TopUpColumns.LAST_SEQUENCE, frame.sequence());
    }

    /** An event that is about an account, and changes nothing of it. */
    private void about(long account) {
        subject = account;
        seenBy = account == 0 ? Parties.NOBODY : accountParties.of(account);
    }

    private void take(RiskDecidedDecoder event, JsonFacts facts) {
        about(event.account());
        subject = event.subject();
        RiskOperation operation = RiskOperation.of(event.operation());
        facts.name("object", "risk_decision")
                .name("status", RiskAction.of(event.decision()).label())
                .id("account", IdKind.ACCOUNT, event.account())
                .id("key", IdKind.KEY, event.key())
                .name("operation", operation.label());
        switch (operation) {
            case PAYMENT -> facts.id("subject", IdKind.PAYMENT, event.subject());
            case PAYOUT -> facts.id("subject", IdKind.PAYOUT, event.subject());
            case TRANSFER -> facts.id("subject", IdKind.TRANSFER, event.subject());
            case TOPUP -> facts.id("subject", IdKind.TOPUP, event.subject());
            case ANY -> throw new IllegalStateException("a decision about anything");
        }
        if (event.kind() == 0) {
            facts.name("reason", "reviewed").amount(event.asked(), event.currency());
            return;
        }
        facts.name("reason", RiskRule.of(event.kind()).label())
                .number("limit", event.most())
                .number("asked", event.asked())
                .name("currency", CodeNames.currency(event.currency()));
    }

    private void move(long account, AccountStatus status) {
        touchAccount(account);
        accounts.change(account).set(AccountColumns.STATUS, status.code());
    }

    private void touchAccount(long account) {
        subject = account;
        seenBy = accountParties.of(account);
        accounts.change(account).set(AccountColumns.LAST_SEQUENCE, frame.sequence());
    }
}
