package io.clearhold.core.view;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import java.util.Optional;

/** Which approvals; 0 and empty leave a field open. */
public record ApprovalFilter(
        Optional<ApprovalStatus> status, Optional<ApprovalKind> kind, TimeRange created) {}
