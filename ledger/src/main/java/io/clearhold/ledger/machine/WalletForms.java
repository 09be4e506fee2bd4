package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ConfigurePayoutsDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.GetLimitsDecoder;
import io.clearhold.core.codec.MoveAccountDecoder;
import io.clearhold.core.codec.ReviewPayoutDecoder;
import io.clearhold.core.codec.SetLimitsDecoder;
import io.clearhold.core.codec.SetPayoutScheduleDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.ledger.state.ScheduleTable;
import org.jspecify.annotations.Nullable;

/** The forms of commands about wallets, payouts and limits. */
final class WalletForms extends AreaForms {
    private static final long LIMIT_OWNERS =
            (1L << IdKind.ACCOUNT.code()) | (1L << IdKind.KEY.code());

    WalletForms(@Nullable MessageForm[] forms) {
        super(forms);
    }

    @Override
    void add() {
        wallets();
    }

    private void wallets() {
        form(CreateTransferDecoder.TEMPLATE_ID, CreateTransferDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(CreateTransferDecoder.amountEncodingOffset(), 1, LARGEST);
        form(CreateTopUpDecoder.TEMPLATE_ID, CreateTopUpDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(CreateTopUpDecoder.amountEncodingOffset(), 1, LARGEST);
        form(SetPayoutScheduleDecoder.TEMPLATE_ID, SetPayoutScheduleDecoder.BLOCK_LENGTH)
                .root()
                .code(
                        SetPayoutScheduleDecoder.intervalEncodingOffset(),
                        codes(PayoutInterval.values(), PayoutInterval::code))
                .byteIn(
                        SetPayoutScheduleDecoder.delayDaysEncodingOffset(),
                        0,
                        ScheduleTable.MARKS - 1)
                .longIn(SetPayoutScheduleDecoder.minimumEncodingOffset(), 0, LARGEST);
        MessageForm configure =
                form(ConfigurePayoutsDecoder.TEMPLATE_ID, ConfigurePayoutsDecoder.BLOCK_LENGTH);
        configure
                .root()
                .flag(ConfigurePayoutsDecoder.requireSettledEncodingOffset())
                .longIn(ConfigurePayoutsDecoder.coolOffMsEncodingOffset(), 0, FURTHEST_MS)
                .byteIn(ConfigurePayoutsDecoder.channelEncodingOffset(), 1, 255)
                .byteIn(ConfigurePayoutsDecoder.weekendEncodingOffset(), 0, 127)
                .shortIn(ConfigurePayoutsDecoder.cutOffMinuteEncodingOffset(), 0, 1439);
        configure
                .group(ConfigurePayoutsDecoder.DaysDecoder.sbeBlockLength())
                .intIn(ConfigurePayoutsDecoder.DaysDecoder.dayEncodingOffset(), 0, LAST_DAY)
                .flag(ConfigurePayoutsDecoder.DaysDecoder.workingEncodingOffset());
        MessageForm limits = form(SetLimitsDecoder.TEMPLATE_ID, SetLimitsDecoder.BLOCK_LENGTH);
        limits.root().code(SetLimitsDecoder.ownerKindEncodingOffset(), LIMIT_OWNERS);
        limits.group(SetLimitsDecoder.RulesDecoder.sbeBlockLength())
                .code(
                        SetLimitsDecoder.RulesDecoder.operationEncodingOffset(),
                        codes(RiskOperation.values(), RiskOperation::code))
                .code(
                        SetLimitsDecoder.RulesDecoder.kindEncodingOffset(),
                        codes(RiskRule.values(), RiskRule::code))
                .byteIn(
                        SetLimitsDecoder.RulesDecoder.actionEncodingOffset(),
                        RiskAction.FLAG.code(),
                        RiskAction.REFUSE.code())
                .longIn(SetLimitsDecoder.RulesDecoder.windowMsEncodingOffset(), 0, FURTHEST_MS);
        limits.withText();
        form(ReviewPayoutDecoder.TEMPLATE_ID, ReviewPayoutDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .flag(ReviewPayoutDecoder.releasedEncodingOffset());
        form(GetLimitsDecoder.TEMPLATE_ID, GetLimitsDecoder.BLOCK_LENGTH)
                .root()
                .code(GetLimitsDecoder.ownerKindEncodingOffset(), LIMIT_OWNERS);
        form(MoveAccountDecoder.TEMPLATE_ID, MoveAccountDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        MoveAccountDecoder.triggerEncodingOffset(),
                        codes(AccountTrigger.values(), AccountTrigger::code));
    }
}
