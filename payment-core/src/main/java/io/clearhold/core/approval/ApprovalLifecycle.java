package io.clearhold.core.approval;

import static io.clearhold.core.approval.ApprovalStatus.APPROVED;
import static io.clearhold.core.approval.ApprovalStatus.EXPIRED;
import static io.clearhold.core.approval.ApprovalStatus.FAILED;
import static io.clearhold.core.approval.ApprovalStatus.PROPOSED;
import static io.clearhold.core.approval.ApprovalStatus.REJECTED;

import io.clearhold.core.lifecycle.TransitionTable;
import io.clearhold.core.lifecycle.TransitionTable.Row;
import io.clearhold.core.result.ResultCode;
import java.util.List;

/** The one table of an approval's life. */
public final class ApprovalLifecycle {
    public static final TransitionTable<ApprovalStatus, ApprovalTrigger> TABLE =
            new TransitionTable<>(
                    ApprovalStatus.class,
                    ApprovalTrigger.class,
                    List.of(
                            new Row<>(PROPOSED, ApprovalTrigger.APPROVE, APPROVED),
                            new Row<>(PROPOSED, ApprovalTrigger.REJECT, REJECTED),
                            new Row<>(PROPOSED, ApprovalTrigger.EXPIRE, EXPIRED),
                            new Row<>(PROPOSED, ApprovalTrigger.FAIL, FAILED)),
                    (from, trigger) -> refusal(from));

    private ApprovalLifecycle() {}

    private static ResultCode refusal(ApprovalStatus from) {
        return switch (from) {
            case PROPOSED, APPROVED -> ResultCode.ALREADY_APPROVED;
            case REJECTED -> ResultCode.ALREADY_REJECTED;
            case EXPIRED -> ResultCode.APPROVAL_EXPIRED;
            case FAILED -> ResultCode.APPROVAL_FAILED;
        };
    }
}
