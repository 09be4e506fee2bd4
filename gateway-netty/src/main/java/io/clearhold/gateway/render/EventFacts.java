package io.clearhold.gateway.render;

import io.clearhold.core.codec.BreakAssignedDecoder;
import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakResolvedDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.codec.ChargebackAcceptedDecoder;
import io.clearhold.core.codec.ChargebackEvidenceAddedDecoder;
import io.clearhold.core.codec.ChargebackLostDecoder;
import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentCanceledDecoder;
import io.clearhold.core.codec.PaymentCreatedDecoder;
import io.clearhold.core.codec.PaymentDeclinedDecoder;
import io.clearhold.core.codec.PaymentExtendedDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PaymentShippedDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.RefundSucceededDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakResolution;
import io.clearhold.core.proof.BreakType;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.agrona.DirectBuffer;

/** The few facts of an event that a person reading the story wants to see. */
final class EventFacts {
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName MODE = JsonName.of("mode");
    private static final JsonName PAYEE = JsonName.of("payee");
    private static final JsonName ATTEMPT = JsonName.of("attempt");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName CHANNEL = JsonName.of("channel");
    private static final JsonName WALLET = JsonName.of("wallet");
    private static final JsonName FEE_AMOUNT = JsonName.of("fee_amount");
    private static final JsonName AUTO_CONFIRM_AT = JsonName.of("auto_confirm_at");
    private static final JsonName SECONDS = JsonName.of("seconds");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName CAUSE = JsonName.of("cause");
    private static final JsonName REFUND = JsonName.of("refund");
    private static final JsonName INSTRUCTION = JsonName.of("instruction");
    private static final JsonName KIND = JsonName.of("kind");
    private static final JsonName STATEMENT = JsonName.of("statement");
    private static final JsonName APPROVAL = JsonName.of("approval");
    private static final JsonName CHARGEBACK = JsonName.of("chargeback");
    private static final JsonName COST = JsonName.of("cost");
    private static final JsonName RESPOND_BY = JsonName.of("respond_by");
    private static final JsonName BREAK = JsonName.of("break");
    private static final JsonName EVIDENCE = JsonName.of("evidence");

    private final GatewaySettings settings;
    private final TermsFacts terms = new TermsFacts();
    private final DisputeFacts disputes = new DisputeFacts();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    EventFacts(GatewaySettings settings) {
        this.settings = settings;
    }

    void write(int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case PaymentCreatedDecoder.TEMPLATE_ID -> {
                var event = new PaymentCreatedDecoder().wrapAndApplyHeader(buffer, offset, header);
                money(event.amount(), event.currency(), out);
                out.member(MODE, PaymentMode.of(event.mode()).label());
                out.member(PAYEE, IdKind.ACCOUNT, event.payee());
            }
            case PaymentPendingDecoder.TEMPLATE_ID -> {
                var event = new PaymentPendingDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(ATTEMPT, event.attempt());
            }
            case PaymentDeclinedDecoder.TEMPLATE_ID -> {
                var event = new PaymentDeclinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(ATTEMPT, event.attempt());
                reason(event.reason(), out);
            }
            case PaymentHeldDecoder.TEMPLATE_ID -> {
                var event = new PaymentHeldDecoder().wrapAndApplyHeader(buffer, offset, header);
                money(event.amount(), event.currency(), out);
                source(event.wallet(), event.channel(), out);
            }
            case PaymentShippedDecoder.TEMPLATE_ID -> {
                var event = new PaymentShippedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case PaymentExtendedDecoder.TEMPLATE_ID -> {
                var event = new PaymentExtendedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(SECONDS, event.seconds());
                out.memberTime(AUTO_CONFIRM_AT, event.autoConfirmAtMs());
            }
            case PaymentReleasedDecoder.TEMPLATE_ID -> {
                var event = new PaymentReleasedDecoder().wrapAndApplyHeader(buffer, offset, header);
                money(event.amount(), event.currency(), out);
                out.member(FEE_AMOUNT, event.fee());
                out.member(STATUS, PaymentStatus.of(event.statusAfter()).label());
                cause(event.cause(), out);
            }
            case PaymentCanceledDecoder.TEMPLATE_ID -> {
                var event = new PaymentCanceledDecoder().wrapAndApplyHeader(buffer, offset, header);
                cause(event.cause(), out);
            }
            case CollectionUnmatchedDecoder.TEMPLATE_ID -> {
                var event =
                        new CollectionUnmatchedDecoder().wrapAndApplyHeader(buffer, offset, header);
                money(event.amount(), event.currency(), out);
                reason(event.reason(), out);
            }
            default -> refundOrInstruction(template, buffer, offset, out);
        }
    }

