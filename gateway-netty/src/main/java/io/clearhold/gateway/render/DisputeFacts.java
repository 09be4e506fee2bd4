package io.clearhold.gateway.render;

import io.clearhold.core.codec.DisputeAcceptedDecoder;
import io.clearhold.core.codec.DisputeEscalatedDecoder;
import io.clearhold.core.codec.DisputeEvidenceAddedDecoder;
import io.clearhold.core.codec.DisputeOpenedDecoder;
import io.clearhold.core.codec.DisputeOverdueDecoder;
import io.clearhold.core.codec.DisputeRejectedDecoder;
import io.clearhold.core.codec.DisputeResolvedDecoder;
import io.clearhold.core.codec.DisputeReturnAgreedDecoder;
import io.clearhold.core.codec.DisputeReturnShippedDecoder;
import io.clearhold.core.codec.DisputeShrunkDecoder;
import io.clearhold.core.codec.DisputeWithdrawnDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.agrona.DirectBuffer;

/** The facts of what happens to disputes. */
final class DisputeFacts {
    private static final JsonName DISPUTE = JsonName.of("dispute");
    private static final JsonName BY = JsonName.of("by");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName AMOUNT_FROZEN = JsonName.of("amount_frozen");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName BUYER_AMOUNT = JsonName.of("buyer_amount");
    private static final JsonName SELLER_AMOUNT = JsonName.of("seller_amount");
    private static final JsonName REFUND = JsonName.of("refund");
    private static final JsonName RESPOND_BY = JsonName.of("respond_by");
    private static final JsonName AUTO_CONFIRM_AT = JsonName.of("auto_confirm_at");

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /** Writes the facts, if the event is one of these. */
    boolean write(int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case DisputeOpenedDecoder.TEMPLATE_ID -> {
                var event = new DisputeOpenedDecoder().wrapAndApplyHeader(buffer, offset, header);
                turn(event.dispute(), event.by(), event.respondByMs(), out);
                out.member(AMOUNT, event.amount());
                out.member(CURRENCY, Currencies.code(event.currency()));
            }
            case DisputeRejectedDecoder.TEMPLATE_ID -> {
                var event = new DisputeRejectedDecoder().wrapAndApplyHeader(buffer, offset, header);
                turn(event.dispute(), event.by(), event.respondByMs(), out);
            }
            case DisputeReturnAgreedDecoder.TEMPLATE_ID -> {
                var event =
                        new DisputeReturnAgreedDecoder().wrapAndApplyHeader(buffer, offset, header);
                turn(event.dispute(), event.by(), event.respondByMs(), out);
            }
            case DisputeReturnShippedDecoder.TEMPLATE_ID -> {
                var event =
                        new DisputeReturnShippedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header);
                turn(event.dispute(), event.by(), event.respondByMs(), out);
            }
            case DisputeEscalatedDecoder.TEMPLATE_ID -> {
                var event =
                        new DisputeEscalatedDecoder().wrapAndApplyHeader(buffer, offset, header);
                turn(event.dispute(), event.by(), event.respondByMs(), out);
            }
            case DisputeEvidenceAddedDecoder.TEMPLATE_ID -> {
                var event =
                        new DisputeEvidenceAddedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header);
                out.member(DISPUTE, IdKind.DISPUTE, event.dispute());
                by(event.by(), out);
            }
            default -> {
                return end(template, buffer, offset, out);
            }
        }
        return true;
    }

    private boolean end(int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case DisputeAcceptedDecoder.TEMPLATE_ID -> {
                var event = new DisputeAcceptedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(DISPUTE, IdKind.DISPUTE, event.dispute());
                by(event.by(), out);
                out.member(AMOUNT, event.amount());
                out.member(CURRENCY, Currencies.code(event.currency()));
                out.member(REFUND, IdKind.REFUND, event.refund());
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case DisputeResolvedDecoder.TEMPLATE_ID -> {
                var event = new DisputeResolvedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(DISPUTE, IdKind.DISPUTE, event.dispute());
                by(event.by(), out);
                out.member(BUYER_AMOUNT, event.buyerAmount());
                out.member(SELLER_AMOUNT, event.sellerAmount());
                out.member(CURRENCY, Currencies.code(event.currency()));
                out.member(REFUND, IdKind.REFUND, event.refund());
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case DisputeWithdrawnDecoder.TEMPLATE_ID -> {
                var event =
                        new DisputeWithdrawnDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(DISPUTE, IdKind.DISPUTE, event.dispute());
                by(event.by(), out);
                out.member(AMOUNT, event.amount());
                out.member(CURRENCY, Currencies.code(event.currency()));
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case DisputeShrunkDecoder.TEMPLATE_ID -> {
                var event = new DisputeShrunkDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(DISPUTE, IdKind.DISPUTE, event.dispute());
                out.member(AMOUNT_FROZEN, event.frozen());
                out.member(CURRENCY, Currencies.code(event.currency()));
            }
            case DisputeOverdueDecoder.TEMPLATE_ID -> {
                var event = new DisputeOverdueDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(DISPUTE, IdKind.DISPUTE, event.dispute());
                out.memberTime(RESPOND_BY, event.respondByMs());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void turn(long dispute, int by, long respondByMs, JsonWriter out) {
        out.member(DISPUTE, IdKind.DISPUTE, dispute);
        by(by, out);
        out.memberTime(RESPOND_BY, respondByMs);
    }

    private static void by(int party, JsonWriter out) {
        out.member(BY, DisputeParty.of(party).label());
    }
}
