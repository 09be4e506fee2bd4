package io.clearhold.gateway.render;

import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.AccountResultEncoder;
import io.clearhold.core.codec.ApprovalResultDecoder;
import io.clearhold.core.codec.ApprovalResultEncoder;
import io.clearhold.core.codec.BreakResultDecoder;
import io.clearhold.core.codec.BreakResultEncoder;
import io.clearhold.core.codec.ChargebackResultDecoder;
import io.clearhold.core.codec.ChargebackResultEncoder;
import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.codec.DisputeResultEncoder;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.KeyResultEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PaymentLinkResultDecoder;
import io.clearhold.core.codec.PaymentLinkResultEncoder;
import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.codec.PaymentResultEncoder;
import io.clearhold.core.codec.PayoutResultDecoder;
import io.clearhold.core.codec.PayoutResultEncoder;
import io.clearhold.core.codec.RefundResultDecoder;
import io.clearhold.core.codec.RefundResultEncoder;
import io.clearhold.core.codec.StatementResultDecoder;
import io.clearhold.core.codec.StatementResultEncoder;
import io.clearhold.core.codec.TopUpResultDecoder;
import io.clearhold.core.codec.TopUpResultEncoder;
import io.clearhold.core.codec.TransferResultDecoder;
import io.clearhold.core.codec.TransferResultEncoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.codec.WebhookEndpointResultEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.view.AccountRow;
import io.clearhold.core.view.ApprovalRow;
import io.clearhold.core.view.BreakRow;
import io.clearhold.core.view.ChargebackRow;
import io.clearhold.core.view.DisputeRow;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.MilestoneRow;
import io.clearhold.core.view.PaymentLinkRow;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.SplitRow;
import io.clearhold.core.view.StatementRow;
import io.clearhold.core.view.TopUpRow;
import io.clearhold.core.view.TransferRow;
import io.clearhold.core.view.WebhookEndpointRow;
import org.agrona.ExpandableArrayBuffer;

/**
 * Rows of the view as the messages in which the ledger shows the same objects, so that a list and a
 * {@code GET} by id are written by one code. A message is valid until the next one. Confined to one
 * thread.
 */
final class RowMessages {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder encoding = new MessageHeaderEncoder();
    private final MessageHeaderDecoder decoding = new MessageHeaderDecoder();

