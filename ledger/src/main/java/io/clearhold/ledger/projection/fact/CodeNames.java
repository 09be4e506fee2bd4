package io.clearhold.ledger.projection.fact;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakResolution;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;
import java.util.Locale;

/**
 * The names under which stored codes stand in the database, so that a person can read it; 0 is
 * "none" where the code itself has no name for it.
 */
final class CodeNames {
    private static final String NONE = "none";

    private CodeNames() {}

    static String paymentStatus(long code) {
        return PaymentStatus.of((int) code).label();
    }

    static String paymentMode(long code) {
        return PaymentMode.of((int) code).label();
    }

    static String milestoneStatus(long code) {
        return MilestoneStatus.of((int) code).label();
    }

    static String refundStatus(long code) {
        return RefundStatus.of((int) code).label();
    }

    static String disputeStatus(long code) {
        return DisputeStatus.of((int) code).label();
    }

    static String disputeParty(long code) {
        return code == 0 ? NONE : DisputeParty.of((int) code).label();
    }

    static String payoutStatus(long code) {
        return PayoutStatus.of((int) code).label();
    }

    static String payoutInterval(long code) {
        return code == 0 ? PayoutInterval.MANUAL.label() : PayoutInterval.of((int) code).label();
    }

    static String topUpStatus(long code) {
        return TopUpStatus.of((int) code).label();
    }

    static String accountStatus(long code) {
        return AccountStatus.of((int) code).label();
    }

    static String accountType(long code) {
        return AccountType.of((int) code).label();
    }

    static String role(long code) {
        return Role.of((int) code).label();
    }

    static String instructionKind(long code) {
        return InstructionKind.of((int) code).label();
    }

    static String instructionStatus(long code) {
        return InstructionStatus.of((int) code).label();
    }

    static String failure(long code) {
        return FailureReason.of((int) code).label();
    }

    static String cause(long code) {
        return code == 0 ? NONE : Cause.of((int) code).label();
    }

    static String evidence(long code) {
        return code == 0 ? NONE : Evidence.of((int) code).label();
    }

    static String shareKind(long code) {
        return ShareKind.of((int) code).name().toLowerCase(Locale.ROOT);
    }

    static String statementFormat(long code) {
        return StatementFormat.of((int) code).label();
    }

    static String statementStatus(long code) {
        return StatementStatus.of((int) code).label();
    }

    static String breakType(long code) {
        return BreakType.of((int) code).label();
    }

    static String breakStatus(long code) {
        return BreakStatus.of((int) code).label();
    }

    static String breakResolution(long code) {
        return code == 0 ? NONE : BreakResolution.of((int) code).label();
    }

    static String breakAction(long code) {
        return code == 0 ? NONE : BreakAction.of((int) code).label();
    }

    static String side(long code) {
        return EntrySide.of((int) code).label();
    }

    static String movement(long code) {
        return code == 0 ? NONE : MovementKind.of((int) code).label();
    }

    static String chargebackStatus(long code) {
        return ChargebackStatus.of((int) code).label();
    }

    static String approvalKind(long code) {
        return ApprovalKind.of((int) code).label();
    }

    static String approvalStatus(long code) {
        return ApprovalStatus.of((int) code).label();
    }

    static String webhookEndpointStatus(long code) {
        return WebhookEndpointStatus.of((int) code).label();
    }

    static String currency(long number) {
        return Currencies.code((int) number);
    }
}
