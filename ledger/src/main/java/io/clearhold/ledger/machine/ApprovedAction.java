package io.clearhold.ledger.machine;

import io.clearhold.core.approval.ApprovalKind;

/**
 * What is done once a second person has agreed. An area registers one for each kind of approval
 * that it proposes, when the {@link CommandDispatcher} is made.
 */
interface ApprovedAction {
    ApprovalKind kind();

    /**
     * Decides what was proposed once more, as things stand now, by the area's own decision. It
     * either refuses, and nothing is done but that the approval fails with that code; or writes its
     * events, and may go on with further steps.
     *
     * @param approval index in {@link io.clearhold.ledger.state.ApprovalTable}: its subject and
     *     numbers are what was proposed
     * @param step 0 the first time; a refusal counts in that step alone
     */
    void perform(int approval, int step, Decision decision);
}
