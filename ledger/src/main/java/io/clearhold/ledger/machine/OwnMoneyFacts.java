package io.clearhold.ledger.machine;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.codec.AdjustmentUndoneEncoder;
import io.clearhold.core.codec.LedgerAdjustedEncoder;
import io.clearhold.core.codec.OwnMoneyUnmatchedEncoder;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.ledger.state.ApprovalTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;

/**
 * The operator's own money as facts. What comes in or goes out is booked when it is approved, as in
 * transit or outgoing, and an instruction whose subject is the approval tells the bank; what the
 * bank then did not do is booked back.
 */
final class OwnMoneyFacts {
    /** What the numbers of {@link ApprovalKind#ADJUST_LEDGER} mean, first to last. */
    static final int TYPE = 0;

    static final int AMOUNT = 1;
    static final int CURRENCY = 2;
    static final int SOURCE = 3;
    static final int CHANNEL = 4;

    private final LedgerState state;
    private final EscrowFacts instructions;
    private final BreakFacts breaks;
    private final LedgerAdjustedEncoder adjusted = new LedgerAdjustedEncoder();
    private final AdjustmentUndoneEncoder undone = new AdjustmentUndoneEncoder();
    private final OwnMoneyUnmatchedEncoder unmatched = new OwnMoneyUnmatchedEncoder();

    OwnMoneyFacts(LedgerState state, EscrowFacts instructions, BreakFacts breaks) {
        this.state = state;
        this.instructions = instructions;
        this.breaks = breaks;
    }

    /** What was approved is booked, and the bank is told if it has a part in it. */
    void adjust(int approval, long fromRiskReserve, Decision decision) {
        ApprovalTable approvals = state.approvals();
        AdjustmentType type = type(approval);
        decision.event(adjusted)
                .approval(approvals.id(approval))
                .type((short) type.code())
                .source((short) approvals.number(approval, SOURCE))
                .channel((short) approvals.number(approval, CHANNEL))
                .currency(currency(approval))
                .account(approvals.subject(approval))
                .amount(approvals.number(approval, AMOUNT))
                .fromRiskReserve(fromRiskReserve);
        decision.end();
        switch (type) {
            case OWN_FUNDS -> tell(approval, InstructionKind.OWN_FUNDS, decision);
            case WITHDRAWAL -> tell(approval, InstructionKind.WITHDRAWAL, decision);
            case RISK_RESERVE, WRITE_OFF -> {
                // It stays in the book.
            }
        }
    }

    /**
     * The bank did not do it, or what had left came back.
     *
     * @param index of the instruction
     */
    void undo(int index, boolean hadLeft, FailureReason reason, Decision decision) {
        InstructionTable table = state.instructions();
        ApprovalTable approvals = state.approvals();
        int approval = approvals.find(table.subject(index));
        decision.event(undone)
                .approval(table.subject(index))
                .type((short) type(approval).code())
                .source((short) approvals.number(approval, SOURCE))
                .channel((short) table.channel(index))
                .currency(table.currency(index))
                .amount(table.amount(index))
                .hadLeft((short) (hadLeft ? 1 : 0))
                .reason((short) reason.code());
        decision.end();
    }

    /** The bank said that this much came, and not what was announced: to suspense. */
    void came(int index, long amount, int currency, FailureReason why, Decision decision) {
        InstructionTable table = state.instructions();
        FailureReason reason =
                currency == table.currency(index) ? why : FailureReason.WRONG_CURRENCY;
        decision.event(unmatched)
                .approval(table.subject(index))
                .instruction(table.id(index))
                .amount(amount)
                .currency(currency)
                .channel((short) table.channel(index))
                .reason((short) reason.code());
        decision.end();
        breaks.unmatchedCollection(index, amount, currency, reason, decision);
    }

    AdjustmentType type(int approval) {
        return AdjustmentType.of((int) state.approvals().number(approval, TYPE));
    }

    int currency(int approval) {
        return (int) state.approvals().number(approval, CURRENCY);
    }

    private void tell(int approval, InstructionKind kind, Decision decision) {
        ApprovalTable approvals = state.approvals();
        instructions.queue(
                0,
                decision.newId(),
                kind,
                approvals.id(approval),
                (int) approvals.number(approval, CHANNEL),
                approvals.number(approval, AMOUNT),
                currency(approval),
                approvals.textSequence(approval),
                decision);
    }
}
