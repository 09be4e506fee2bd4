package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;

/** What events of bank instructions mean for the table instructions. */
final class InstructionEvents {
    private final TableChanges instructions;
    private final TableChanges payouts;
    private final FrameView frame;
    private final ChannelNames channels;
    private final InstructionQueuedDecoder queued = new InstructionQueuedDecoder();
    private final InstructionClaimedDecoder claimed = new InstructionClaimedDecoder();
    private final InstructionDeferredDecoder deferred = new InstructionDeferredDecoder();
    private final InstructionAcceptedDecoder accepted = new InstructionAcceptedDecoder();
    private final InstructionUnknownDecoder unknown = new InstructionUnknownDecoder();
    private final InstructionDueDecoder due = new InstructionDueDecoder();
    private final InstructionClosingDecoder closing = new InstructionClosingDecoder();
    private final InstructionSettledDecoder settled = new InstructionSettledDecoder();
    private final InstructionFailedDecoder failed = new InstructionFailedDecoder();
    private final InstructionReturnedDecoder returned = new InstructionReturnedDecoder();
    private long subject;

    InstructionEvents(
            TableChanges instructions,
            TableChanges payouts,
            FrameView frame,
            ChannelNames channels) {
        this.instructions = instructions;
        this.payouts = payouts;
        this.frame = frame;
        this.channels = channels;
    }

    /** The instruction of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case InstructionQueuedDecoder.TEMPLATE_ID ->
                    take(queued.wrapAndApplyHeader(buffer, offset, header), facts);
            case InstructionClaimedDecoder.TEMPLATE_ID -> {
                claimed.wrapAndApplyHeader(buffer, offset, header);
                move(claimed.instruction(), InstructionStatus.SUBMITTING, facts)
                        .set(InstructionColumns.CLAIMED_AT_MS, frame.atMs())
                        .set(InstructionColumns.NEXT_ACTION_MS, claimed.nextActionMs());
            }
            case InstructionDeferredDecoder.TEMPLATE_ID -> {
                deferred.wrapAndApplyHeader(buffer, offset, header);
                move(deferred.instruction(), InstructionStatus.QUEUED, facts)
                        .set(InstructionColumns.RUNG, deferred.rung())
                        .set(InstructionColumns.NEXT_ACTION_MS, deferred.nextActionMs());
            }
            case InstructionAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrapAndApplyHeader(buffer, offset, header);
                move(accepted.instruction(), InstructionStatus.ACCEPTED, facts)
                        .set(InstructionColumns.RUNG, 0)
                        .set(InstructionColumns.NEXT_ACTION_MS, accepted.nextActionMs());
            }
            case InstructionUnknownDecoder.TEMPLATE_ID -> {
                unknown.wrapAndApplyHeader(buffer, offset, header);
                move(unknown.instruction(), InstructionStatus.UNKNOWN, facts)
                        .set(InstructionColumns.RUNG, 0)
                        .set(InstructionColumns.NEXT_ACTION_MS, unknown.nextActionMs());
                facts.name("reason", CodeNames.failure(unknown.why()));
            }
            case InstructionDueDecoder.TEMPLATE_ID -> {
                due.wrapAndApplyHeader(buffer, offset, header);
                change(due.instruction(), facts)
                        .set(InstructionColumns.RUNG, due.rung())
                        .set(InstructionColumns.NEXT_ACTION_MS, due.nextActionMs());
            }
            case InstructionClosingDecoder.TEMPLATE_ID -> {
                closing.wrapAndApplyHeader(buffer, offset, header);
                change(closing.instruction(), facts)
                        .set(InstructionColumns.CLOSING, true)
                        .set(InstructionColumns.RUNG, 0)
                        .set(InstructionColumns.NEXT_ACTION_MS, closing.nextActionMs());
            }
            default -> {
                return takeEnding(buffer, offset, header, facts);
            }
        }
        return true;
    }

    private boolean takeEnding(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case InstructionSettledDecoder.TEMPLATE_ID -> {
                settled.wrapAndApplyHeader(buffer, offset, header);
                end(settled.instruction(), InstructionStatus.SETTLED, settled.evidence(), facts)
                        .set(InstructionColumns.SETTLED_AMOUNT, settled.amount())
                        .set(InstructionColumns.SETTLED_SEQUENCE, frame.sequence());
                facts.number("amount", settled.amount());
            }
            case InstructionFailedDecoder.TEMPLATE_ID -> {
                failed.wrapAndApplyHeader(buffer, offset, header);
                end(failed.instruction(), InstructionStatus.FAILED, failed.evidence(), facts)
                        .set(InstructionColumns.FAILURE, failed.reason());
                facts.name("reason", CodeNames.failure(failed.reason()));
            }
            case InstructionReturnedDecoder.TEMPLATE_ID -> {
                returned.wrapAndApplyHeader(buffer, offset, header);
                end(returned.instruction(), InstructionStatus.RETURNED, returned.evidence(), facts)
                        .set(InstructionColumns.RETURNED_SEQUENCE, frame.sequence());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(InstructionQueuedDecoder event, JsonFacts facts) {
        subject = event.instruction();
        instructions
                .create(subject)
                .set(InstructionColumns.KIND, event.kind())
                .set(InstructionColumns.STATUS, InstructionStatus.QUEUED.code())
                .set(InstructionColumns.SUBJECT, event.subject())
                .set(InstructionColumns.PAYMENT, event.chain().payment())
                .set(InstructionColumns.CHANNEL, event.channel())
                .set(InstructionColumns.AMOUNT, event.amount())
                .set(InstructionColumns.CURRENCY, event.currency())
                .set(InstructionColumns.CREATED_AT_MS, frame.atMs())
                .set(InstructionColumns.TEXT_SEQUENCE, event.textSequence())
                .set(InstructionColumns.LAST_SEQUENCE, frame.sequence());
        if (InstructionKind.of(event.kind()) == InstructionKind.PAYOUT) {
            payouts.change(event.subject())
                    .set(PayoutColumns.INSTRUCTION, subject)
                    .set(PayoutColumns.HELD, false)
                    .set(PayoutColumns.LAST_SEQUENCE, frame.sequence());
        }
        facts.id("instruction", IdKind.INSTRUCTION, subject)
                .name("kind", CodeNames.instructionKind(event.kind()))
                .name("channel", channels.of(event.channel()))
                .amount(event.amount(), event.currency());
    }

    private RowChange end(
            long instruction, InstructionStatus status, int evidence, JsonFacts facts) {
        RowChange row =
                move(instruction, status, facts)
                        .set(InstructionColumns.EVIDENCE, evidence)
                        .set(InstructionColumns.NEXT_ACTION_MS, 0);
        facts.name("evidence", CodeNames.evidence(evidence));
        return row;
    }

    private RowChange move(long instruction, InstructionStatus status, JsonFacts facts) {
        return change(instruction, facts).set(InstructionColumns.STATUS, status.code());
    }

    private RowChange change(long instruction, JsonFacts facts) {
        subject = instruction;
        facts.id("instruction", IdKind.INSTRUCTION, instruction);
        return instructions
                .change(instruction)
                .set(InstructionColumns.LAST_SEQUENCE, frame.sequence())
                .set(InstructionColumns.TEXT, frame.text(ReportOutcomeDecoder.TEMPLATE_ID));
    }
}
