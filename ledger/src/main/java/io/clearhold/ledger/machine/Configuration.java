package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ConfigureDecoder;
import io.clearhold.core.codec.ConfiguredEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.EventApplier;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.Settings;

/**
 * Decides configure commands: the only way in which what decisions read besides records gets into
 * the state.
 */
final class Configuration {
    private final LedgerState state;
    private final ConfiguredEncoder configured = new ConfiguredEncoder();

    Configuration(LedgerState state) {
        this.state = state;
    }

    /**
     * Identity and shard of a journal are set once; settings that are in force already come to no
     * event.
     */
    void decide(ConfigureDecoder command, Decision decision) {
        if (Role.of(command.origin().role()) != Role.SYSTEM) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        Settings settings = state.settings();
        boolean first = !settings.isConfigured();
        int start = decision.length();
        decision.event(configured)
                .mode(command.mode())
                .shard(first ? command.shard() : (short) settings.shard())
                .journalIdHigh(first ? command.journalIdHigh() : settings.journalIdHigh())
                .journalIdLow(first ? command.journalIdLow() : settings.journalIdLow())
                .payByDefaultMs(command.payByDefaultMs())
                .shipByDefaultMs(command.shipByDefaultMs())
                .autoConfirmDefaultSeconds(command.autoConfirmDefaultSeconds())
                .idempotencyRetentionMs(command.idempotencyRetentionMs())
                .disputeOpenMs(command.disputeOpenMs())
                .disputeRejectedMs(command.disputeRejectedMs())
                .disputeReturnAgreedMs(command.disputeReturnAgreedMs())
                .disputeReturnShippedMs(command.disputeReturnShippedMs())
                .disputeEscalatedMs(command.disputeEscalatedMs())
                .awardWithoutApproval(command.awardWithoutApproval());
        ConfigureDecoder.CurrenciesDecoder currencies = command.currencies();
        ConfiguredEncoder.CurrenciesEncoder toCurrencies =
                configured.currenciesCount(currencies.count());
        while (currencies.hasNext()) {
            currencies.next();
            toCurrencies.next().currency(currencies.currency()).exponent(currencies.exponent());
        }
        ConfigureDecoder.ChannelsDecoder channels = command.channels();
        ConfiguredEncoder.ChannelsEncoder toChannels = configured.channelsCount(channels.count());
        while (channels.hasNext()) {
            channels.next();
            toChannels
                    .next()
                    .channel(channels.channel())
                    .visibilityWindowMs(channels.visibilityWindowMs());
        }
        ConfigureDecoder.LadderDecoder ladder = command.ladder();
        ConfiguredEncoder.LadderEncoder toLadder = configured.ladderCount(ladder.count());
        while (ladder.hasNext()) {
            ladder.next();
            toLadder.next().delayMs(ladder.delayMs());
        }
        decision.end();
        int at = start + Integer.BYTES;
        long fingerprint = EventApplier.fingerprint(decision.events(), at, decision.length() - at);
        if (fingerprint == settings.fingerprint()) {
            decision.dropLast();
        }
    }
}
