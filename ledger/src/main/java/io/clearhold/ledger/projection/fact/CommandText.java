package io.clearhold.ledger.projection.fact;

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
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.frame.Frame;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;

/** The text that the command of a frame brought. Confined to one thread. */
final class CommandText {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CreatePaymentDecoder createPayment = new CreatePaymentDecoder();
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
    private final CreateTransferDecoder createTransfer = new CreateTransferDecoder();
    private final CreateTopUpDecoder createTopUp = new CreateTopUpDecoder();
    private final MoveAccountDecoder moveAccount = new MoveAccountDecoder();
    private final CreateKeyDecoder createKey = new CreateKeyDecoder();
    private final ReportOutcomeDecoder reportOutcome = new ReportOutcomeDecoder();
    private final OpenStatementDecoder openStatement = new OpenStatementDecoder();
    private final PostStatementLineDecoder postLine = new PostStatementLineDecoder();
    private final CompleteStatementDecoder completeStatement = new CompleteStatementDecoder();
    private final CreateWebhookEndpointDecoder createEndpoint = new CreateWebhookEndpointDecoder();
    private final UpdateWebhookEndpointDecoder updateEndpoint = new UpdateWebhookEndpointDecoder();
    private final AdjustLedgerDecoder adjust = new AdjustLedgerDecoder();
    private final AddChargebackEvidenceDecoder contest = new AddChargebackEvidenceDecoder();
    private final AssignBreakDecoder assignBreak = new AssignBreakDecoder();
    private final ResolveBreakDecoder resolveBreak = new ResolveBreakDecoder();
    private final ReopenBreakDecoder reopenBreak = new ReopenBreakDecoder();
    private final ApproveApprovalDecoder approve = new ApproveApprovalDecoder();
    private final RejectApprovalDecoder reject = new RejectApprovalDecoder();

    /**
     * The text if the frame's command has this template, else null: a refund that a deadline made
     * has no reason, whatever its frame holds.
     */
    @Nullable String of(Frame frame, int template) {
        header.wrap(frame.buffer(), frame.commandOffset());
        return header.templateId() == template ? any(frame) : null;
    }

