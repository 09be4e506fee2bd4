package io.clearhold.ledger.state;

import io.clearhold.core.book.PostingRules;
import io.clearhold.core.codec.AccountCreatedDecoder;
import io.clearhold.core.codec.AccountUpdatedDecoder;
import io.clearhold.core.codec.ClockAcceptedDecoder;
import io.clearhold.core.codec.ClockHeldDecoder;
import io.clearhold.core.codec.ClockSteppedDecoder;
import io.clearhold.core.codec.ClockTargetSetDecoder;
import io.clearhold.core.codec.ConfiguredDecoder;
import io.clearhold.core.codec.EpochBegunDecoder;
import io.clearhold.core.codec.KeyCreatedDecoder;
import io.clearhold.core.codec.KeyRevokedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PricingSetDecoder;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of the {@link LedgerState}: live, in recovery and in replay. An event says all
 * that changes; applying it decides nothing and refuses nothing. An exception here means that the
 * journal and this program do not fit together.
 */
public final class EventApplier {
    private final LedgerState state;
    private final PostingRules postingRules = new PostingRules();
    private final PaymentApplier payments;
    private final RefundApplier refunds;
    private final ClawbackApplier clawbacks;
    private final ChargebackApplier chargebacks;
    private final MovementApplier movements;
    private final ProofApplier proof;
    private final WebhookApplier webhooks;
    private final ApprovalApplier approvals;
    private final BreakTreatmentApplier breaks;
    private final WalletApplier wallets;
    private final TermsApplier terms;
    private final DisputeApplier disputes;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
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
    private long plainTimeMs;

    public EventApplier(LedgerState state) {
        this.state = state;
        this.payments = new PaymentApplier(state);
        ClawbackLegs legs = new ClawbackLegs(state);
        this.refunds = new RefundApplier(state, legs);
        this.chargebacks = new ChargebackApplier(state, legs);
        this.clawbacks = new ClawbackApplier(state);
        this.movements = new MovementApplier(state);
        this.proof = new ProofApplier(state);
        this.webhooks = new WebhookApplier(state);
        this.approvals = new ApprovalApplier(state);
        this.breaks = new BreakTreatmentApplier(state, proof);
        this.wallets = new WalletApplier(state);
        this.terms = new TermsApplier(state);
        this.disputes = new DisputeApplier(state);
    }

    /** A new frame: all its events happen at this sequence and time. */
    public void beginFrame(long sequence, long logTimeMs) {
        state.advance(sequence, logTimeMs);
        plainTimeMs = logTimeMs - state.clockOffsetMs();
        state.idempotency.forgetBefore(ageMs() - state.settings.idempotencyRetentionMs());
    }

    /** The clock by which keys age: neither the sandbox's offset nor an accepted step moves it. */
    private long ageMs() {
        return plainTimeMs - state.clockHold.steppedMs();
    }

    /**
     * The time of the frame without the sandbox's offset, as it was before the frame's own events:
     * a step of the clock counts from the next frame on.
     */
    public long plainTimeMs() {
        return plainTimeMs;
    }

    /** The same of a state that was read back. */
    public void plainTimeMs(long timeMs) {
        plainTimeMs = timeMs;
    }

    /** The frame is the outcome of a command with an idempotency key. */
    public void rememberOutcome(long hashHigh, long hashLow) {
        state.idempotency.remember(hashHigh, hashLow, state.sequence(), ageMs());
    }

    /** One event of the frame: its postings, then everything else it changes. */
    public void apply(DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        int template = header.templateId();
        boolean creates = template == io.clearhold.core.codec.PaymentCreatedDecoder.TEMPLATE_ID;
        if (creates) {
            payments.apply(buffer, offset, header);
        } else {
            postingRules.post(buffer, offset, state.book);
            applyOthers(template, buffer, offset, length);
        }
    }

    private void applyOthers(int template, DirectBuffer buffer, int offset, int length) {
        if (RefundApplier.takes(template)) {
            refunds.apply(buffer, offset, header);
        } else if (template < 220) {
            payments.apply(buffer, offset, header);
        } else if ((template >= 230 && template < 240) || (template >= 280 && template < 290)) {
            proof.apply(buffer, offset, header);
        } else if (template < 250) {
            movements.apply(buffer, offset, header);
        } else if (template < 300) {
            applyRegistry(template, buffer, offset, length);
        } else {
            FactApplier area = areaOf(template);
            if (area == null) {
                throw unknown(template);
            }
            area.apply(buffer, offset, header);
        }
    }

    /** From 300 on, each area of the domain has twenty templates. */
    private @Nullable FactApplier areaOf(int template) {
        return switch ((template - 300) / 20) {
            case 3 -> template < 370 ? approvals : breaks;
            case 2 -> wallets;
            case 4 -> terms;
            case 0 -> disputes;
            case 1 -> ChargebackApplier.takes(template) ? chargebacks : clawbacks;
            default -> null;
        };
    }

