package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.BreakAssignedDecoder;
import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;

/** What is done about breaks, in their table and in that of the movements they are matched to. */
final class BreakTreatmentEvents {
    private final TableChanges breaks;
    private final TableChanges instructions;
    private final FrameView frame;
    private final BreakTreatedDecoder treated = new BreakTreatedDecoder();
    private final BreakReopenedDecoder reopened = new BreakReopenedDecoder();
    private final BreakAssignedDecoder assigned = new BreakAssignedDecoder();
    private long subject;

    BreakTreatmentEvents(TableChanges breaks, TableChanges instructions, FrameView frame) {
        this.breaks = breaks;
        this.instructions = instructions;
        this.frame = frame;
    }

    /** The break of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case BreakTreatedDecoder.TEMPLATE_ID ->
                    take(treated.wrapAndApplyHeader(buffer, offset, header), facts);
            case BreakReopenedDecoder.TEMPLATE_ID ->
                    take(reopened.wrapAndApplyHeader(buffer, offset, header), facts);
            case BreakAssignedDecoder.TEMPLATE_ID -> {
                assigned.wrapAndApplyHeader(buffer, offset, header);
                subject = assigned.breakId();
                breaks.change(subject)
                        .set(BreakColumns.ASSIGNED_SEQUENCE, frame.sequence())
                        .set(BreakColumns.ASSIGNED, frame.text(AssignBreakDecoder.TEMPLATE_ID))
                        .set(BreakColumns.LAST_SEQUENCE, frame.sequence());
                about(BreakStatus.OPEN, facts);
                facts.id("payment", IdKind.PAYMENT, assigned.chain().payment());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(BreakTreatedDecoder event, JsonFacts facts) {
        subject = event.breakId();
        breaks.change(subject)
                .set(BreakColumns.STATUS, BreakStatus.RESOLVED.code())
                .set(BreakColumns.ACTION, event.action())
                .set(BreakColumns.RESOLVED_AT_MS, frame.atMs())
                .set(BreakColumns.RESOLVED_IN, frame.sequence())
                .set(BreakColumns.LAST_SEQUENCE, frame.sequence());
        prove(event.instruction(), event.movement(), true);
        about(BreakStatus.RESOLVED, facts);
        facts.name("resolution", CodeNames.breakAction(event.action()))
                .amount(event.amount(), event.currency())
                .id("payment", IdKind.PAYMENT, event.chain().payment())
                .id("account", IdKind.ACCOUNT, event.account())
                .id("movement", IdKind.INSTRUCTION, event.instruction())
                .id("approval", IdKind.APPROVAL, event.approval());
    }

    private void take(BreakReopenedDecoder event, JsonFacts facts) {
        subject = event.breakId();
        breaks.change(subject)
                .set(BreakColumns.STATUS, BreakStatus.OPEN.code())
                .set(BreakColumns.ACTION, 0)
                .set(BreakColumns.RESOLVED_AT_MS, 0)
                .set(BreakColumns.RESOLVED_IN, 0)
                .set(BreakColumns.LAST_SEQUENCE, frame.sequence());
        prove(event.instruction(), event.movement(), false);
        about(BreakStatus.OPEN, facts);
        facts.name("undone", CodeNames.breakAction(event.action()))
                .amount(event.amount(), event.currency())
                .id("payment", IdKind.PAYMENT, event.chain().payment())
                .id("account", IdKind.ACCOUNT, event.account())
                .id("approval", IdKind.APPROVAL, event.approval());
    }

    /** A movement whose line is known by hand is proven as by a line that names it. */
    private void prove(long instruction, int movement, boolean proven) {
        if (movement != 0) {
            instructions
                    .change(instruction)
                    .set(
                            movement == MovementKind.RETURN.code()
                                    ? InstructionColumns.RETURN_PROVEN
                                    : InstructionColumns.PROVEN,
                            proven);
        }
    }

    private void about(BreakStatus status, JsonFacts facts) {
        facts.id("id", IdKind.BREAK, subject)
                .name("object", "break")
                .name("status", status.label());
    }
}
