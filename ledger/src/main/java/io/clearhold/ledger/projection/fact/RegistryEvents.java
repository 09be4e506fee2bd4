package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.AccountCreatedDecoder;
import io.clearhold.core.codec.AccountUpdatedDecoder;
import io.clearhold.core.codec.ClockAcceptedDecoder;
import io.clearhold.core.codec.ClockHeldDecoder;
import io.clearhold.core.codec.ClockSteppedDecoder;
import io.clearhold.core.codec.ClockTargetSetDecoder;
import io.clearhold.core.codec.ConfiguredDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.EpochBegunDecoder;
import io.clearhold.core.codec.KeyCreatedDecoder;
import io.clearhold.core.codec.KeyRevokedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PricingSetDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.ledger.projection.database.JournalId;
import io.clearhold.ledger.projection.row.TableChanges;
import java.util.Locale;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What events of accounts, keys and settings mean for the tables accounts and keys. */
final class RegistryEvents {
    private final TableChanges accounts;
    private final TableChanges keys;
    private final PartyLookup parties;
    private final FrameView frame;
    private final ConfiguredDecoder configured = new ConfiguredDecoder();
    private final KeyCreatedDecoder keyCreated = new KeyCreatedDecoder();
    private final KeyRevokedDecoder keyRevoked = new KeyRevokedDecoder();
    private final AccountCreatedDecoder accountCreated = new AccountCreatedDecoder();
    private final AccountUpdatedDecoder accountUpdated = new AccountUpdatedDecoder();
    private final PricingSetDecoder pricingSet = new PricingSetDecoder();
    private final ClockTargetSetDecoder clockTargetSet = new ClockTargetSetDecoder();
    private final EpochBegunDecoder epochBegun = new EpochBegunDecoder();
    private final ClockHeldDecoder clockHeld = new ClockHeldDecoder();
    private final ClockAcceptedDecoder clockAccepted = new ClockAcceptedDecoder();
    private final ClockSteppedDecoder clockStepped = new ClockSteppedDecoder();
    private JournalId journal = JournalId.NONE;
    private long subject;
    private Parties seenBy = Parties.NOBODY;

    RegistryEvents(TableChanges accounts, TableChanges keys, PartyLookup parties, FrameView frame) {
        this.accounts = accounts;
        this.keys = keys;
        this.parties = parties;
        this.frame = frame;
    }

    /** The account or key of the event that was taken last, 0 if none. */
    long subject() {
        return subject;
    }

    /** Who may see that event. */
    Parties parties() {
        return seenBy;
    }

    /** The journal that a configuration of this batch named, else {@link JournalId#NONE}. */
    JournalId journal() {
        return journal;
    }

