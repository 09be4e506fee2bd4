package io.clearhold.ledger.state;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentLinkCreatedDecoder;
import io.clearhold.core.codec.PaymentLinkDeactivatedDecoder;
import io.clearhold.core.codec.PaymentLinkUpdatedDecoder;
import io.clearhold.core.codec.PaymentLinkUsedDecoder;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.ShareKind;
import org.agrona.DirectBuffer;

/** Applies events of payment links, templates 390 to 399. */
final class PaymentLinkApplier implements FactApplier {
    private final LedgerState state;
    private final PaymentLinkTable links;
    private final PaymentLinkCreatedDecoder created = new PaymentLinkCreatedDecoder();
    private final PaymentLinkUpdatedDecoder updated = new PaymentLinkUpdatedDecoder();
    private final PaymentLinkDeactivatedDecoder deactivated = new PaymentLinkDeactivatedDecoder();
    private final PaymentLinkUsedDecoder used = new PaymentLinkUsedDecoder();

    PaymentLinkApplier(LedgerState state) {
        this.state = state;
        this.links = state.paymentLinks;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case PaymentLinkCreatedDecoder.TEMPLATE_ID ->
                    apply(created.wrapAndApplyHeader(buffer, offset, header));
            case PaymentLinkUpdatedDecoder.TEMPLATE_ID -> {
                updated.wrapAndApplyHeader(buffer, offset, header);
                int link = touch(updated.link());
                links.active(link, updated.active() != 0);
                links.maxUses(link, updated.maxUses());
                links.expiresAtMs(link, updated.expiresAtMs());
                links.textSequence(link, state.sequence());
            }
            case PaymentLinkDeactivatedDecoder.TEMPLATE_ID ->
                    links.active(
                            touch(deactivated.wrapAndApplyHeader(buffer, offset, header).link()),
                            false);
            case PaymentLinkUsedDecoder.TEMPLATE_ID -> {
                used.wrapAndApplyHeader(buffer, offset, header);
                links.uses(touch(used.link()), used.uses());
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of terms or payment links " + header.templateId());
        }
    }

    private void apply(PaymentLinkCreatedDecoder event) {
        int link = links.add(event.link());
        links.active(link, true);
        links.platform(link, event.platform());
        links.payee(link, event.payee());
        links.amount(link, event.amount());
        links.currency(link, event.currency());
        links.mode(link, PaymentMode.of(event.mode()));
        links.payWithinSeconds(link, event.payWithinSeconds());
        links.shipWithinSeconds(link, event.shipWithinSeconds());
        links.autoRefund(link, event.autoRefund() != 0);
        links.autoConfirmAfterSeconds(link, event.autoConfirmAfterSeconds());
        links.maxUses(link, event.maxUses());
        links.expiresAtMs(link, event.expiresAtMs());
        links.feeKind(link, ShareKind.of(event.feeKind()));
        links.feeValue(link, event.feeValue());
        links.feeMin(link, event.feeMin());
        links.feeMax(link, event.feeMax());
        links.textSequence(link, state.sequence());
        links.lastSequence(link, state.sequence());
        links.createdAtMs(link, state.logTimeMs());
        int splitCount = 0;
        int firstSplit = state.splits.size();
        for (PaymentLinkCreatedDecoder.SplitsDecoder split : event.splits()) {
            int index = state.splits.append(Mix.mix(event.link(), ++splitCount));
            state.splits.put(index, split.account(), split.kind(), split.value());
        }
        int milestoneCount = 0;
        int firstMilestone = state.milestones.size();
        for (PaymentLinkCreatedDecoder.MilestonesDecoder part : event.milestones()) {
            int index = state.milestones.append(Mix.mix(event.link(), ++milestoneCount));
            state.milestones.status(index, MilestoneStatus.CREATED);
            state.milestones.name(index, part.name());
            state.milestones.amount(index, part.amount());
        }
        links.splitCount(link, splitCount);
        links.milestoneCount(link, milestoneCount);
        links.firsts(link, firstSplit, firstMilestone);
    }

    private int touch(long id) {
        int link = links.find(id);
        links.lastSequence(link, state.sequence());
        return link;
    }
}
