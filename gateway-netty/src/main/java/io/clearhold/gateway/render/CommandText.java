package io.clearhold.gateway.render;

import io.clearhold.core.codec.AcceptClockDecoder;
import io.clearhold.core.codec.ActOnDisputeDecoder;
import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.AddEvidenceDecoder;
import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MoveAccountDecoder;
import io.clearhold.core.codec.OpenDisputeDecoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.codec.SetLimitsDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.frame.Frame;
import org.agrona.MutableDirectBuffer;

/** Finds the text in the command of a frame. Confined to one thread. */
final class CommandText {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CreatePaymentDecoder createPayment = new CreatePaymentDecoder();
    private final PayPaymentDecoder payPayment = new PayPaymentDecoder();
    private final UpdatePaymentDecoder updatePayment = new UpdatePaymentDecoder();
    private final CreatePaymentLinkDecoder createLink = new CreatePaymentLinkDecoder();
    private final UpdatePaymentLinkDecoder updateLink = new UpdatePaymentLinkDecoder();
    private final UsePaymentLinkDecoder useLink = new UsePaymentLinkDecoder();
    private final ShipPaymentDecoder shipPayment = new ShipPaymentDecoder();
    private final RefundPaymentDecoder refundPayment = new RefundPaymentDecoder();
    private final AcceptClockDecoder acceptClock = new AcceptClockDecoder();
    private final OpenDisputeDecoder openDispute = new OpenDisputeDecoder();
    private final ActOnDisputeDecoder actOnDispute = new ActOnDisputeDecoder();
    private final AddEvidenceDecoder addEvidence = new AddEvidenceDecoder();
    private final ResolveDisputeDecoder resolveDispute = new ResolveDisputeDecoder();
    private final CreateAccountDecoder createAccount = new CreateAccountDecoder();
    private final UpdateAccountDecoder updateAccount = new UpdateAccountDecoder();
    private final CreatePayoutDecoder createPayout = new CreatePayoutDecoder();
    private final AdjustLedgerDecoder adjust = new AdjustLedgerDecoder();
    private final AddChargebackEvidenceDecoder contest = new AddChargebackEvidenceDecoder();
    private final AssignBreakDecoder assignBreak = new AssignBreakDecoder();
    private final ResolveBreakDecoder resolveBreak = new ResolveBreakDecoder();
    private final ReopenBreakDecoder reopenBreak = new ReopenBreakDecoder();
    private final ApproveApprovalDecoder approve = new ApproveApprovalDecoder();
    private final RejectApprovalDecoder reject = new RejectApprovalDecoder();
    private final CreateTransferDecoder createTransfer = new CreateTransferDecoder();
    private final CreateTopUpDecoder createTopUp = new CreateTopUpDecoder();
    private final SetLimitsDecoder setLimits = new SetLimitsDecoder();
    private final MoveAccountDecoder moveAccount = new MoveAccountDecoder();
    private final CreateKeyDecoder createKey = new CreateKeyDecoder();
    private final ReportOutcomeDecoder reportOutcome = new ReportOutcomeDecoder();
    private final OpenStatementDecoder openStatement = new OpenStatementDecoder();
    private final CompleteStatementDecoder completeStatement = new CompleteStatementDecoder();
    private final CreateWebhookEndpointDecoder createEndpoint = new CreateWebhookEndpointDecoder();
    private final UpdateWebhookEndpointDecoder updateEndpoint = new UpdateWebhookEndpointDecoder();
    private int offset;
    private int length;

