package io.clearhold.ledger.projection.fact;

import io.clearhold.core.port.Channel;
import java.util.List;

/** Channels by number; one that is no longer configured is shown by its number. */
final class ChannelNames {
    private static final int LIMIT = 256;

    private final String[] names = new String[LIMIT];

    ChannelNames(List<Channel> channels) {
        for (int number = 0; number < LIMIT; number++) {
            names[number] = Integer.toString(number);
        }
        for (Channel channel : channels) {
            names[channel.number()] = channel.name();
        }
    }

    String of(long number) {
        return names[(int) number];
    }
}
