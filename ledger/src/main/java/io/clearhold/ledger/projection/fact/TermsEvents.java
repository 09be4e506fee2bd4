package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MilestoneExtendedDecoder;
import io.clearhold.core.codec.MilestoneFrozenDecoder;
import io.clearhold.core.codec.MilestoneRefundedDecoder;
import io.clearhold.core.codec.MilestoneReleasedDecoder;
import io.clearhold.core.codec.MilestoneReturnedDecoder;
import io.clearhold.core.codec.MilestoneShippedDecoder;
import io.clearhold.core.codec.MilestoneThawedDecoder;
import io.clearhold.core.codec.MilestonesAgreedDecoder;
import io.clearhold.core.codec.MilestonesHeldDecoder;
import io.clearhold.core.codec.PaymentUpdatedDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;

/** What new terms and events of milestones mean for the tables payments, splits and milestones. */
final class TermsEvents {
    private final TableChanges payments;
    private final TableChanges splits;
    private final TableChanges milestones;
    private final FrameView frame;
    private final PaymentUpdatedDecoder updated = new PaymentUpdatedDecoder();
    private final MilestonesAgreedDecoder agreed = new MilestonesAgreedDecoder();
    private final MilestonesHeldDecoder held = new MilestonesHeldDecoder();
    private final MilestoneShippedDecoder shipped = new MilestoneShippedDecoder();
    private final MilestoneReleasedDecoder released = new MilestoneReleasedDecoder();
    private final MilestoneRefundedDecoder refunded = new MilestoneRefundedDecoder();
    private final MilestoneReturnedDecoder returned = new MilestoneReturnedDecoder();
    private final MilestoneFrozenDecoder frozen = new MilestoneFrozenDecoder();
    private final MilestoneThawedDecoder thawed = new MilestoneThawedDecoder();
    private final MilestoneExtendedDecoder extended = new MilestoneExtendedDecoder();