    void clear() {
        journal = JournalId.NONE;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        subject = 0;
        seenBy = Parties.NOBODY;
        switch (header.templateId()) {
            case ConfiguredDecoder.TEMPLATE_ID -> {
                configured.wrapAndApplyHeader(buffer, offset, header);
                journal = new JournalId(configured.journalIdHigh(), configured.journalIdLow());
                facts.name("journal", journal.toString())
                        .name("mode", mode(configured.mode()))
                        .number("shard", configured.shard());
            }
            case KeyCreatedDecoder.TEMPLATE_ID ->
                    take(keyCreated.wrapAndApplyHeader(buffer, offset, header), facts);
            case KeyRevokedDecoder.TEMPLATE_ID -> {
                keyRevoked.wrapAndApplyHeader(buffer, offset, header);
                subject = keyRevoked.key();
                keys.change(subject)
                        .set(KeyColumns.REVOKED, true)
                        .set(KeyColumns.LAST_SEQUENCE, frame.sequence());
                facts.id("key", IdKind.KEY, subject);
            }
            case AccountCreatedDecoder.TEMPLATE_ID ->
                    take(accountCreated.wrapAndApplyHeader(buffer, offset, header), facts);
            case AccountUpdatedDecoder.TEMPLATE_ID ->
                    take(accountUpdated.wrapAndApplyHeader(buffer, offset, header));
            case PricingSetDecoder.TEMPLATE_ID ->
                    take(pricingSet.wrapAndApplyHeader(buffer, offset, header), facts);
            case ClockTargetSetDecoder.TEMPLATE_ID ->
                    facts.time(
                            "target",
                            clockTargetSet.wrapAndApplyHeader(buffer, offset, header).targetMs());
            case ClockSteppedDecoder.TEMPLATE_ID ->
                    facts.number(
                            "offset_ms",
                            clockStepped.wrapAndApplyHeader(buffer, offset, header).offsetMs());
            case EpochBegunDecoder.TEMPLATE_ID ->
                    facts.number(
                            "epoch", epochBegun.wrapAndApplyHeader(buffer, offset, header).epoch());
            case ClockHeldDecoder.TEMPLATE_ID ->
                    take(clockHeld.wrapAndApplyHeader(buffer, offset, header), facts);
            case ClockAcceptedDecoder.TEMPLATE_ID -> {
                clockAccepted.wrapAndApplyHeader(buffer, offset, header);
                facts.id("accepted_by", IdKind.KEY, clockAccepted.key())
                        .number("step_ms", clockAccepted.stepMs())
                        .number("ahead_ms", clockAccepted.aheadMs());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void take(ClockHeldDecoder event, JsonFacts facts) {
        facts.name("reason", ClockDoubt.of(event.reason()).label())
                .time("wall_time", event.wallMs())
                .time("log_time", event.plainMs())
                .number("down_ms", event.downMs());
    }

    private void take(KeyCreatedDecoder event, JsonFacts facts) {
        subject = event.key();
        keys.create(subject)
                .set(KeyColumns.ROLE, event.role())
                .set(KeyColumns.PLATFORM, event.platform())
                .set(KeyColumns.ACCOUNT, event.account())
                .set(KeyColumns.GENERATION, event.generation())
                .set(KeyColumns.CREATED_AT_MS, frame.atMs())
                .set(KeyColumns.TEXT_SEQUENCE, frame.sequence())
                .set(KeyColumns.LAST_SEQUENCE, frame.sequence())
                .set(KeyColumns.TEXT, frame.text(CreateKeyDecoder.TEMPLATE_ID));
        facts.id("key", IdKind.KEY, subject)
                .name("role", CodeNames.role(event.role()))
                .id("account", IdKind.ACCOUNT, event.account());
    }

    private void take(AccountCreatedDecoder event, JsonFacts facts) {
        subject = event.account();
        @Nullable String text = frame.text(CreateAccountDecoder.TEMPLATE_ID);
        seenBy = new Parties(event.platform(), subject, 0);
        parties.put(subject, seenBy);
        accounts.create(subject)
                .set(AccountColumns.PLATFORM, event.platform())
                .set(AccountColumns.TYPE, event.type())
                .set(AccountColumns.STATUS, AccountStatus.ACTIVE.code())
                .set(AccountColumns.HAS_BANK_ACCOUNT, event.hasBankAccount())
                .set(AccountColumns.CREATED_AT_MS, frame.atMs())
                .set(AccountColumns.TEXT_SEQUENCE, frame.sequence())
                .set(AccountColumns.LAST_SEQUENCE, frame.sequence())
                .set(AccountColumns.REFERENCE, TextMembers.string(text, "reference"))
                .set(AccountColumns.NAME, TextMembers.string(text, "name"))
                .set(AccountColumns.TEXT, text);
        facts.name("type", CodeNames.accountType(event.type()));
    }

    private void take(AccountUpdatedDecoder event) {
        touch(event.account());
        @Nullable String text = frame.text(UpdateAccountDecoder.TEMPLATE_ID);
        accounts.change(subject)
                .set(AccountColumns.HAS_BANK_ACCOUNT, event.hasBankAccount())
                .set(AccountColumns.PAYOUTS_FROM_MS, event.payoutsFromMs())
                .set(AccountColumns.TEXT_SEQUENCE, frame.sequence())
                .set(AccountColumns.REFERENCE, TextMembers.string(text, "reference"))
                .set(AccountColumns.NAME, TextMembers.string(text, "name"))
                .set(AccountColumns.TEXT, text);
    }

    private void take(PricingSetDecoder event, JsonFacts facts) {
        touch(event.account());
        accounts.change(subject)
                .set(AccountColumns.FEE_KIND, event.feeKind())
                .set(AccountColumns.FEE_VALUE, event.feeValue())
                .set(AccountColumns.FEE_MIN, event.feeMin())
                .set(AccountColumns.FEE_MAX, event.feeMax());
        facts.name("fee_kind", CodeNames.shareKind(event.feeKind()))
                .number("fee_value", event.feeValue())
                .number("fee_min", event.feeMin())
                .number("fee_max", event.feeMax());
    }

    private void touch(long account) {
        subject = account;
        seenBy = parties.of(account);
        accounts.change(account).set(AccountColumns.LAST_SEQUENCE, frame.sequence());
    }

    private static String mode(int code) {
        return ServerMode.of(code).name().toLowerCase(Locale.ROOT);
    }
}
