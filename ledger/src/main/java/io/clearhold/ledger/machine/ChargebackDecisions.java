package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AcceptChargebackDecoder;
import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.ChargebackAcceptedEncoder;
import io.clearhold.core.codec.ChargebackEvidenceAddedEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.ChargebackLifecycle;
import io.clearhold.core.lifecycle.ChargebackTrigger;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.LedgerState;

/**
 * Decides what the payee side answers to a chargeback: evidence, which the channel judges, or
 * nothing.
 */
final class ChargebackDecisions {
    private final LedgerState state;
    private final Access access;
    private final InstructionFacts instructions;
    private final ChargebackFacts facts;
    private final ChargebackEvidenceAddedEncoder evidenceAdded =
            new ChargebackEvidenceAddedEncoder();
    private final ChargebackAcceptedEncoder accepted = new ChargebackAcceptedEncoder();

    ChargebackDecisions(
            LedgerState state,
            Access access,
            InstructionFacts instructions,
            ChargebackFacts facts) {
        this.state = state;
        this.access = access;
        this.instructions = instructions;
        this.facts = facts;
    }

    void addEvidence(AddChargebackEvidenceDecoder command, Decision decision) {
        int index =
                answerable(
                        command.origin(),
                        command.chargeback(),
                        ChargebackTrigger.ADD_EVIDENCE,
                        decision);
        if (index < 0) {
            return;
        }
        ChargebackTable chargebacks = state.chargebacks();
        long instruction = decision.newId();
        decision.event(evidenceAdded);
        decision.chain(evidenceAdded.chain(), chargebacks.payment(index));
        evidenceAdded.chargeback(command.chargeback()).instruction(instruction);
        decision.end();
        instructions.queue(
                chargebacks.payment(index),
                instruction,
                InstructionKind.CONTEST,
                command.chargeback(),
                chargebacks.channel(index),
                chargebacks.amount(index),
                chargebacks.currency(index),
                decision.sequence(),
                decision);
        decision.show(IdKind.CHARGEBACK, command.chargeback());
    }

    /** Nobody contests it, so it is lost at once. */
    void accept(AcceptChargebackDecoder command, Decision decision) {
        int index =
                answerable(
                        command.origin(), command.chargeback(), ChargebackTrigger.ACCEPT, decision);
        if (index < 0) {
            return;
        }
        decision.event(accepted);
        decision.chain(accepted.chain(), state.chargebacks().payment(index));
        accepted.chargeback(command.chargeback());
        decision.end();
        facts.lose(index, Cause.REQUEST, decision);
        decision.show(IdKind.CHARGEBACK, command.chargeback());
    }

    /** The index of a chargeback that the caller may answer so, or -1 after refusing. */
    private int answerable(
            OriginDecoder origin, long id, ChargebackTrigger trigger, Decision decision) {
        ChargebackTable chargebacks = state.chargebacks();
        int index = chargebacks.find(id);
        int payment = index < 0 ? -1 : state.payments().find(chargebacks.payment(index));
        if (payment < 0 || !access.seesPayment(origin, payment)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return -1;
        }
        if (!access.isPayeeSide(origin, payment)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return -1;
        }
        ResultCode guard = ChargebackLifecycle.TABLE.guard(chargebacks.status(index), trigger);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return -1;
        }
        return index;
    }
}
