package io.clearhold.ledger.projection.fact;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.codec.AdjustmentUndoneDecoder;
import io.clearhold.core.codec.LedgerAdjustedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OwnMoneyUnmatchedDecoder;
import io.clearhold.core.id.IdKind;
import org.agrona.DirectBuffer;

/** What is told of the operator's own money; its table is that of the approval. */
final class AdjustmentEvents {
    private final LedgerAdjustedDecoder adjusted = new LedgerAdjustedDecoder();
    private final AdjustmentUndoneDecoder undone = new AdjustmentUndoneDecoder();
    private final OwnMoneyUnmatchedDecoder unmatched = new OwnMoneyUnmatchedDecoder();
    private long subject;

    /** The approval of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case LedgerAdjustedDecoder.TEMPLATE_ID -> {
                adjusted.wrapAndApplyHeader(buffer, offset, header);
                subject = adjusted.approval();
                about("adjusted", adjusted.type(), facts);
                facts.amount(adjusted.amount(), adjusted.currency())
                        .id("account", IdKind.ACCOUNT, adjusted.account());
            }
            case AdjustmentUndoneDecoder.TEMPLATE_ID -> {
                undone.wrapAndApplyHeader(buffer, offset, header);
                subject = undone.approval();
                about("undone", undone.type(), facts);
                facts.amount(undone.amount(), undone.currency())
                        .name("reason", CodeNames.failure(undone.reason()));
            }
            case OwnMoneyUnmatchedDecoder.TEMPLATE_ID -> {
                unmatched.wrapAndApplyHeader(buffer, offset, header);
                subject = unmatched.approval();
                about("unmatched", AdjustmentType.OWN_FUNDS.code(), facts);
                facts.amount(unmatched.amount(), unmatched.currency())
                        .id("instruction", IdKind.INSTRUCTION, unmatched.instruction())
                        .name("reason", CodeNames.failure(unmatched.reason()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void about(String status, int type, JsonFacts facts) {
        facts.id("id", IdKind.APPROVAL, subject)
                .name("object", "adjustment")
                .name("status", status)
                .name("type", AdjustmentType.of(type).label());
    }
}
