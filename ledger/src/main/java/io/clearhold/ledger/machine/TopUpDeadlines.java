package io.clearhold.ledger.machine;

import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.ledger.state.LedgerState;

/** A top-up that nobody completes is closed like a payment whose pay_by has passed. */
final class TopUpDeadlines implements DeadlineHandler {
    private final LedgerState state;
    private final BankFacts banks;
    private final TopUpFacts facts;

    TopUpDeadlines(LedgerState state, BankFacts banks, TopUpFacts facts) {
        this.state = state;
        this.banks = banks;
        this.facts = facts;
    }

    @Override
    public boolean fire(long object, Decision decision) {
        int topUp = state.topUps().find(object);
        if (topUp < 0) {
            return false;
        }
        int instruction = state.instructions().find(state.topUps().instruction(topUp));
        if (state.instructions().status(instruction) == InstructionStatus.QUEUED) {
            banks.failed(instruction, Evidence.ANSWER, FailureReason.CANCELED, decision);
        } else {
            facts.close(instruction, decision);
        }
        return true;
    }

    @Override
    public boolean movesMoney() {
        return true;
    }
}
