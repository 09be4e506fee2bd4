package io.clearhold.ledger.machine;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalLifecycle;
import io.clearhold.core.approval.ApprovalTrigger;
import io.clearhold.core.codec.ApprovalApprovedEncoder;
import io.clearhold.core.codec.ApprovalExpiredEncoder;
import io.clearhold.core.codec.ApprovalFailedEncoder;
import io.clearhold.core.codec.ApprovalProposedEncoder;
import io.clearhold.core.codec.ApprovalRejectedEncoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.ProposalEncoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ApprovalTable;
import io.clearhold.ledger.state.KeyTable;
import io.clearhold.ledger.state.LedgerState;
import java.util.EnumMap;
import java.util.Map;

/**
 * Four eyes: what moves money at the operator's word is proposed by one person and decided by
 * another one. Who does it is known by the keyed hash in the key, so that two keys of one person
 * are one pair of eyes.
 */
final class Approvals implements DeadlineHandler {
    private static final long DAY_MS = 24L * 3600 * 1000;

    /** How long a proposal waits. */
    static final long EXPIRY_MS = 7 * DAY_MS;

    private static final int NOBODY = -1;

    private final LedgerState state;
    private final Map<ApprovalKind, ApprovedAction> actions = new EnumMap<>(ApprovalKind.class);
    private final ApprovalProposedEncoder proposed = new ApprovalProposedEncoder();
    private final ApprovalApprovedEncoder approved = new ApprovalApprovedEncoder();
    private final ApprovalRejectedEncoder rejected = new ApprovalRejectedEncoder();
    private final ApprovalExpiredEncoder expired = new ApprovalExpiredEncoder();
    private final ApprovalFailedEncoder failed = new ApprovalFailedEncoder();

    Approvals(LedgerState state) {
        this.state = state;
    }

    /** From now on this is done when an approval of its kind is given. */
    void register(ApprovedAction action) {
        if (actions.put(action.kind(), action) != null) {
            throw new IllegalStateException("two actions for " + action.kind());
        }
    }

    /**
     * Proposes, instead of doing: the last line of a decision that would be taken now. Refused if
     * the caller is not a person of the operator's staff (403), or if the object has an open
     * approval (409). Otherwise the answer shows the approval, and the text of the command is its
     * reason.
     *
     * @param subject the object that it is about, 0 if there is none
     * @param numbers at most {@link ApprovalKind#NUMBERS}, which mean what the kind says
     */
    void propose(
            OriginDecoder origin,
            ApprovalKind kind,
            long subject,
            Decision decision,
            long... numbers) {
        int key = person(origin, decision);
        if (key == NOBODY) {
            return;
        }
        if (subject != 0 && state.approvals().openFor(subject) != 0) {
            decision.refuse(ResultCode.APPROVAL_OPEN);
            return;
        }
        long id = decision.newId();
        decision.event(proposed);
        proposed.proposal()
                .approval(id)
                .kind((short) kind.code())
                .subject(subject)
                .key(origin.key())
                .keySequence(state.keys().textSequence(key))
                .textSequence(decision.sequence());
        proposed.first(at(numbers, 0))
                .second(at(numbers, 1))
                .third(at(numbers, 2))
                .fourth(at(numbers, 3))
                .fifth(at(numbers, 4))
                .expiresAtMs(decision.nowMs() + EXPIRY_MS);
        decision.end();
        decision.show(IdKind.APPROVAL, id);
    }

    /** The second person agrees: what was proposed is decided again. */
    void approve(ApproveApprovalDecoder command, int step, Decision decision) {
        int approval = state.approvals().find(command.approval());
        if (step > 0) {
            actionOf(approval).perform(approval, step, decision);
            decision.show(IdKind.APPROVAL, command.approval());
            return;
        }
        OriginDecoder origin = command.origin();
        int key = decider(approval, origin, ApprovalTrigger.APPROVE, decision);
        if (key == NOBODY) {
            return;
        }
        long keySequence = state.keys().textSequence(key);
        int before = decision.length();
        decision.event(approved);
        put(approval, approved.proposal());
        approved.key(origin.key()).keySequence(keySequence);
        decision.end();
        actionOf(approval).perform(approval, step, decision);
        if (decision.isRefused()) {
            fail(approval, origin.key(), keySequence, before, decision);
        }
        decision.show(IdKind.APPROVAL, command.approval());
    }

