package io.clearhold.ledger.machine;

import io.clearhold.core.codec.FindOutcomeDecoder;
import io.clearhold.core.codec.GetBalanceDecoder;
import io.clearhold.core.codec.GetClockDecoder;
import io.clearhold.core.codec.GetClockHoldDecoder;
import io.clearhold.core.codec.GetEpochsDecoder;
import io.clearhold.core.codec.GetHeadDecoder;
import io.clearhold.core.codec.GetLimitsDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.GetOpenInstructionsDecoder;
import io.clearhold.core.codec.GetSafeguardingDecoder;
import io.clearhold.core.codec.GetTrialBalanceDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.DirectBuffer;

/** Answers queries. They change nothing and leave no frame. */
final class Queries {
    private static final IdKind[] KINDS = IdKind.values();

    private final LedgerState state;
    private final Access access;
    private final AccountDecisions accountDecisions;
    private final WebhookDecisions webhookDecisions;
    private final PaymentLinks paymentLinks;
    private final LimitDecisions limitDecisions;
    private final GetLimitsDecoder getLimits = new GetLimitsDecoder();
    private final ResultWriter results;
    private final GetObjectDecoder getObject = new GetObjectDecoder();
    private final GetBalanceDecoder getBalance = new GetBalanceDecoder();
    private final GetTrialBalanceDecoder getTrialBalance = new GetTrialBalanceDecoder();
    private final GetClockHoldDecoder getClockHold = new GetClockHoldDecoder();
    private final GetHeadDecoder getHead = new GetHeadDecoder();
    private final GetOpenInstructionsDecoder getOpenInstructions = new GetOpenInstructionsDecoder();
    private final FindOutcomeDecoder findOutcome = new FindOutcomeDecoder();
    private final GetSafeguardingDecoder getSafeguarding = new GetSafeguardingDecoder();

    Queries(
            LedgerState state,
            Access access,
            AccountDecisions accountDecisions,
            WebhookDecisions webhookDecisions,
            PaymentLinks paymentLinks,
            LimitDecisions limitDecisions,
            ResultWriter results) {
        this.state = state;
        this.access = access;
        this.accountDecisions = accountDecisions;
        this.webhookDecisions = webhookDecisions;
        this.paymentLinks = paymentLinks;
        this.limitDecisions = limitDecisions;
        this.results = results;
    }

    void answer(DirectBuffer buffer, int offset, MessageHeaderDecoder header, long nowMs) {
        switch (header.templateId()) {
            case GetObjectDecoder.TEMPLATE_ID ->
                    object(getObject.wrapAndApplyHeader(buffer, offset, header));
            case GetBalanceDecoder.TEMPLATE_ID -> {
                getBalance.wrapAndApplyHeader(buffer, offset, header);
                int account = state.accounts().find(getBalance.account());
                if (account < 0 || !access.seesAccount(getBalance.origin(), account)) {
                    results.refusal(ResultCode.NOT_FOUND, 0, 0);
                } else {
                    results.balances(account);
                }
            }
            case GetTrialBalanceDecoder.TEMPLATE_ID -> {
                if (readsTheBook(
                        getTrialBalance.wrapAndApplyHeader(buffer, offset, header).origin())) {
                    results.trialBalance();
                }
            }
            case GetHeadDecoder.TEMPLATE_ID -> {
                if (readsTheBook(getHead.wrapAndApplyHeader(buffer, offset, header).origin())) {
                    results.head();
                }
            }
            case GetClockDecoder.TEMPLATE_ID -> results.clock(nowMs);
            case GetEpochsDecoder.TEMPLATE_ID -> results.epochs();
            case GetClockHoldDecoder.TEMPLATE_ID -> {
                if (readsTheProof(
                        getClockHold.wrapAndApplyHeader(buffer, offset, header).origin())) {
                    results.clockHold(nowMs);
                }
            }
            case GetOpenInstructionsDecoder.TEMPLATE_ID -> {
                getOpenInstructions.wrapAndApplyHeader(buffer, offset, header);
                results.openInstructions(
                        getOpenInstructions.afterInstruction(), getOpenInstructions.atMost());
            }
            case FindOutcomeDecoder.TEMPLATE_ID -> {
                OriginDecoder origin =
                        findOutcome.wrapAndApplyHeader(buffer, offset, header).origin();
                long frame =
                        state.idempotency()
                                .sequence(origin.idempotencyHigh(), origin.idempotencyLow());
                results.outcome(Math.max(frame, 0));
            }
            case GetSafeguardingDecoder.TEMPLATE_ID -> {
                if (readsTheProof(
                        getSafeguarding.wrapAndApplyHeader(buffer, offset, header).origin())) {
                    results.safeguarding();
                }
            }
            case GetLimitsDecoder.TEMPLATE_ID -> {
                getLimits.wrapAndApplyHeader(buffer, offset, header);
                boolean ofKey = getLimits.ownerKind() == IdKind.KEY.code();
                if (limitDecisions.sees(getLimits.origin(), getLimits.owner(), ofKey)) {
                    results.limits(getLimits.owner(), ofKey);
                } else {
                    results.refusal(ResultCode.NOT_FOUND, 0, 0);
                }
            }
            default -> results.refusal(ResultCode.UNKNOWN_COMMAND, header.templateId(), 0);
        }
    }

