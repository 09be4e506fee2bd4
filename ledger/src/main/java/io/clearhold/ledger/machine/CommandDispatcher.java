package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AcceptChargebackDecoder;
import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.AgeMovementsDecoder;
import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.CancelPayoutDecoder;
import io.clearhold.core.codec.ClaimInstructionDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.ConfigureDecoder;
import io.clearhold.core.codec.ConfirmPaymentDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.ExtendPaymentDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.codec.SetPricingDecoder;
import io.clearhold.core.codec.SetReserveDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.StepClockDecoder;
import io.clearhold.core.codec.TickDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import java.util.List;
import org.agrona.DirectBuffer;

/** Brings each command to who decides it: the one place that knows all commands. */
class CommandDispatcher {
    private final LedgerState state;
    private final EscrowFacts escrow;
    private final AccountDecisions accounts;
    private final PaymentAttempts attempts;
    private final PaymentCreation creation;
    private final PaymentDecisions payments;
    private final RefundDecisions refunds;
    private final ReserveDecisions reserves;
    private final ChargebackDecisions chargebacks;
    private final AddChargebackEvidenceDecoder addEvidence = new AddChargebackEvidenceDecoder();
    private final AcceptChargebackDecoder acceptChargeback = new AcceptChargebackDecoder();
    private final PayoutDecisions payouts;
    private final BankDecisions banks;
    private final StatementDecisions statements;
    private final DayDecisions days;
    private final ClockDecisions clock;
    private final ClockHoldDecisions clockHold;
    private final EpochDecisions epochs;
    private final WebhookDecisions webhooks;
    private final WebhookDispatcher webhookCommands;
    private final Approvals approvals;
    private final ApprovalDispatcher approvalCommands;
    private final WalletDispatcher walletCommands;
    private final LimitDecisions limitDecisions;
    private final TermsDispatcher termsCommands;
    private final DisputeDecisions disputes;
    private final PaymentLinks paymentLinks;
    private final Configuration configuration;
    private final ConfigureDecoder configure = new ConfigureDecoder();
    private final CreateKeyDecoder createKey = new CreateKeyDecoder();
    private final RevokeKeyDecoder revokeKey = new RevokeKeyDecoder();
    private final CreateAccountDecoder createAccount = new CreateAccountDecoder();
    private final UpdateAccountDecoder updateAccount = new UpdateAccountDecoder();
    private final SetPricingDecoder setPricing = new SetPricingDecoder();
    private final SetReserveDecoder setReserve = new SetReserveDecoder();
    private final CreatePaymentDecoder createPayment = new CreatePaymentDecoder();
    private final PayPaymentDecoder payPayment = new PayPaymentDecoder();
    private final CancelPaymentDecoder cancelPayment = new CancelPaymentDecoder();
    private final ShipPaymentDecoder shipPayment = new ShipPaymentDecoder();
    private final ConfirmPaymentDecoder confirmPayment = new ConfirmPaymentDecoder();
    private final ExtendPaymentDecoder extendPayment = new ExtendPaymentDecoder();
    private final RefundPaymentDecoder refundPayment = new RefundPaymentDecoder();
    private final CreatePayoutDecoder createPayout = new CreatePayoutDecoder();
    private final CancelPayoutDecoder cancelPayout = new CancelPayoutDecoder();
    private final ClaimInstructionDecoder claimInstruction = new ClaimInstructionDecoder();
    private final ReportOutcomeDecoder reportOutcome = new ReportOutcomeDecoder();
    private final TickDecoder tick = new TickDecoder();
    private final AdvanceClockDecoder advanceClock = new AdvanceClockDecoder();
    private final StepClockDecoder stepClock = new StepClockDecoder();
    private final OpenStatementDecoder openStatement = new OpenStatementDecoder();
    private final PostStatementLineDecoder postLine = new PostStatementLineDecoder();
    private final CompleteStatementDecoder completeStatement = new CompleteStatementDecoder();
    private final AgeMovementsDecoder ageMovements = new AgeMovementsDecoder();
    private boolean startsAttempt;
    private boolean showsClock;