    private void refundOrInstruction(
            int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case RefundCreatedDecoder.TEMPLATE_ID -> {
                var event = new RefundCreatedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(REFUND, IdKind.REFUND, event.refund());
                money(event.amount(), event.currency(), out);
                source(event.wallet(), event.channel(), out);
                out.member(STATUS, PaymentStatus.of(event.statusAfter()).label());
                cause(event.cause(), out);
            }
            case RefundSucceededDecoder.TEMPLATE_ID -> {
                var event = new RefundSucceededDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(REFUND, IdKind.REFUND, event.refund());
            }
            case RefundFailedDecoder.TEMPLATE_ID -> {
                var event = new RefundFailedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(REFUND, IdKind.REFUND, event.refund());
                out.member(STATUS, PaymentStatus.of(event.statusAfter()).label());
                reason(event.reason(), out);
            }
            case InstructionQueuedDecoder.TEMPLATE_ID -> {
                var event =
                        new InstructionQueuedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(INSTRUCTION, IdKind.INSTRUCTION, event.instruction());
                out.member(KIND, InstructionKind.of(event.kind()).label());
                out.member(CHANNEL, settings.channelName(event.channel()));
            }
            case InstructionUnknownDecoder.TEMPLATE_ID -> {
                var event =
                        new InstructionUnknownDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(INSTRUCTION, IdKind.INSTRUCTION, event.instruction());
                reason(event.why(), out);
            }
            case InstructionSettledDecoder.TEMPLATE_ID -> {
                var event =
                        new InstructionSettledDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(INSTRUCTION, IdKind.INSTRUCTION, event.instruction());
                out.member(EVIDENCE, Evidence.of(event.evidence()).label());
            }
            case InstructionFailedDecoder.TEMPLATE_ID -> {
                var event =
                        new InstructionFailedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(INSTRUCTION, IdKind.INSTRUCTION, event.instruction());
                out.member(EVIDENCE, Evidence.of(event.evidence()).label());
                reason(event.reason(), out);
            }
            case ChargebackOpenedDecoder.TEMPLATE_ID -> {
                var event =
                        new ChargebackOpenedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(CHARGEBACK, IdKind.CHARGEBACK, event.chargeback());
                money(event.amount(), event.currency(), out);
                out.member(COST, event.cost());
                out.member(STATUS, PaymentStatus.of(event.statusAfter()).label());
                out.member(EVIDENCE, Evidence.of(event.evidence()).label());
                out.memberTime(RESPOND_BY, event.respondByMs());
            }
            case ChargebackEvidenceAddedDecoder.TEMPLATE_ID ->
                    chargeback(
                            new ChargebackEvidenceAddedDecoder()
                                    .wrapAndApplyHeader(buffer, offset, header)
                                    .chargeback(),
                            out);
            case ChargebackAcceptedDecoder.TEMPLATE_ID ->
                    chargeback(
                            new ChargebackAcceptedDecoder()
                                    .wrapAndApplyHeader(buffer, offset, header)
                                    .chargeback(),
                            out);
            case ChargebackLostDecoder.TEMPLATE_ID -> {
                var event = new ChargebackLostDecoder().wrapAndApplyHeader(buffer, offset, header);
                chargeback(event.chargeback(), out);
                cause(event.cause(), out);
            }
            case ChargebackWonDecoder.TEMPLATE_ID -> {
                var event = new ChargebackWonDecoder().wrapAndApplyHeader(buffer, offset, header);
                chargeback(event.chargeback(), out);
                money(event.amount(), event.currency(), out);
                out.member(STATUS, PaymentStatus.of(event.statusAfter()).label());
            }
            default -> {
                boolean known =
                        terms.write(template, buffer, offset, out)
                                || disputes.write(template, buffer, offset, out);
                if (!known) {
                    proof(template, buffer, offset, out);
                }
            }
        }
    }

    private void proof(int template, DirectBuffer buffer, int offset, JsonWriter out) {
        switch (template) {
            case StatementLineMatchedDecoder.TEMPLATE_ID -> {
                var event =
                        new StatementLineMatchedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header);
                out.member(STATEMENT, IdKind.STATEMENT, event.statement());
                out.member(INSTRUCTION, IdKind.INSTRUCTION, event.instruction());
                money(event.grossAmount(), event.currency(), out);
                out.member(FEE_AMOUNT, event.fee());
            }
            case StatementLineUnexplainedDecoder.TEMPLATE_ID -> {
                var event =
                        new StatementLineUnexplainedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header);
                out.member(STATEMENT, IdKind.STATEMENT, event.statement());
                out.member(BREAK, IdKind.BREAK, event.breakId());
                money(event.amount(), event.currency(), out);
                out.member(REASON, BreakType.of(event.type()).label());
            }
            case BreakOpenedDecoder.TEMPLATE_ID -> {
                var event = new BreakOpenedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(BREAK, IdKind.BREAK, event.breakId());
                money(event.amount(), event.currency(), out);
                out.member(REASON, BreakType.of(event.type()).label());
            }
            case BreakTreatedDecoder.TEMPLATE_ID -> {
                var event = new BreakTreatedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(BREAK, IdKind.BREAK, event.breakId());
                money(event.amount(), event.currency(), out);
                out.member(REASON, BreakAction.of(event.action()).label());
                out.member(APPROVAL, IdKind.APPROVAL, event.approval());
            }
            case BreakReopenedDecoder.TEMPLATE_ID -> {
                var event = new BreakReopenedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(BREAK, IdKind.BREAK, event.breakId());
                money(event.amount(), event.currency(), out);
                out.member(REASON, BreakAction.of(event.action()).label());
                out.member(APPROVAL, IdKind.APPROVAL, event.approval());
            }
            case BreakAssignedDecoder.TEMPLATE_ID -> {
                var event = new BreakAssignedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(BREAK, IdKind.BREAK, event.breakId());
            }
            case BreakResolvedDecoder.TEMPLATE_ID -> {
                var event = new BreakResolvedDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.member(BREAK, IdKind.BREAK, event.breakId());
                out.member(REASON, BreakResolution.of(event.resolution()).label());
            }
            default -> {
                // The type says it all.
            }
        }
    }

    private static void chargeback(long id, JsonWriter out) {
        out.member(CHARGEBACK, IdKind.CHARGEBACK, id);
    }

    private void source(long wallet, int channel, JsonWriter out) {
        if (wallet != 0) {
            out.member(WALLET, IdKind.ACCOUNT, wallet);
        } else {
            out.member(CHANNEL, settings.channelName(channel));
        }
    }

    private static void money(long amount, int currency, JsonWriter out) {
        out.member(AMOUNT, amount);
        out.member(CURRENCY, Currencies.code(currency));
    }

    private static void reason(int code, JsonWriter out) {
        out.member(REASON, FailureReason.of(code).label());
    }

    private static void cause(int code, JsonWriter out) {
        out.member(CAUSE, Cause.of(code).label());
    }
}