    /** The second person does not agree. */
    void reject(RejectApprovalDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        int approval = state.approvals().find(command.approval());
        int key = decider(approval, origin, ApprovalTrigger.REJECT, decision);
        if (key == NOBODY) {
            return;
        }
        decision.event(rejected);
        put(approval, rejected.proposal());
        rejected.key(origin.key()).keySequence(state.keys().textSequence(key));
        decision.end();
        decision.show(IdKind.APPROVAL, command.approval());
    }

    @Override
    public boolean fire(long object, Decision decision) {
        int approval = state.approvals().find(object);
        if (approval < 0) {
            return false;
        }
        decision.event(expired);
        put(approval, expired.proposal());
        decision.end();
        return true;
    }

    @Override
    public boolean movesMoney() {
        return false;
    }

    /** By now it is refused: of what was decided only that remains. */
    private void fail(int approval, long key, long keySequence, int before, Decision decision) {
        int code = decision.code().number();
        long first = decision.first();
        long second = decision.second();
        decision.takeBack(before);
        decision.event(failed);
        put(approval, failed.proposal());
        failed.key(key).keySequence(keySequence).code(code).first(first).second(second);
        decision.end();
    }

    private void put(int approval, ProposalEncoder proposal) {
        ApprovalTable approvals = state.approvals();
        long key = approvals.proposer(approval);
        proposal.approval(approvals.id(approval))
                .kind((short) approvals.kind(approval).code())
                .subject(approvals.subject(approval))
                .key(key)
                .keySequence(state.keys().textSequence(state.keys().find(key)))
                .textSequence(approvals.textSequence(approval));
    }

    /** The key of the second person, or NOBODY after a refusal. */
    private int decider(
            int approval, OriginDecoder origin, ApprovalTrigger trigger, Decision decision) {
        ApprovalTable approvals = state.approvals();
        if (approval < 0 || !sees(origin)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return NOBODY;
        }
        int key = person(origin, decision);
        if (key == NOBODY) {
            return NOBODY;
        }
        KeyTable keys = state.keys();
        if (keys.isSamePerson(key, keys.find(approvals.proposer(approval)))) {
            decision.refuse(ResultCode.SAME_PERSON);
            return NOBODY;
        }
        ResultCode guard = ApprovalLifecycle.TABLE.guard(approvals.status(approval), trigger);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return NOBODY;
        }
        return key;
    }

    /** Approvals are the business of the staff alone. */
    static boolean sees(OriginDecoder origin) {
        Role role = Role.of(origin.role());
        return Access.isStaff(role) || role == Role.AUDITOR;
    }

    /** The key of a person of the operator's staff, or NOBODY after a refusal. */
    private int person(OriginDecoder origin, Decision decision) {
        if (Role.of(origin.role()) != Role.OPERATOR) {
            decision.refuse(ResultCode.FORBIDDEN);
            return NOBODY;
        }
        int key = state.keys().find(origin.key());
        if (key < 0 || !state.keys().hasPerson(key)) {
            decision.refuse(ResultCode.PERSON_UNKNOWN);
            return NOBODY;
        }
        return key;
    }

    private ApprovedAction actionOf(int approval) {
        ApprovalKind kind = state.approvals().kind(approval);
        ApprovedAction action = actions.get(kind);
        if (action == null) {
            throw new IllegalStateException("nobody does what is approved as " + kind);
        }
        return action;
    }

    private static long at(long[] numbers, int index) {
        return index < numbers.length ? numbers[index] : 0;
    }
}