    /** The text of any command; null if it has no place for one. */
    @Nullable String any(Frame frame) {
        MutableDirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset();
        header.wrap(buffer, at);
        return switch (header.templateId()) {
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
                yield text(frame, createPayment.textLength(), createPayment.limit());
            }
            case UpdatePaymentDecoder.TEMPLATE_ID -> {
                updatePayment.wrapAndApplyHeader(buffer, at, header);
                for (UpdatePaymentDecoder.SplitsDecoder split : updatePayment.splits()) {
                    split.account();
                }
                for (UpdatePaymentDecoder.MilestonesDecoder part : updatePayment.milestones()) {
                    part.name();
                }
                yield text(frame, updatePayment.textLength(), updatePayment.limit());
            }
            case CreatePaymentLinkDecoder.TEMPLATE_ID -> {
                createLink.wrapAndApplyHeader(buffer, at, header);
                for (CreatePaymentLinkDecoder.SplitsDecoder split : createLink.splits()) {
                    split.account();
                }
                for (CreatePaymentLinkDecoder.MilestonesDecoder part : createLink.milestones()) {
                    part.name();
                }
                yield text(frame, createLink.textLength(), createLink.limit());
            }
            case UpdatePaymentLinkDecoder.TEMPLATE_ID -> {
                updateLink.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, updateLink.textLength(), updateLink.limit());
            }
            case UsePaymentLinkDecoder.TEMPLATE_ID -> {
                useLink.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, useLink.textLength(), useLink.limit());
            }
            case ShipPaymentDecoder.TEMPLATE_ID -> {
                shipPayment.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, shipPayment.textLength(), shipPayment.limit());
            }
            case RefundPaymentDecoder.TEMPLATE_ID -> {
                refundPayment.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, refundPayment.textLength(), refundPayment.limit());
            }
            case AcceptClockDecoder.TEMPLATE_ID -> {
                acceptClock.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, acceptClock.textLength(), acceptClock.limit());
            }
            case OpenDisputeDecoder.TEMPLATE_ID -> {
                openDispute.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, openDispute.textLength(), openDispute.limit());
            }
            case ActOnDisputeDecoder.TEMPLATE_ID -> {
                actOnDispute.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, actOnDispute.textLength(), actOnDispute.limit());
            }
            case AddEvidenceDecoder.TEMPLATE_ID -> {
                addEvidence.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, addEvidence.textLength(), addEvidence.limit());
            }
            case ResolveDisputeDecoder.TEMPLATE_ID -> {
                resolveDispute.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, resolveDispute.textLength(), resolveDispute.limit());
            }
            case CreateAccountDecoder.TEMPLATE_ID -> {
                createAccount.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, createAccount.textLength(), createAccount.limit());
            }
            case UpdateAccountDecoder.TEMPLATE_ID -> {
                updateAccount.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, updateAccount.textLength(), updateAccount.limit());
            }
            case CreatePayoutDecoder.TEMPLATE_ID -> {
                createPayout.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, createPayout.textLength(), createPayout.limit());
            }
            case CreateTransferDecoder.TEMPLATE_ID -> {
                createTransfer.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, createTransfer.textLength(), createTransfer.limit());
            }
            case MoveAccountDecoder.TEMPLATE_ID -> {
                moveAccount.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, moveAccount.textLength(), moveAccount.limit());
            }
            case CreateTopUpDecoder.TEMPLATE_ID -> {
                createTopUp.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, createTopUp.textLength(), createTopUp.limit());
            }
            case CreateKeyDecoder.TEMPLATE_ID -> {
                createKey.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, createKey.textLength(), createKey.limit());
            }
            case ReportOutcomeDecoder.TEMPLATE_ID -> {
                reportOutcome.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, reportOutcome.textLength(), reportOutcome.limit());
            }
            case OpenStatementDecoder.TEMPLATE_ID -> {
                openStatement.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, openStatement.textLength(), openStatement.limit());
            }
            case PostStatementLineDecoder.TEMPLATE_ID -> {
                postLine.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, postLine.textLength(), postLine.limit());
            }
            case CompleteStatementDecoder.TEMPLATE_ID -> {
                completeStatement.wrapAndApplyHeader(buffer, at, header);
                for (CompleteStatementDecoder.DaysDecoder day : completeStatement.days()) {
                    // The text stands behind the days.
                    day.day();
                }
                yield text(frame, completeStatement.textLength(), completeStatement.limit());
            }
            case CreateWebhookEndpointDecoder.TEMPLATE_ID -> {
                createEndpoint.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, createEndpoint.textLength(), createEndpoint.limit());
            }
            case UpdateWebhookEndpointDecoder.TEMPLATE_ID -> {
                updateEndpoint.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, updateEndpoint.textLength(), updateEndpoint.limit());
            }
            case AdjustLedgerDecoder.TEMPLATE_ID -> {
                adjust.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, adjust.textLength(), adjust.limit());
            }
            case AssignBreakDecoder.TEMPLATE_ID -> {
                assignBreak.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, assignBreak.textLength(), assignBreak.limit());
            }
            case ResolveBreakDecoder.TEMPLATE_ID -> {
                resolveBreak.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, resolveBreak.textLength(), resolveBreak.limit());
            }
            case ReopenBreakDecoder.TEMPLATE_ID -> {
                reopenBreak.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, reopenBreak.textLength(), reopenBreak.limit());
            }
            case ApproveApprovalDecoder.TEMPLATE_ID -> {
                approve.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, approve.textLength(), approve.limit());
            }
            case AddChargebackEvidenceDecoder.TEMPLATE_ID -> {
                contest.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, contest.textLength(), contest.limit());
            }
            case RejectApprovalDecoder.TEMPLATE_ID -> {
                reject.wrapAndApplyHeader(buffer, at, header);
                yield text(frame, reject.textLength(), reject.limit());
            }
            default -> null;
        };
    }

    private static String text(Frame frame, int length, int limit) {
        return new String(
                frame.buffer().byteArray(), limit + Integer.BYTES, length, StandardCharsets.UTF_8);
    }
}