    CommandDispatcher(LedgerState state, Access access) {
        this.state = state;
        RiskRules risk = new RiskRules(state);
        escrow = new EscrowFacts(state);
        ClosingFacts closing = new ClosingFacts(state);
        accounts = new AccountDecisions(state, access);
        attempts = new PaymentAttempts(state, access, escrow);
        Terms terms = new Terms(state);
        PaymentUpdates updates = new PaymentUpdates(state, access, terms, risk);
        creation = new PaymentCreation(state, access, attempts, terms, updates, risk);
        paymentLinks = new PaymentLinks(state, access, terms, creation, risk);
        termsCommands = new TermsDispatcher(updates, paymentLinks);
        payments = new PaymentDecisions(state, access, escrow, closing);
        refunds = new RefundDecisions(state, access, escrow);
        payouts = new PayoutDecisions(state, access, escrow, risk);
        BreakFacts breaks = new BreakFacts(state);
        TopUpFacts topUps = new TopUpFacts(state, breaks);
        OwnMoneyFacts ownMoney = new OwnMoneyFacts(state, escrow, breaks);
        BreakTreatments treatments = new BreakTreatments(state, escrow, breaks);
        DisputeFacts disputeFacts = new DisputeFacts(state, escrow);
        ChargebackFacts chargebackFacts =
                new ChargebackFacts(state, escrow, breaks, disputeFacts::shrink);
        chargebacks =
                new ChargebackDecisions(state, access, new InstructionFacts(), chargebackFacts);
        BankFacts facts =
                new BankFacts(
                        state,
                        escrow,
                        closing,
                        payouts,
                        topUps,
                        ownMoney,
                        treatments,
                        breaks,
                        chargebackFacts);
        banks = new BankDecisions(state, facts);
        statements =
                new StatementDecisions(state, new StatementMatching(state, facts, breaks), breaks);
        days = new DayDecisions(state);
        approvals = new Approvals(state);
        approvalCommands =
                new ApprovalDispatcher(
                        approvals,
                        new AdjustmentDecisions(state, approvals, ownMoney),
                        new BreakResolving(state, approvals, escrow, treatments),
                        new BreakReopening(state, approvals, treatments));
        reserves = new ReserveDecisions(state, access);
        disputes = new DisputeDecisions(state, access, disputeFacts, escrow, approvals);
        limitDecisions = new LimitDecisions(state, access, accounts, payouts, risk);
        PayoutSchedules schedules = new PayoutSchedules(state, access, payouts, risk);
        clock =
                new ClockDecisions(
                        state,
                        escrow,
                        closing,
                        days,
                        List.of(
                                approvals,
                                reserves,
                                disputeFacts,
                                chargebackFacts,
                                new TopUpDeadlines(state, facts, topUps),
                                schedules));
        configuration = new Configuration(state);
        clockHold = new ClockHoldDecisions(state);
        epochs = new EpochDecisions(state);
        webhooks = new WebhookDecisions(state);
        webhookCommands = new WebhookDispatcher(webhooks);
        AccountStanding standing = new AccountStanding(state, access, approvals);
        approvals.register(standing);
        walletCommands =
                new WalletDispatcher(
                        new WalletDecisions(state, access, escrow, risk),
                        standing,
                        schedules,
                        limitDecisions);
    }

    WebhookDecisions webhookDecisions() {
        return webhooks;
    }

    PaymentLinks paymentLinks() {
        return paymentLinks;
    }

    LimitDecisions limitDecisions() {
        return limitDecisions;
    }

    AccountDecisions accountDecisions() {
        return accounts;
    }

    /** Whether the command that was decided last started an attempt to pay. */
    boolean startsAttempt() {
        return startsAttempt;
    }

    /** Whether the answer to it is the clock. */
    boolean showsClock() {
        return showsClock;
    }

