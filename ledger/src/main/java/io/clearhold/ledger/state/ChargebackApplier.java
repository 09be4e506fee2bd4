package io.clearhold.ledger.state;

import io.clearhold.core.codec.ChargebackAcceptedDecoder;
import io.clearhold.core.codec.ChargebackEvidenceAddedDecoder;
import io.clearhold.core.codec.ChargebackLostDecoder;
import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import org.agrona.DirectBuffer;

/** Applies events of chargebacks, templates 325 to 329. */
final class ChargebackApplier implements FactApplier {
    private final LedgerState state;
    private final PaymentTable payments;
    private final ChargebackTable chargebacks;
    private final ClawbackLegs legs;
    private final ChargebackOpenedDecoder opened = new ChargebackOpenedDecoder();
    private final ChargebackEvidenceAddedDecoder evidence = new ChargebackEvidenceAddedDecoder();
    private final ChargebackAcceptedDecoder accepted = new ChargebackAcceptedDecoder();
    private final ChargebackLostDecoder lost = new ChargebackLostDecoder();
    private final ChargebackWonDecoder won = new ChargebackWonDecoder();

    ChargebackApplier(LedgerState state, ClawbackLegs legs) {
        this.state = state;
        this.payments = state.payments;
        this.chargebacks = state.chargebacks;
        this.legs = legs;
    }

    /** Whether the event is one of these. */
    static boolean takes(int template) {
        return template >= ChargebackOpenedDecoder.TEMPLATE_ID
                && template <= ChargebackWonDecoder.TEMPLATE_ID;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case ChargebackOpenedDecoder.TEMPLATE_ID ->
                    apply(opened.wrapAndApplyHeader(buffer, offset, header));
            case ChargebackEvidenceAddedDecoder.TEMPLATE_ID -> {
                evidence.wrapAndApplyHeader(buffer, offset, header);
                int index = move(evidence.chargeback(), ChargebackStatus.EVIDENCE);
                chargebacks.evidenceSequence(index, state.sequence());
            }
            case ChargebackAcceptedDecoder.TEMPLATE_ID ->
                    move(
                            accepted.wrapAndApplyHeader(buffer, offset, header).chargeback(),
                            ChargebackStatus.ACCEPTED);
            case ChargebackLostDecoder.TEMPLATE_ID ->
                    move(
                            lost.wrapAndApplyHeader(buffer, offset, header).chargeback(),
                            ChargebackStatus.LOST);
            case ChargebackWonDecoder.TEMPLATE_ID ->
                    apply(won.wrapAndApplyHeader(buffer, offset, header));
            default ->
                    throw new IllegalStateException(
                            "unknown event of a chargeback " + header.templateId());
        }
    }

    private void apply(ChargebackOpenedDecoder event) {
        int payment = touch(event.chain().payment());
        int index = chargebacks.add(event.chargeback());
        chargebacks.status(index, ChargebackStatus.OPENED);
        chargebacks.payment(index, event.chain().payment());
        chargebacks.instruction(index, event.instruction());
        chargebacks.amount(index, event.amount());
        chargebacks.cost(index, event.cost());
        chargebacks.fromHeld(index, event.fromHeld());
        chargebacks.excess(index, event.excess());
        chargebacks.excessBreak(index, event.excessBreak());
        chargebacks.currency(index, event.currency());
        chargebacks.channel(index, event.channel());
        chargebacks.respondByMs(index, event.respondByMs());
        chargebacks.lastSequence(index, state.sequence());
        chargebacks.createdAtMs(index, state.logTimeMs());
        deadline(index, event.respondByMs());
        state.instructions.returnedDay(
                state.instructions.find(event.instruction()), state.proof.openDay());
        ExtrasTable extras = state.extras;
        extras.chargeback(payment, event.chargeback());
        long taken = event.amount() - event.excess();
        extras.chargedBack(payment, extras.chargedBack(payment) + taken);
        payments.status(payment, PaymentStatus.of(event.statusAfter()));
        takeLegs(payment, index, taken - event.fromHeld(), event);
        if (payments.held(payment) == 0) {
            stopDeadline(payment);
        }
    }

    private void takeLegs(int payment, int index, long clawedBack, ChargebackOpenedDecoder event) {
        event.sbeRewind();
        ChargebackOpenedDecoder.LegsDecoder group = event.legs();
        int count = group.count();
        if (count == 0) {
            return;
        }
        legs.begin(payment, clawedBack);
        int number = 0;
        int first = 0;
        for (ChargebackOpenedDecoder.LegsDecoder leg : group) {
            int added =
                    legs.take(
                            event.chargeback(),
                            number,
                            payment,
                            leg.kind(),
                            leg.place(),
                            leg.account(),
                            leg.amount(),
                            leg.tranche());
            first = number == 0 ? added : first;
            number++;
        }
        chargebacks.legs(index, first, count);
    }

    private void apply(ChargebackWonDecoder event) {
        int payment = touch(event.chain().payment());
        int index = move(event.chargeback(), ChargebackStatus.WON);
        ExtrasTable extras = state.extras;
        long taken = event.amount() - event.excess();
        extras.chargedBack(payment, extras.chargedBack(payment) - taken);
        payments.status(payment, PaymentStatus.of(event.statusAfter()));
        if (event.fromHeld() > 0) {
            payments.autoConfirmAtMs(payment, 0);
            stopDeadline(payment);
        }
        if (chargebacks.legCount(index) == 0) {
            return;
        }
        legs.undo(payment, taken - event.fromHeld());
        event.sbeRewind();
        for (ChargebackWonDecoder.LegsDecoder leg : event.legs()) {
            legs.giveBack(payment, leg.kind(), leg.place(), leg.amount(), leg.tranche());
        }
    }

    /** Whatever happens, nobody waits for an answer any more. */
    private int move(long id, ChargebackStatus status) {
        int index = chargebacks.find(id);
        touch(chargebacks.payment(index));
        chargebacks.status(index, status);
        chargebacks.lastSequence(index, state.sequence());
        deadline(index, 0);
        return index;
    }

    private void deadline(int index, long timeMs) {
        chargebacks.deadline(
                index,
                state.deadlines.schedule(
                        chargebacks.deadline(index), chargebacks.id(index), timeMs));
    }

    private void stopDeadline(int payment) {
        payments.deadline(
                payment,
                state.deadlines.schedule(payments.deadline(payment), payments.id(payment), 0));
    }

    private int touch(long id) {
        int payment = payments.find(id);
        payments.lastSequence(payment, state.sequence());
        return payment;
    }
}
