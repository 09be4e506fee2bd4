package io.clearhold.config.engine;

import io.clearhold.config.settings.PayoutOptions;
import io.clearhold.core.codec.ConfigurePayoutsEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.port.Channel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** The command that brings rules of payouts and a channel's business days into the state. */
final class PayoutCommands {
    private PayoutCommands() {}

    static CommandMessage configure(Channel channel, PayoutOptions options, ServerMode mode) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(1_024);
        ConfigurePayoutsEncoder encoder = new ConfigurePayoutsEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        SystemCommands.origin(encoder.origin(), Role.SYSTEM, 0, IdempotencyHash.NONE);
        int weekend = 0;
        for (DayOfWeek day : options.weekend()) {
            weekend |= 1 << (day.getValue() - 1);
        }
        encoder.requireSettled((short) (options.requiresSettled(mode) ? 1 : 0))
                .coolOffMs(options.coolOffMs())
                .channel((short) channel.number())
                .weekend((short) weekend)
                .cutOffMinute(options.cutOff().toSecondOfDay() / 60)
                .zoneOffsetMinutes((short) (options.zone().getTotalSeconds() / 60));
        Map<LocalDate, Boolean> days = options.days();
        ConfigurePayoutsEncoder.DaysEncoder target = encoder.daysCount(days.size());
        days.forEach((day, working) ->
                target.next().day((int) day.toEpochDay()).working((short) (working ? 1 : 0)));
        return new CommandMessage(buffer, encoder.limit());
    }
}
