package io.clearhold.config.engine;

import io.clearhold.config.settings.LedgerSettings;
import io.clearhold.core.codec.ConfigureEncoder;
import io.clearhold.core.codec.CreateAccountEncoder;
import io.clearhold.core.codec.CreateKeyEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.RevokeKeyEncoder;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.port.Channel;
import io.clearhold.gateway.auth.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** Encodes the commands that the server sends in its own name. */
public final class SystemCommands {
    /** Secrets of a key are told apart by it; ours are never rotated in place. */
    public static final int FIRST_GENERATION = 1;

    private SystemCommands() {}

    /** The number that names a journal for good; taken from the first Configure alone. */
    public record JournalId(long high, long low) {}

    /**
     * The settings that decisions read.
     *
     * @param channels with the visibility window of each
     * @param text JSON members that only people and the start read
     */
    public static CommandMessage configure(
            ServerMode mode,
            JournalId journal,
            LedgerSettings settings,
            List<Channel> channels,
            String text) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(4_096);
        ConfigureEncoder encoder = new ConfigureEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        origin(encoder.origin(), Role.SYSTEM, 0, IdempotencyHash.NONE);
        encoder.mode((short) mode.code())
                .shard((short) 0)
                .journalIdHigh(journal.high())
                .journalIdLow(journal.low())
                .payByDefaultMs(settings.payByDefaultMs())
                .shipByDefaultMs(settings.shipByDefaultMs())
                .autoConfirmDefaultSeconds(settings.autoConfirmDefaultSeconds())
                .idempotencyRetentionMs(settings.idempotencyRetentionMs())
                .disputeOpenMs(settings.disputes().openMs())
                .disputeRejectedMs(settings.disputes().rejectedMs())
                .disputeReturnAgreedMs(settings.disputes().returnAgreedMs())
                .disputeReturnShippedMs(settings.disputes().returnShippedMs())
                .disputeEscalatedMs(settings.disputes().escalatedMs())
                .awardWithoutApproval(settings.disputes().awardWithoutApproval());
        ConfigureEncoder.CurrenciesEncoder currencies =
                encoder.currenciesCount(Currencies.all().size());
        for (Currencies.Entry currency : Currencies.all()) {
            currencies.next().currency(currency.number()).exponent((short) currency.exponent());
        }
        ConfigureEncoder.ChannelsEncoder windows = encoder.channelsCount(channels.size());
        for (Channel channel : channels) {
            windows.next()
                    .channel((short) channel.number())
                    .visibilityWindowMs(settings.visibilityWindowMs());
        }
        ConfigureEncoder.LadderEncoder ladder =
                encoder.ladderCount(settings.queryLadderMs().size());
        for (long delayMs : settings.queryLadderMs()) {
            ladder.next().delayMs(delayMs);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        encoder.putText(bytes, 0, bytes.length);
        return new CommandMessage(buffer, encoder.limit());
    }

    /**
     * A new key.
     *
     * @param account 0 unless the role is account
     * @param text JSON members: whose key it is
     * @param person the keyed hash of the same, by which the ledger knows two keys of one person
     */
    public static CommandMessage createKey(
            Role role,
            long platform,
            long account,
            String text,
            Secrets.PersonHash person,
            IdempotencyHash hash) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(256);
        CreateKeyEncoder encoder = new CreateKeyEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        origin(encoder.origin(), Role.SYSTEM, 0, hash);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        encoder.role((short) role.code())
                .platform(platform)
                .account(account)
                .generation(FIRST_GENERATION)
                .personHigh(person.high())
                .personLow(person.low())
                .putText(bytes, 0, bytes.length);
        return new CommandMessage(buffer, encoder.limit());
    }

    /** The end of a key. */
    public static CommandMessage revokeKey(long key) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(128);
        RevokeKeyEncoder encoder = new RevokeKeyEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        origin(encoder.origin(), Role.SYSTEM, 0, IdempotencyHash.NONE);
        encoder.key(key);
        return new CommandMessage(buffer, encoder.limit());
    }

    /**
     * A new account with a bank account, as a platform would make it.
     *
     * @param text JSON members as the API would have checked them
     */
    public static CommandMessage createAccount(
            long platform, AccountType type, String text, IdempotencyHash hash) {
        MutableDirectBuffer buffer = new ExpandableArrayBuffer(512);
        CreateAccountEncoder encoder = new CreateAccountEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        origin(encoder.origin(), Role.PLATFORM, platform, hash);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        encoder.type((short) type.code()).hasBankAccount((short) 1).putText(bytes, 0, bytes.length);
        return new CommandMessage(buffer, encoder.limit());
    }

    static void origin(OriginEncoder origin, Role role, long platform, IdempotencyHash hash) {
        // Fresh buffers are zero, and an origin has no other fields of ours.
        origin.role((short) role.code())
                .platform(platform)
                .idempotencyHigh(hash.high())
                .idempotencyLow(hash.low());
    }
}