    private static IllegalStateException unknown(int template) {
        return new IllegalStateException(
                "the journal holds an event "
                        + template
                        + " that this version does not know; a newer version wrote it");
    }

    private void applyRegistry(int template, DirectBuffer buffer, int offset, int length) {
        switch (template) {
            case ConfiguredDecoder.TEMPLATE_ID -> {
                state.settings.apply(
                        configured.wrapAndApplyHeader(buffer, offset, header),
                        fingerprint(buffer, offset, length));
                proof.firstDay();
            }
            case KeyCreatedDecoder.TEMPLATE_ID ->
                    apply(keyCreated.wrapAndApplyHeader(buffer, offset, header));
            case KeyRevokedDecoder.TEMPLATE_ID -> {
                int key =
                        state.keys.find(
                                keyRevoked.wrapAndApplyHeader(buffer, offset, header).key());
                state.keys.revoked(key, true);
                state.keys.lastSequence(key, state.sequence());
            }
            case AccountCreatedDecoder.TEMPLATE_ID ->
                    apply(accountCreated.wrapAndApplyHeader(buffer, offset, header));
            case AccountUpdatedDecoder.TEMPLATE_ID -> {
                accountUpdated.wrapAndApplyHeader(buffer, offset, header);
                int account = state.accounts.find(accountUpdated.account());
                state.accounts.hasBankAccount(account, accountUpdated.hasBankAccount() != 0);
                state.accounts.bankAccountHash(account, accountUpdated.bankAccountHash());
                state.accounts.numberHash(account, accountUpdated.numberHash());
                state.accounts.payoutsFromMs(account, accountUpdated.payoutsFromMs());
                state.accounts.textSequence(account, state.sequence());
                state.accounts.lastSequence(account, state.sequence());
            }
            case PricingSetDecoder.TEMPLATE_ID ->
                    apply(pricingSet.wrapAndApplyHeader(buffer, offset, header));
            case ClockTargetSetDecoder.TEMPLATE_ID ->
                    state.clockTarget(
                            clockTargetSet.wrapAndApplyHeader(buffer, offset, header).targetMs());
            case ClockSteppedDecoder.TEMPLATE_ID ->
                    state.clockOffset(
                            clockStepped.wrapAndApplyHeader(buffer, offset, header).offsetMs());
            case EpochBegunDecoder.TEMPLATE_ID ->
                    state.epochs.begin(
                            epochBegun.wrapAndApplyHeader(buffer, offset, header).epoch(),
                            state.sequence());
            case ClockHeldDecoder.TEMPLATE_ID ->
                    state.clockHold.hold(
                            clockHeld.wrapAndApplyHeader(buffer, offset, header),
                            state.sequence(),
                            state.logTimeMs());
            case ClockAcceptedDecoder.TEMPLATE_ID ->
                    state.clockHold.accept(
                            clockAccepted.wrapAndApplyHeader(buffer, offset, header),
                            state.sequence(),
                            state.logTimeMs());
            default -> {
                if (!webhooks.apply(template, buffer, offset, header)) {
                    throw unknown(template);
                }
            }
        }
    }

    /**
     * A hash of the bytes of a Configured event, by which an unchanged configuration is recognised.
     */
    public static long fingerprint(DirectBuffer buffer, int offset, int length) {
        long value = length;
        for (int i = 0; i < length; i++) {
            value = Mix.mix(value ^ buffer.getByte(offset + i));
        }
        return value;
    }

    private void apply(KeyCreatedDecoder event) {
        KeyTable keys = state.keys;
        int key = keys.add(event.key());
        keys.role(key, Role.of(event.role()));
        keys.generation(key, event.generation());
        keys.platform(key, event.platform());
        keys.account(key, event.account());
        keys.person(key, event.personHigh(), event.personLow());
        keys.textSequence(key, state.sequence());
        keys.lastSequence(key, state.sequence());
        keys.createdAtMs(key, state.logTimeMs());
    }

    private void apply(AccountCreatedDecoder event) {
        AccountTable accounts = state.accounts;
        int account = accounts.add(event.account());
        accounts.type(account, AccountType.of(event.type()));
        accounts.status(account, AccountStatus.ACTIVE);
        accounts.feeKind(account, ShareKind.NONE);
        accounts.hasBankAccount(account, event.hasBankAccount() != 0);
        accounts.bankAccountHash(account, event.bankAccountHash());
        accounts.numberHash(account, event.numberHash());
        accounts.platform(account, event.platform());
        accounts.textSequence(account, state.sequence());
        accounts.lastSequence(account, state.sequence());
        accounts.createdAtMs(account, state.logTimeMs());
    }

    private void apply(PricingSetDecoder event) {
        AccountTable accounts = state.accounts;
        int account = accounts.find(event.account());
        accounts.feeKind(account, ShareKind.of(event.feeKind()));
        accounts.feeValue(account, event.feeValue());
        accounts.feeMin(account, event.feeMin());
        accounts.feeMax(account, event.feeMax());
        accounts.lastSequence(account, state.sequence());
    }
}