    /** Finds the text; a command that brings none has an empty one. */
    void find(Frame frame) {
        MutableDirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset();
        header.wrap(buffer, at);
        switch (header.templateId()) {
            case CreatePaymentDecoder.TEMPLATE_ID -> {
                createPayment.wrapAndApplyHeader(buffer, at, header);
                for (CreatePaymentDecoder.SplitsDecoder split : createPayment.splits()) {
                    // The text stands behind the splits.
                    split.account();
                }
                for (CreatePaymentDecoder.MilestonesDecoder part : createPayment.milestones()) {
                    // And behind the milestones.
                    part.name();
                }
                set(createPayment.textLength(), createPayment.limit());
            }
            case PayPaymentDecoder.TEMPLATE_ID -> {
                payPayment.wrapAndApplyHeader(buffer, at, header);
                set(payPayment.textLength(), payPayment.limit());
            }
            case UpdatePaymentDecoder.TEMPLATE_ID -> {
                updatePayment.wrapAndApplyHeader(buffer, at, header);
                for (UpdatePaymentDecoder.SplitsDecoder split : updatePayment.splits()) {
                    split.account();
                }
                for (UpdatePaymentDecoder.MilestonesDecoder part : updatePayment.milestones()) {
                    part.name();
                }
                set(updatePayment.textLength(), updatePayment.limit());
            }
            case CreatePaymentLinkDecoder.TEMPLATE_ID -> {
                createLink.wrapAndApplyHeader(buffer, at, header);
                for (CreatePaymentLinkDecoder.SplitsDecoder split : createLink.splits()) {
                    split.account();
                }
                for (CreatePaymentLinkDecoder.MilestonesDecoder part : createLink.milestones()) {
                    part.name();
                }
                set(createLink.textLength(), createLink.limit());
            }
            case UpdatePaymentLinkDecoder.TEMPLATE_ID -> {
                updateLink.wrapAndApplyHeader(buffer, at, header);
                set(updateLink.textLength(), updateLink.limit());
            }
            case UsePaymentLinkDecoder.TEMPLATE_ID -> {
                useLink.wrapAndApplyHeader(buffer, at, header);
                set(useLink.textLength(), useLink.limit());
            }
            case ShipPaymentDecoder.TEMPLATE_ID -> {
                shipPayment.wrapAndApplyHeader(buffer, at, header);
                set(shipPayment.textLength(), shipPayment.limit());
            }
            case RefundPaymentDecoder.TEMPLATE_ID -> {
                refundPayment.wrapAndApplyHeader(buffer, at, header);
                set(refundPayment.textLength(), refundPayment.limit());
            }
            case AcceptClockDecoder.TEMPLATE_ID -> {
                acceptClock.wrapAndApplyHeader(buffer, at, header);
                set(acceptClock.textLength(), acceptClock.limit());
            }
            case OpenDisputeDecoder.TEMPLATE_ID -> {
                openDispute.wrapAndApplyHeader(buffer, at, header);
                set(openDispute.textLength(), openDispute.limit());
            }
            case ActOnDisputeDecoder.TEMPLATE_ID -> {
                actOnDispute.wrapAndApplyHeader(buffer, at, header);
                set(actOnDispute.textLength(), actOnDispute.limit());
            }
            case AddEvidenceDecoder.TEMPLATE_ID -> {
                addEvidence.wrapAndApplyHeader(buffer, at, header);
                set(addEvidence.textLength(), addEvidence.limit());
            }
            case ResolveDisputeDecoder.TEMPLATE_ID -> {
                resolveDispute.wrapAndApplyHeader(buffer, at, header);
                set(resolveDispute.textLength(), resolveDispute.limit());
            }
            case CreateAccountDecoder.TEMPLATE_ID -> {
                createAccount.wrapAndApplyHeader(buffer, at, header);
                set(createAccount.textLength(), createAccount.limit());
            }
            case UpdateAccountDecoder.TEMPLATE_ID -> {
                updateAccount.wrapAndApplyHeader(buffer, at, header);
                set(updateAccount.textLength(), updateAccount.limit());
            }
            case CreatePayoutDecoder.TEMPLATE_ID -> {
                createPayout.wrapAndApplyHeader(buffer, at, header);
                set(createPayout.textLength(), createPayout.limit());
            }
            case CreateTransferDecoder.TEMPLATE_ID -> {
                createTransfer.wrapAndApplyHeader(buffer, at, header);
                set(createTransfer.textLength(), createTransfer.limit());
            }
            case SetLimitsDecoder.TEMPLATE_ID -> {
                setLimits.wrapAndApplyHeader(buffer, at, header);
                for (SetLimitsDecoder.RulesDecoder rule : setLimits.rules()) {
                    // The text stands behind the rules.
                    rule.kind();
                }
                set(setLimits.textLength(), setLimits.limit());
            }
            case MoveAccountDecoder.TEMPLATE_ID -> {
                moveAccount.wrapAndApplyHeader(buffer, at, header);
                set(moveAccount.textLength(), moveAccount.limit());
            }
            case CreateTopUpDecoder.TEMPLATE_ID -> {
                createTopUp.wrapAndApplyHeader(buffer, at, header);
                set(createTopUp.textLength(), createTopUp.limit());
            }
            case CreateKeyDecoder.TEMPLATE_ID -> {
                createKey.wrapAndApplyHeader(buffer, at, header);
                set(createKey.textLength(), createKey.limit());
            }
            case OpenStatementDecoder.TEMPLATE_ID -> {
                openStatement.wrapAndApplyHeader(buffer, at, header);
                set(openStatement.textLength(), openStatement.limit());
            }
            case CompleteStatementDecoder.TEMPLATE_ID -> {
                completeStatement.wrapAndApplyHeader(buffer, at, header);
                for (CompleteStatementDecoder.DaysDecoder day : completeStatement.days()) {
                    // The text stands behind the days.
                    day.day();
                }
                set(completeStatement.textLength(), completeStatement.limit());
            }
            case ReportOutcomeDecoder.TEMPLATE_ID -> {
                reportOutcome.wrapAndApplyHeader(buffer, at, header);
                set(reportOutcome.textLength(), reportOutcome.limit());
            }
            case CreateWebhookEndpointDecoder.TEMPLATE_ID -> {
                createEndpoint.wrapAndApplyHeader(buffer, at, header);
                set(createEndpoint.textLength(), createEndpoint.limit());
            }
            case UpdateWebhookEndpointDecoder.TEMPLATE_ID -> {
                updateEndpoint.wrapAndApplyHeader(buffer, at, header);
                set(updateEndpoint.textLength(), updateEndpoint.limit());
            }
            case AdjustLedgerDecoder.TEMPLATE_ID -> {
                adjust.wrapAndApplyHeader(buffer, at, header);
                set(adjust.textLength(), adjust.limit());
            }
            case AssignBreakDecoder.TEMPLATE_ID -> {
                assignBreak.wrapAndApplyHeader(buffer, at, header);
                set(assignBreak.textLength(), assignBreak.limit());
            }
            case ResolveBreakDecoder.TEMPLATE_ID -> {
                resolveBreak.wrapAndApplyHeader(buffer, at, header);
                set(resolveBreak.textLength(), resolveBreak.limit());
            }
            case ReopenBreakDecoder.TEMPLATE_ID -> {
                reopenBreak.wrapAndApplyHeader(buffer, at, header);
                set(reopenBreak.textLength(), reopenBreak.limit());
            }
            case ApproveApprovalDecoder.TEMPLATE_ID -> {
                approve.wrapAndApplyHeader(buffer, at, header);
                set(approve.textLength(), approve.limit());
            }
            case AddChargebackEvidenceDecoder.TEMPLATE_ID -> {
                contest.wrapAndApplyHeader(buffer, at, header);
                set(contest.textLength(), contest.limit());
            }
            case RejectApprovalDecoder.TEMPLATE_ID -> {
                reject.wrapAndApplyHeader(buffer, at, header);
                set(reject.textLength(), reject.limit());
            }
            default -> set(0, at);
        }
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    private void set(int textLength, int limit) {
        length = textLength;
        offset = limit + Integer.BYTES;
    }
}