    TermsEvents(
            TableChanges payments, TableChanges splits, TableChanges milestones, FrameView frame) {
        this.payments = payments;
        this.splits = splits;
        this.milestones = milestones;
        this.frame = frame;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case PaymentUpdatedDecoder.TEMPLATE_ID ->
                    take(payment, updated.wrapAndApplyHeader(buffer, offset, header), facts);
            case MilestonesAgreedDecoder.TEMPLATE_ID -> {
                agreed.wrapAndApplyHeader(buffer, offset, header);
                milestones.replace(payment);
                int place = 0;
                for (MilestonesAgreedDecoder.MilestonesDecoder part : agreed.milestones()) {
                    milestones
                            .create(payment, place++)
                            .set(MilestoneColumns.STATUS, MilestoneStatus.CREATED.code())
                            .set(MilestoneColumns.AMOUNT, part.amount());
                }
                facts.number("milestones", place);
            }
            case MilestonesHeldDecoder.TEMPLATE_ID -> {
                held.wrapAndApplyHeader(buffer, offset, header);
                int place = 0;
                for (MilestonesHeldDecoder.MilestonesDecoder part : held.milestones()) {
                    milestones
                            .change(payment, place++)
                            .set(MilestoneColumns.STATUS, MilestoneStatus.HELD.code())
                            .add(MilestoneColumns.HELD, part.amount());
                }
                facts.number("milestones", place);
            }
            case MilestoneShippedDecoder.TEMPLATE_ID -> {
                shipped.wrapAndApplyHeader(buffer, offset, header);
                row(payment, shipped.milestone(), facts)
                        .set(MilestoneColumns.STATUS, MilestoneStatus.SHIPPED.code())
                        .set(MilestoneColumns.AUTO_CONFIRM_AT_MS, shipped.autoConfirmAtMs())
                        .set(MilestoneColumns.SHIPMENT_SEQUENCE, frame.sequence())
                        .set(MilestoneColumns.SHIPPED_AT_MS, frame.atMs())
                        .set(MilestoneColumns.SHIPMENT, frame.text(ShipPaymentDecoder.TEMPLATE_ID));
                facts.time("auto_confirm_at", shipped.autoConfirmAtMs());
            }
            case MilestoneExtendedDecoder.TEMPLATE_ID -> {
                extended.wrapAndApplyHeader(buffer, offset, header);
                row(payment, extended.milestone(), facts)
                        .set(MilestoneColumns.AUTO_CONFIRM_AT_MS, extended.autoConfirmAtMs());
                facts.number("seconds", extended.seconds())
                        .time("auto_confirm_at", extended.autoConfirmAtMs());
            }
            default -> {
                return takeMoney(buffer, offset, header, payment, facts);
            }
        }
        return true;
    }

    private boolean takeMoney(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case MilestoneReleasedDecoder.TEMPLATE_ID -> {
                released.wrapAndApplyHeader(buffer, offset, header);
                row(payment, released.milestone(), facts)
                        .set(MilestoneColumns.STATUS, released.statusAfter())
                        .add(MilestoneColumns.HELD, -released.amount())
                        .add(MilestoneColumns.RELEASED, released.amount())
                        .add(MilestoneColumns.FROZEN, -released.frozen());
                facts.number("amount", released.amount())
                        .name("milestone_status", CodeNames.milestoneStatus(released.statusAfter()))
                        .name("cause", CodeNames.cause(released.cause()));
            }
            case MilestoneRefundedDecoder.TEMPLATE_ID ->
                    take(payment, refunded.wrapAndApplyHeader(buffer, offset, header), facts);
            case MilestoneReturnedDecoder.TEMPLATE_ID ->
                    take(payment, returned.wrapAndApplyHeader(buffer, offset, header), facts);
            case MilestoneFrozenDecoder.TEMPLATE_ID -> {
                frozen.wrapAndApplyHeader(buffer, offset, header);
                row(payment, frozen.milestone(), facts)
                        .add(MilestoneColumns.FROZEN, frozen.amount())
                        .set(MilestoneColumns.AUTO_CONFIRM_AT_MS, 0);
                facts.number("amount", frozen.amount());
            }
            case MilestoneThawedDecoder.TEMPLATE_ID -> {
                thawed.wrapAndApplyHeader(buffer, offset, header);
                row(payment, thawed.milestone(), facts)
                        .add(MilestoneColumns.FROZEN, -thawed.amount())
                        .set(MilestoneColumns.AUTO_CONFIRM_AT_MS, thawed.autoConfirmAtMs());
                facts.number("amount", thawed.amount())
                        .time("auto_confirm_at", thawed.autoConfirmAtMs());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(long payment, PaymentUpdatedDecoder event, JsonFacts facts) {
        String text = frame.text(UpdatePaymentDecoder.TEMPLATE_ID);
        payments.change(payment)
                .set(PaymentColumns.AMOUNT, event.amount())
                .set(PaymentColumns.FEE_KIND, event.feeKind())
                .set(PaymentColumns.FEE_VALUE, event.feeValue())
                .set(PaymentColumns.FEE_MIN, event.feeMin())
                .set(PaymentColumns.FEE_MAX, event.feeMax())
                .set(PaymentColumns.PAY_BY_MS, event.payByMs())
                .set(PaymentColumns.SHIP_BY_MS, event.shipByMs())
                .set(PaymentColumns.AUTO_REFUND, event.autoRefund())
                .set(PaymentColumns.AUTO_CONFIRM_AFTER_SECONDS, event.autoConfirmAfterSeconds())
                .set(PaymentColumns.TEXT_SEQUENCE, frame.sequence())
                .set(PaymentColumns.TEXT, text);
        facts.amount(event.amount(), event.currency()).time("pay_by", event.payByMs());
        splits.replace(payment);
        int place = 0;
        for (PaymentUpdatedDecoder.SplitsDecoder split : event.splits()) {
            splits.create(payment, place++)
                    .set(SplitColumns.ACCOUNT, split.account())
                    .set(SplitColumns.KIND, split.kind())
                    .set(SplitColumns.VALUE, split.value());
        }
    }

    private void take(long payment, MilestoneRefundedDecoder event, JsonFacts facts) {
        long amount = event.held() + event.released();
        row(payment, event.milestone(), facts)
                .set(MilestoneColumns.STATUS, event.statusAfter())
                .add(MilestoneColumns.HELD, -event.held())
                .add(MilestoneColumns.RELEASED, -event.released())
                .add(MilestoneColumns.FROZEN, -event.frozen())
                .add(backTo(event.chargeback()), amount);
        movement(event.chargeback(), event.movement(), facts)
                .number("amount", amount)
                .name("milestone_status", CodeNames.milestoneStatus(event.statusAfter()));
    }

    private void take(long payment, MilestoneReturnedDecoder event, JsonFacts facts) {
        long amount = event.held() + event.released();
        RowChange row =
                row(payment, event.milestone(), facts)
                        .set(MilestoneColumns.STATUS, event.statusAfter())
                        .add(MilestoneColumns.HELD, event.held())
                        .add(MilestoneColumns.RELEASED, event.released())
                        .add(backTo(event.chargeback()), -amount);
        if (event.stopped() != 0) {
            row.set(MilestoneColumns.AUTO_CONFIRM_AT_MS, 0);
        }
        movement(event.chargeback(), event.movement(), facts)
                .number("amount", amount)
                .name("milestone_status", CodeNames.milestoneStatus(event.statusAfter()));
    }

    private RowChange row(long payment, int place, JsonFacts facts) {
        facts.number("milestone", place);
        return milestones.change(payment, place - 1);
    }

    private static Column backTo(int chargeback) {
        return chargeback == 0 ? MilestoneColumns.REFUNDED : MilestoneColumns.CHARGED_BACK;
    }

    private static JsonFacts movement(int chargeback, long movement, JsonFacts facts) {
        return chargeback == 0
                ? facts.id("refund", IdKind.REFUND, movement)
                : facts.id("chargeback", IdKind.CHARGEBACK, movement);
    }
}