    void decide(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            int step,
            Decision decision) {
        startsAttempt = false;
        showsClock = false;
        switch (header.templateId()) {
            case ConfigureDecoder.TEMPLATE_ID ->
                    configuration.decide(
                            configure.wrapAndApplyHeader(buffer, offset, header), decision);
            case CreateKeyDecoder.TEMPLATE_ID ->
                    accounts.createKey(
                            createKey.wrapAndApplyHeader(buffer, offset, header), decision);
            case RevokeKeyDecoder.TEMPLATE_ID ->
                    accounts.revokeKey(
                            revokeKey.wrapAndApplyHeader(buffer, offset, header), decision);
            case CreateAccountDecoder.TEMPLATE_ID ->
                    accounts.createAccount(
                            createAccount.wrapAndApplyHeader(buffer, offset, header), decision);
            case UpdateAccountDecoder.TEMPLATE_ID ->
                    accounts.updateAccount(
                            updateAccount.wrapAndApplyHeader(buffer, offset, header), decision);
            case SetPricingDecoder.TEMPLATE_ID ->
                    accounts.setPricing(
                            setPricing.wrapAndApplyHeader(buffer, offset, header), decision);
            case CreatePaymentDecoder.TEMPLATE_ID -> {
                createPayment.wrapAndApplyHeader(buffer, offset, header);
                startsAttempt = MethodKind.of(createPayment.methodKind()) != MethodKind.NONE;
                if (step < 2) {
                    creation.decide(createPayment, step, decision);
                } else {
                    releaseCollected(decision.shownId(), decision);
                }
            }
            case PayPaymentDecoder.TEMPLATE_ID -> {
                payPayment.wrapAndApplyHeader(buffer, offset, header);
                startsAttempt = true;
                if (step == 0) {
                    attempts.decide(payPayment, decision);
                } else {
                    releaseCollected(payPayment.payment(), decision);
                }
            }
            case CancelPaymentDecoder.TEMPLATE_ID ->
                    payments.cancel(
                            cancelPayment.wrapAndApplyHeader(buffer, offset, header), decision);
            case ShipPaymentDecoder.TEMPLATE_ID ->
                    payments.ship(shipPayment.wrapAndApplyHeader(buffer, offset, header), decision);
            case ConfirmPaymentDecoder.TEMPLATE_ID ->
                    payments.confirm(
                            confirmPayment.wrapAndApplyHeader(buffer, offset, header), decision);
            case ExtendPaymentDecoder.TEMPLATE_ID ->
                    payments.extend(
                            extendPayment.wrapAndApplyHeader(buffer, offset, header), decision);
            case RefundPaymentDecoder.TEMPLATE_ID ->
                    refunds.decide(
                            refundPayment.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> decideOthers(buffer, offset, header, step, decision);
        }
    }

    private void decideOthers(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            int step,
            Decision decision) {
        switch (header.templateId()) {
            case CreatePayoutDecoder.TEMPLATE_ID ->
                    payouts.create(
                            createPayout.wrapAndApplyHeader(buffer, offset, header), decision);
            case CancelPayoutDecoder.TEMPLATE_ID ->
                    payouts.cancel(
                            cancelPayout.wrapAndApplyHeader(buffer, offset, header), decision);
            case SetReserveDecoder.TEMPLATE_ID ->
                    reserves.set(setReserve.wrapAndApplyHeader(buffer, offset, header), decision);
            case AddChargebackEvidenceDecoder.TEMPLATE_ID ->
                    chargebacks.addEvidence(
                            addEvidence.wrapAndApplyHeader(buffer, offset, header), decision);
            case AcceptChargebackDecoder.TEMPLATE_ID ->
                    chargebacks.accept(
                            acceptChargeback.wrapAndApplyHeader(buffer, offset, header), decision);
            case ClaimInstructionDecoder.TEMPLATE_ID ->
                    banks.claim(
                            claimInstruction.wrapAndApplyHeader(buffer, offset, header), decision);
            case ReportOutcomeDecoder.TEMPLATE_ID ->
                    banks.report(
                            reportOutcome.wrapAndApplyHeader(buffer, offset, header),
                            step,
                            decision);
            case TickDecoder.TEMPLATE_ID ->
                    clock.tick(
                            tick.wrapAndApplyHeader(buffer, offset, header).atMost(),
                            step,
                            decision);
            case AdvanceClockDecoder.TEMPLATE_ID -> {
                clock.advance(advanceClock.wrapAndApplyHeader(buffer, offset, header), decision);
                showsClock = true;
            }
            case StepClockDecoder.TEMPLATE_ID -> {
                clock.step(stepClock.wrapAndApplyHeader(buffer, offset, header), decision);
                showsClock = true;
            }
            default -> decideProof(buffer, offset, header, step, decision);
        }
    }

    private void decideProof(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            int step,
            Decision decision) {
        switch (header.templateId()) {
            case OpenStatementDecoder.TEMPLATE_ID ->
                    statements.open(
                            openStatement.wrapAndApplyHeader(buffer, offset, header), decision);
            case PostStatementLineDecoder.TEMPLATE_ID ->
                    statements.postLine(
                            postLine.wrapAndApplyHeader(buffer, offset, header), step, decision);
            case CompleteStatementDecoder.TEMPLATE_ID ->
                    statements.complete(
                            completeStatement.wrapAndApplyHeader(buffer, offset, header), decision);
            case AgeMovementsDecoder.TEMPLATE_ID ->
                    statements.age(
                            ageMovements.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                boolean known =
                        disputes.decide(buffer, offset, header, step, decision)
                                || webhookCommands.decide(buffer, offset, header, decision)
                                || approvalCommands.decide(buffer, offset, header, step, decision)
                                || clockHold.decide(buffer, offset, header, decision)
                                || walletCommands.decide(buffer, offset, header, decision)
                                || termsCommands.decide(buffer, offset, header, decision)
                                || epochs.decide(buffer, offset, header, decision);
                if (!known) {
                    decision.refuse(ResultCode.UNKNOWN_COMMAND, header.templateId(), 0);
                }
            }
        }
    }

    /** What follows from the command as a whole, once all its steps are applied. */
    void conclude(Decision decision) {
        days.watchHeadroom(decision);
    }

    private void releaseCollected(long id, Decision decision) {
        int payment = state.payments().find(id);
        escrow.release(payment, state.payments().held(payment), Cause.COLLECTION, decision);
    }
}