    PaymentResultDecoder payment(PaymentRow row, boolean showClientSecret) {
        PaymentRow.Amounts amounts = row.amounts();
        PaymentResultEncoder out =
                new PaymentResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.payment(row.id())
                .status((short) row.status().code())
                .mode((short) row.mode().code())
                .currency(row.currency())
                .payee(row.payee())
                .payer(row.payer())
                .amount(amounts.amount())
                .amountCollected(amounts.collected())
                .amountHeld(amounts.held())
                .amountReleased(amounts.released())
                .amountRefunded(amounts.refunded())
                .amountChargedBack(amounts.chargedBack())
                .feeAmount(amounts.fee())
                .payByMs(row.payByMs())
                .shipByMs(row.shipByMs())
                .autoConfirmAtMs(row.autoConfirmAtMs())
                .autoConfirmAfterSeconds(row.autoConfirmAfterSeconds())
                .autoRefund(flag(row.autoRefund()))
                .attempt(row.attempt())
                .cancelRequested(flag(row.cancelRequested()))
                .lastError((short) row.lastError().code())
                .amountFrozen(amounts.frozen())
                .dispute(row.dispute())
                .showClientSecret(flag(showClientSecret))
                .showPayerSecret((short) 0)
                .sequence(row.sequence())
                .textSequence(row.textSequence())
                .shipmentSequence(row.shipmentSequence())
                .createdAtMs(row.createdAtMs())
                .link(row.creatorRole() == Role.LINK_SECRET ? row.creator() : 0);
        PaymentResultEncoder.SplitsEncoder splits = out.splitsCount(row.splits().size());
        for (SplitRow split : row.splits()) {
            splits.next()
                    .account(split.account())
                    .kind((short) split.kind().code())
                    .value(split.value())
                    .taken(split.taken());
        }
        PaymentResultEncoder.MilestonesEncoder milestones =
                out.milestonesCount(row.milestones().size());
        for (MilestoneRow part : row.milestones()) {
            milestones
                    .next()
                    .status((short) part.status().code())
                    .amount(part.amount())
                    .held(part.held())
                    .released(part.released())
                    .refunded(part.refunded())
                    .chargedBack(part.chargedBack())
                    .autoConfirmAtMs(part.autoConfirmAtMs())
                    .shipmentSequence(part.shipmentSequence());
        }
        return new PaymentResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    PaymentLinkResultDecoder paymentLink(PaymentLinkRow row) {
        PaymentLinkResultEncoder out =
                new PaymentLinkResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.link(row.id())
                .platform(row.platform())
                .payee(row.payee())
                .amount(row.amount())
                .currency(row.currency())
                .mode((short) row.mode().code())
                .payWithinSeconds(row.payWithinSeconds())
                .shipWithinSeconds(row.shipWithinSeconds())
                .autoRefund(flag(row.autoRefund()))
                .autoConfirmAfterSeconds(row.autoConfirmAfterSeconds())
                .maxUses(row.maxUses())
                .expiresAtMs(row.expiresAtMs())
                .feeKind((short) row.feeKind().code())
                .feeValue(row.feeValue())
                .feeMin(row.feeMin())
                .feeMax(row.feeMax())
                .uses(row.uses())
                .active(flag(row.active()))
                .textSequence(row.textSequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs())
                .showSecret((short) 0);
        return new PaymentLinkResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    RefundResultDecoder refund(RefundRow row) {
        RefundResultEncoder out = new RefundResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.refund(row.id())
                .payment(row.payment())
                .status((short) row.status().code())
                .amount(row.amount())
                .currency(row.currency())
                .textSequence(row.textSequence())
                .failure((short) row.failure().code())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new RefundResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    ChargebackResultDecoder chargeback(ChargebackRow row) {
        ChargebackResultEncoder out =
                new ChargebackResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.chargeback(row.id())
                .payment(row.payment())
                .status((short) row.status().code())
                .amount(row.amount())
                .cost(row.cost())
                .currency(row.currency())
                .respondByMs(row.respondByMs())
                .textSequence(row.textSequence())
                .evidenceSequence(row.evidenceSequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new ChargebackResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    DisputeResultDecoder dispute(DisputeRow row) {
        DisputeResultEncoder out =
                new DisputeResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.dispute(row.id())
                .payment(row.payment())
                .status((short) row.status().code())
                .currency(row.currency())
                .amount(row.amount())
                .frozen(row.frozen())
                .respondByMs(row.respondByMs())
                .textSequence(row.textSequence())
                .rejectedSequence(row.rejected().sequence())
                .rejectedAtMs(row.rejected().atMs())
                .agreedSequence(row.agreed().sequence())
                .agreedAtMs(row.agreed().atMs())
                .returnedSequence(row.returned().sequence())
                .returnedAtMs(row.returned().atMs())
                .escalatedSequence(row.escalated().sequence())
                .escalatedAtMs(row.escalated().atMs())
                .escalatedBy((short) row.escalated().by())
                .endedSequence(row.ended().sequence())
                .endedAtMs(row.ended().atMs())
                .endedBy((short) row.ended().by())
                .buyerAmount(row.buyerAmount())
                .sellerAmount(row.sellerAmount())
                .refund(row.refund())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        DisputeResultEncoder.EvidenceEncoder pieces = out.evidenceCount(row.evidence().size());
        for (DisputeRow.Piece piece : row.evidence()) {
            pieces.next()
                    .by((short) piece.by())
                    .sequence(piece.sequence())
                    .createdAtMs(piece.createdAtMs());
        }
        return new DisputeResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    PayoutResultDecoder payout(PayoutRow row) {
        PayoutResultEncoder out = new PayoutResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.payout(row.id())
                .account(row.account())
                .status((short) row.status().code())
                .amount(row.amount())
                .currency(row.currency())
                .channel((short) row.channel())
                .textSequence(row.textSequence())
                .hasDestination(flag(row.hasDestination()))
                .held(flag(row.held()))
                .failure((short) row.failure().code())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new PayoutResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    TransferResultDecoder transfer(TransferRow row) {
        new TransferResultEncoder()
                .wrapAndApplyHeader(buffer, 0, encoding)
                .transfer(row.id())
                .from(row.from())
                .to(row.to())
                .amount(row.amount())
                .currency(row.currency())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new TransferResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    TopUpResultDecoder topUp(TopUpRow row) {
        new TopUpResultEncoder()
                .wrapAndApplyHeader(buffer, 0, encoding)
                .topUp(row.id())
                .account(row.account())
                .status((short) row.status().code())
                .amount(row.amount())
                .currency(row.currency())
                .channel((short) row.channel())
                .failure((short) row.failure().code())
                .textSequence(row.sequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new TopUpResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    AccountResultDecoder account(AccountRow row) {
        AccountResultEncoder out =
                new AccountResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.account(row.id())
                .platform(row.platform())
                .type((short) row.type().code())
                .status((short) row.status().code())
                .hasBankAccount(flag(row.hasBankAccount()))
                .feeKind((short) row.feeKind().code())
                .feeValue(row.feeValue())
                .feeMin(row.feeMin())
                .feeMax(row.feeMax())
                .reserveBps(row.reserveBps())
                .reserveDays(row.reserveDays())
                .payoutInterval((short) row.payouts().interval().code())
                .payoutDelayDays((short) row.payouts().delayDays())
                .payoutMinimum(row.payouts().minimum())
                .nextPayoutMs(row.payouts().nextMs())
                .payoutsFromMs(row.payouts().fromMs())
                .textSequence(row.textSequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new AccountResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    KeyResultDecoder key(KeyRow row) {
        KeyResultEncoder out = new KeyResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.key(row.id())
                .role((short) row.role().code())
                .platform(row.platform())
                .account(row.account())
                .generation(row.generation())
                .revoked(flag(row.revoked()))
                .textSequence(row.textSequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new KeyResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    StatementResultDecoder statement(StatementRow row) {
        StatementResultEncoder out =
                new StatementResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.statement(row.id())
                .channel((short) row.channel())
                .format((short) row.format().code())
                .status((short) row.status().code())
                .lines(row.lines())
                .matched(row.matched())
                .breaks(row.breaks())
                .duplicates(row.duplicates())
                .quarantined(row.quarantined())
                .textSequence(row.sequence())
                .findingsSequence(row.sequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new StatementResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    BreakResultDecoder unexplained(BreakRow row) {
        BreakResultEncoder out = new BreakResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.id(row.id())
                .type((short) row.type().code())
                .direction((short) row.direction().code())
                .status((short) row.status().code())
                .channel((short) row.channel())
                .currency(row.currency())
                .amount(row.amount())
                .instruction(row.movement())
                .payment(row.payment())
                .subject(row.subject())
                .subjectKind(row.movementKind().map(kind -> (short) kind.code()).orElse((short) 0))
                .statement(row.statement())
                .line(row.line())
                .createdAtMs(row.createdAtMs())
                .sequence(row.sequence())
                .treatment((short) row.treatment().code())
                .action((short) row.action())
                .assignedSequence(row.assignedSequence());
        return new BreakResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    ApprovalResultDecoder approval(ApprovalRow row) {
        ApprovalResultEncoder out =
                new ApprovalResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.approval(row.id())
                .kind((short) row.kind().code())
                .status((short) row.status().code())
                .failure(row.failure().code())
                .failureFirst(row.failure().first())
                .failureSecond(row.failure().second())
                .subject(row.subject())
                .first(row.numbers().first())
                .second(row.numbers().second())
                .third(row.numbers().third())
                .fourth(row.numbers().fourth())
                .fifth(row.numbers().fifth())
                .proposerKey(row.proposer().key())
                .proposerSequence(row.proposer().keySequence())
                .deciderKey(row.decider().key())
                .deciderSequence(row.decider().keySequence())
                .expiresAtMs(row.expiresAtMs())
                .decidedAtMs(row.decidedAtMs())
                .textSequence(row.proposer().sequence())
                .decisionSequence(row.decider().sequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new ApprovalResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    WebhookEndpointResultDecoder webhookEndpoint(WebhookEndpointRow row) {
        WebhookEndpointResultEncoder out =
                new WebhookEndpointResultEncoder().wrapAndApplyHeader(buffer, 0, encoding);
        out.endpoint(row.id())
                .ownerRole((short) row.ownerRole().code())
                .platform(row.platform())
                .account(row.account())
                .status((short) row.status().code())
                .generation(row.generation())
                .previousValidUntilMs(row.previousValidUntilMs())
                .textSequence(row.textSequence())
                .sequence(row.sequence())
                .createdAtMs(row.createdAtMs());
        return new WebhookEndpointResultDecoder().wrapAndApplyHeader(buffer, 0, decoding);
    }

    private static short flag(boolean value) {
        return (short) (value ? 1 : 0);
    }
}
