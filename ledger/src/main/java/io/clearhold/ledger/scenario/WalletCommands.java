package io.clearhold.ledger.scenario;

import io.clearhold.core.codec.ConfigurePayoutsEncoder;
import io.clearhold.core.codec.CreateTopUpEncoder;
import io.clearhold.core.codec.CreateTransferEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.MoveAccountEncoder;
import io.clearhold.core.codec.ReviewPayoutEncoder;
import io.clearhold.core.codec.SetLimitsEncoder;
import io.clearhold.core.codec.SetPayoutScheduleEncoder;
import io.clearhold.core.codec.UpdateAccountEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.ExpandableArrayBuffer;

/** Encodes commands about wallets and accounts as the gateway does. */
public final class WalletCommands {
    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();
    private static final byte[] METHOD =
            "\"method\":{\"channel\":\"sandbox\"}".getBytes(StandardCharsets.UTF_8);

    private WalletCommands() {}

    public static Message transfer(Actor actor, long from, long to, long amount, int currency) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        CreateTransferEncoder command =
                new CreateTransferEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.from(from).to(to).amount(amount).currency(currency).putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }

    public static Message topUp(Actor actor, long account, long amount, int currency, int channel) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        CreateTopUpEncoder command = new CreateTopUpEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.account(account)
                .amount(amount)
                .currency(currency)
                .channel((short) channel)
                .putText(METHOD, 0, METHOD.length);
        return Commands.message(buffer, command);
    }

    public static Message setPayoutSchedule(
            Actor actor, long account, PayoutInterval interval, int delayDays, long minimum) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        SetPayoutScheduleEncoder command =
                new SetPayoutScheduleEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.account(account)
                .interval((short) interval.code())
                .delayDays((short) delayDays)
                .minimum(minimum)
                .channel((short) Commands.CHANNEL);
        return Commands.message(buffer, command);
    }

    /**
     * Rules of payouts; Saturday and Sunday are free, the cut-off is at 16:00 UTC.
     *
     * @param days days since 1970 that are not as their weekday says, and whether there is business
     */
    public static Message configurePayouts(
            Actor actor, boolean requireSettled, long coolOffMs, Map<Long, Boolean> days) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ConfigurePayoutsEncoder command =
                new ConfigurePayoutsEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.requireSettled((short) (requireSettled ? 1 : 0))
                .coolOffMs(coolOffMs)
                .channel((short) Commands.CHANNEL)
                .weekend((short) 0b110_0000)
                .cutOffMinute(16 * 60)
                .zoneOffsetMinutes((short) 0);
        ConfigurePayoutsEncoder.DaysEncoder target = command.daysCount(days.size());
        new TreeMap<>(days)
                .forEach((day, working) ->
                        target.next().day(day.intValue()).working((short) (working ? 1 : 0)));
        return Commands.message(buffer, command);
    }

    /** Another bank account, whose number and whole are known by these hashes. */
    public static Message changeBankAccount(
            Actor actor, long account, long expectedTextSequence, long hash) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        UpdateAccountEncoder command =
                new UpdateAccountEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.account(account)
                .hasBankAccount((short) 1)
                .expectedTextSequence(expectedTextSequence)
                .bankAccountHash(hash)
                .numberHash(hash)
                .putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }

    /**
     * One rule of {@link #setLimits}.
     *
     * @param currency 0 for any
     * @param value an amount, a count, an account, or the hash of a number
     */
    public record Rule(
            RiskOperation operation,
            RiskRule kind,
            RiskAction action,
            int currency,
            long value,
            long windowMs) {}

    public static Message setLimits(Actor actor, long owner, IdKind ownerKind, List<Rule> rules) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        SetLimitsEncoder command = new SetLimitsEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.owner(owner).ownerKind((short) ownerKind.code());
        SetLimitsEncoder.RulesEncoder target = command.rulesCount(rules.size());
        for (Rule rule : rules) {
            target.next()
                    .operation((short) rule.operation().code())
                    .kind((short) rule.kind().code())
                    .action((short) rule.action().code())
                    .currency(rule.currency())
                    .value(rule.value())
                    .windowMs(rule.windowMs());
        }
        command.putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }

    public static Message reviewPayout(Actor actor, long payout, boolean released) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ReviewPayoutEncoder command =
                new ReviewPayoutEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.payout(payout).released((short) (released ? 1 : 0)).putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }

    public static Message move(Actor actor, long account, AccountTrigger trigger) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        MoveAccountEncoder command = new MoveAccountEncoder().wrapAndApplyHeader(buffer, 0, HEADER);
        actor.put(command.origin());
        command.account(account).trigger((short) trigger.code()).putText(METHOD, 0, 0);
        return Commands.message(buffer, command);
    }
}
