package io.clearhold.ledger.projection.fact;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.codec.ApprovalApprovedDecoder;
import io.clearhold.core.codec.ApprovalExpiredDecoder;
import io.clearhold.core.codec.ApprovalFailedDecoder;
import io.clearhold.core.codec.ApprovalProposedDecoder;
import io.clearhold.core.codec.ApprovalRejectedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ProposalDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What events of approvals mean for their table; the audit trail names both persons. */
final class ApprovalEvents {
    private final TableChanges approvals;
    private final FrameView frame;
    private final EarlierTexts texts;
    private final ApprovalProposedDecoder proposed = new ApprovalProposedDecoder();
    private final ApprovalApprovedDecoder approved = new ApprovalApprovedDecoder();
    private final ApprovalRejectedDecoder rejected = new ApprovalRejectedDecoder();
    private final ApprovalExpiredDecoder expired = new ApprovalExpiredDecoder();
    private final ApprovalFailedDecoder failed = new ApprovalFailedDecoder();
    private long subject;

    ApprovalEvents(TableChanges approvals, FrameView frame, EarlierTexts texts) {
        this.approvals = approvals;
        this.frame = frame;
        this.texts = texts;
    }

    /** The approval of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case ApprovalProposedDecoder.TEMPLATE_ID ->
                    take(proposed.wrapAndApplyHeader(buffer, offset, header), facts);
            case ApprovalApprovedDecoder.TEMPLATE_ID -> {
                approved.wrapAndApplyHeader(buffer, offset, header);
                end(approved.proposal(), ApprovalStatus.APPROVED, facts);
                decided(approved.key(), approved.keySequence(), facts);
            }
            case ApprovalRejectedDecoder.TEMPLATE_ID -> {
                rejected.wrapAndApplyHeader(buffer, offset, header);
                end(rejected.proposal(), ApprovalStatus.REJECTED, facts);
                decided(rejected.key(), rejected.keySequence(), facts);
            }
            case ApprovalExpiredDecoder.TEMPLATE_ID -> {
                expired.wrapAndApplyHeader(buffer, offset, header);
                end(expired.proposal(), ApprovalStatus.EXPIRED, facts);
            }
            case ApprovalFailedDecoder.TEMPLATE_ID -> {
                failed.wrapAndApplyHeader(buffer, offset, header);
                end(failed.proposal(), ApprovalStatus.FAILED, facts)
                        .set(ApprovalColumns.FAILURE, failed.code())
                        .set(ApprovalColumns.FAILURE_FIRST, failed.first())
                        .set(ApprovalColumns.FAILURE_SECOND, failed.second());
                decided(failed.key(), failed.keySequence(), facts);
                facts.name("failure_code", ResultCode.of(failed.code()).code());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(ApprovalProposedDecoder event, JsonFacts facts) {
        ProposalDecoder proposal = event.proposal();
        subject = proposal.approval();
        approvals
                .create(subject)
                .set(ApprovalColumns.KIND, proposal.kind())
                .set(ApprovalColumns.STATUS, ApprovalStatus.PROPOSED.code())
                .set(ApprovalColumns.SUBJECT, proposal.subject())
                .set(ApprovalColumns.FIRST, event.first())
                .set(ApprovalColumns.SECOND, event.second())
                .set(ApprovalColumns.THIRD, event.third())
                .set(ApprovalColumns.FOURTH, event.fourth())
                .set(ApprovalColumns.FIFTH, event.fifth())
                .set(ApprovalColumns.PROPOSER, proposal.key())
                .set(ApprovalColumns.PROPOSER_SEQUENCE, proposal.keySequence())
                .set(ApprovalColumns.EXPIRES_AT_MS, event.expiresAtMs())
                .set(ApprovalColumns.CREATED_AT_MS, frame.atMs())
                .set(ApprovalColumns.TEXT_SEQUENCE, proposal.textSequence())
                .set(ApprovalColumns.LAST_SEQUENCE, frame.sequence())
                .set(ApprovalColumns.TEXT, texts.of(proposal.textSequence(), frame))
                .set(ApprovalColumns.PROPOSER_TEXT, texts.of(proposal.keySequence(), frame));
        about(proposal, ApprovalStatus.PROPOSED, facts);
        facts.time("expires_at", event.expiresAtMs());
    }

    private RowChange end(ProposalDecoder proposal, ApprovalStatus status, JsonFacts facts) {
        subject = proposal.approval();
        about(proposal, status, facts);
        return approvals
                .change(subject)
                .set(ApprovalColumns.STATUS, status.code())
                .set(ApprovalColumns.DECIDED_AT_MS, frame.atMs())
                .set(ApprovalColumns.LAST_SEQUENCE, frame.sequence());
    }

    /** By a person: the text of his command says why. */
    private void decided(long key, long keySequence, JsonFacts facts) {
        @Nullable String text = frame.anyText();
        approvals
                .change(subject)
                .set(ApprovalColumns.DECIDER, key)
                .set(ApprovalColumns.DECIDER_SEQUENCE, keySequence)
                .set(ApprovalColumns.DECISION_SEQUENCE, frame.sequence())
                .set(ApprovalColumns.DECISION, text)
                .set(ApprovalColumns.DECIDER_TEXT, texts.of(keySequence, frame));
        facts.raw("decided_by", person(key, keySequence))
                .raw("note", quoted(TextMembers.string(text, "note")));
    }

    private void about(ProposalDecoder proposal, ApprovalStatus status, JsonFacts facts) {
        ApprovalKind kind = ApprovalKind.of(proposal.kind());
        @Nullable String text = texts.of(proposal.textSequence(), frame);
        @Nullable String reason = TextMembers.string(text, "reason");
        facts.id("id", IdKind.APPROVAL, proposal.approval())
                .name("object", "approval")
                .name("status", status.label())
                .name("action", kind.label())
                .id("subject", kind.subject(), proposal.subject())
                .raw("proposed_by", person(proposal.key(), proposal.keySequence()))
                .raw("reason", quoted(reason == null ? TextMembers.string(text, "note") : reason));
    }

    private String person(long key, long keySequence) {
        String name = quoted(TextMembers.string(texts.of(keySequence, frame), "person"));
        return "{\"key\":\"" + ObjectId.toText(IdKind.KEY, key) + "\",\"person\":" + name + "}";
    }

    private static String quoted(@Nullable String text) {
        return text == null
                ? "null"
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