    /** The book as a whole shows only sums and hashes, and any API key may check it. */
    private boolean readsTheBook(OriginDecoder origin) {
        Role role = Role.of(origin.role());
        boolean secret = role == Role.CLIENT_SECRET || role == Role.PAYER_SECRET;
        if (secret) {
            results.refusal(ResultCode.FORBIDDEN, 0, 0);
        }
        return !secret;
    }

    /** How the operator stands is for his staff and auditors. */
    private boolean readsTheProof(OriginDecoder origin) {
        boolean allowed = readsProof(origin);
        if (!allowed) {
            results.refusal(ResultCode.FORBIDDEN, 0, 0);
        }
        return allowed;
    }

    private static boolean readsProof(OriginDecoder origin) {
        Role role = Role.of(origin.role());
        return Access.isStaff(role) || role == Role.AUDITOR;
    }

    private void object(GetObjectDecoder query) {
        OriginDecoder origin = query.origin();
        IdKind kind = kindOf(query.kind());
        if (isVisible(kind, query.object(), origin)) {
            results.object(kind, query.object(), origin, false);
        } else {
            results.refusal(ResultCode.NOT_FOUND, 0, 0);
        }
    }

    private boolean isVisible(IdKind kind, long id, OriginDecoder origin) {
        return switch (kind) {
            case PAYMENT -> seesPayment(id, origin);
            case REFUND -> {
                int refund = state.refunds().find(id);
                yield refund >= 0 && seesPayment(state.refunds().payment(refund), origin);
            }
            case CHARGEBACK -> {
                int chargeback = state.chargebacks().find(id);
                yield chargeback >= 0
                        && seesPayment(state.chargebacks().payment(chargeback), origin);
            }
            case PAYOUT -> {
                int payout = state.payouts().find(id);
                yield payout >= 0
                        && access.seesAccount(
                                origin, state.accounts().find(state.payouts().account(payout)));
            }
            case TRANSFER -> {
                int transfer = state.transfers().find(id);
                yield transfer >= 0
                        && (seesAccount(state.transfers().from(transfer), origin)
                                || seesAccount(state.transfers().to(transfer), origin));
            }
            case TOPUP -> {
                int topUp = state.topUps().find(id);
                yield topUp >= 0 && seesAccount(state.topUps().account(topUp), origin);
            }
            case ACCOUNT -> {
                int account = state.accounts().find(id);
                yield account >= 0 && access.seesAccount(origin, account);
            }
            case KEY -> {
                int key = state.keys().find(id);
                yield key >= 0 && accountDecisions.maySeeKey(origin, key);
            }
            case STATEMENT -> state.statements().find(id) >= 0 && readsProof(origin);
            case BREAK -> state.breaks().find(id) >= 0 && readsProof(origin);
            case APPROVAL -> state.approvals().find(id) >= 0 && Approvals.sees(origin);
            case WEBHOOK_ENDPOINT -> {
                int endpoint = state.webhookEndpoints().find(id);
                yield endpoint >= 0 && webhookDecisions.sees(origin, endpoint);
            }
            case DISPUTE -> {
                int dispute = state.disputes().find(id);
                yield dispute >= 0 && seesPayment(state.disputes().payment(dispute), origin);
            }
            case PAYMENT_LINK -> {
                int link = state.paymentLinks().find(id);
                yield link >= 0 && paymentLinks.sees(origin, link);
            }
            case SETTLEMENT, EVENT, INSTRUCTION -> false;
        };
    }

    private boolean seesPayment(long id, OriginDecoder origin) {
        int payment = state.payments().find(id);
        return payment >= 0 && access.seesPayment(origin, payment);
    }

    private boolean seesAccount(long id, OriginDecoder origin) {
        return access.seesAccount(origin, state.accounts().find(id));
    }

    private static IdKind kindOf(int code) {
        for (IdKind kind : KINDS) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of id has the code " + code);
    }
}
