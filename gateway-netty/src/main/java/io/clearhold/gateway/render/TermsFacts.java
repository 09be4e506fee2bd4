package io.clearhold.gateway.render;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MilestoneExtendedDecoder;
import io.clearhold.core.codec.MilestoneFrozenDecoder;
import io.clearhold.core.codec.MilestoneRefundedDecoder;
import io.clearhold.core.codec.MilestoneReleasedDecoder;
import io.clearhold.core.codec.MilestoneReturnedDecoder;
import io.clearhold.core.codec.MilestoneShippedDecoder;
import io.clearhold.core.codec.MilestoneThawedDecoder;
import io.clearhold.core.codec.PaymentUpdatedDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.agrona.DirectBuffer;

/** The facts of new terms, and of what happens to milestones; a milestone is named by its place. */
final class TermsFacts {
    private static final JsonName MILESTONE = JsonName.of("milestone");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName AUTO_CONFIRM_AT = JsonName.of("auto_confirm_at");
    private static final JsonName SECONDS = JsonName.of("seconds");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName CAUSE = JsonName.of("cause");
    private static final JsonName REFUND = JsonName.of("refund");
    private static final JsonName CHARGEBACK = JsonName.of("chargeback");

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /** Writes the facts, if the event is one of these. */
    boolean write(int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case PaymentUpdatedDecoder.TEMPLATE_ID -> {
                var event = new PaymentUpdatedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(AMOUNT, event.amount());
                out.member(CURRENCY, Currencies.code(event.currency()));
            }
            case MilestoneShippedDecoder.TEMPLATE_ID -> {
                var event =
                        new MilestoneShippedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case MilestoneExtendedDecoder.TEMPLATE_ID -> {
                var event =
                        new MilestoneExtendedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.member(SECONDS, event.seconds());
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case MilestoneFrozenDecoder.TEMPLATE_ID -> {
                var event = new MilestoneFrozenDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.member(AMOUNT, event.amount());
            }
            case MilestoneThawedDecoder.TEMPLATE_ID -> {
                var event = new MilestoneThawedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.member(AMOUNT, event.amount());
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            default -> {
                return money(template, buffer, offset, out);
            }
        }
        return true;
    }

    private boolean money(int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case MilestoneReleasedDecoder.TEMPLATE_ID -> {
                var event =
                        new MilestoneReleasedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.member(AMOUNT, event.amount());
                status(event.statusAfter(), out);
                out.member(CAUSE, Cause.of(event.cause()).label());
            }
            case MilestoneRefundedDecoder.TEMPLATE_ID -> {
                var event =
                        new MilestoneRefundedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.member(AMOUNT, event.held() + event.released());
                movement(event.chargeback(), event.movement(), out);
                status(event.statusAfter(), out);
            }
            case MilestoneReturnedDecoder.TEMPLATE_ID -> {
                var event =
                        new MilestoneReturnedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(MILESTONE, event.milestone());
                out.member(AMOUNT, event.held() + event.released());
                movement(event.chargeback(), event.movement(), out);
                status(event.statusAfter(), out);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void movement(int chargeback, long movement, JsonWriter out) {
        if (chargeback == 0) {
            out.member(REFUND, IdKind.REFUND, movement);
        } else {
            out.member(CHARGEBACK, IdKind.CHARGEBACK, movement);
        }
    }

    private static void status(int code, JsonWriter out) {
        out.member(STATUS, MilestoneStatus.of(code).label());
    }
}
