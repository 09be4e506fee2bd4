package io.clearhold.config.journal;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.result.ResultCode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A number of a message as people write it, by the name of its field. What has no better form stays
 * a number; so does a code that this version does not know.
 */
final class FieldText {
    private FieldText() {}

    static String of(String message, String field, long value) {
        try {
            return known(message, field, value);
        } catch (IllegalArgumentException e) {
            return Long.toString(value);
        }
    }

    private static String known(String message, String field, long value) {
        int code = (int) value;
        return switch (field) {
            case "payment" -> id(IdKind.PAYMENT, value);
            case "link" -> id(IdKind.PAYMENT_LINK, value);
            case "refund" -> id(IdKind.REFUND, value);
            case "payout" -> id(IdKind.PAYOUT, value);
            case "instruction", "afterInstruction" -> id(IdKind.INSTRUCTION, value);
            case "account", "payee", "payer", "wallet" -> id(IdKind.ACCOUNT, value);
            case "approval" -> id(IdKind.APPROVAL, value);
            case "endpoint" -> id(IdKind.WEBHOOK_ENDPOINT, value);
            case "key", "proposerKey", "deciderKey" -> id(IdKind.KEY, value);
            case "currency" -> code == 0 ? "0" : Currencies.code(code);
            case "role", "creatorRole", "ownerRole" -> name(Role.of(code));
            case "cause" -> name(Cause.of(code));
            case "evidence" -> name(Evidence.of(code));
            case "outcome" -> name(BankOutcome.of(code));
            case "statusAfter" ->
                    message.startsWith("Milestone")
                            ? name(MilestoneStatus.of(code))
                            : name(PaymentStatus.of(code));
            case "failure" ->
                    message.equals("ApprovalResult")
                            ? ResultCode.of(code).code()
                            : name(FailureReason.of(code));
            case "lastError", "why" -> name(FailureReason.of(code));
            case "reason" -> name(FailureReason.of(code));
            case "feeKind" -> name(ShareKind.of(code));
            case "methodKind" -> name(MethodKind.of(code));
            case "code" -> ResultCode.of(code).code();
            case "type" ->
                    message.equals("AdjustLedger") || message.equals("LedgerAdjusted")
                            ? name(AdjustmentType.of(code))
                            : name(AccountType.of(code));
            case "mode" ->
                    message.startsWith("Configure")
                            ? name(ServerMode.of(code))
                            : name(PaymentMode.of(code));
            case "kind" -> kind(message, code);
            case "status" -> status(message, code);
            case "journalIdHigh",
                    "journalIdLow",
                    "stateHashHigh",
                    "stateHashLow",
                    "referenceHigh",
                    "referenceLow",
                    "personHigh",
                    "personLow",
                    "idempotencyHigh",
                    "idempotencyLow",
                    "digestHigh",
                    "digestLow" ->
                    HexFormat.of().toHexDigits(value);
            default -> isTime(field) ? time(value) : Long.toString(value);
        };
    }

    private static String kind(String message, int code) {
        return switch (message) {
            case "TrialBalanceResult" -> AccountKind.of(code).label();
            case "ApprovalResult", "Proposal" -> ApprovalKind.of(code).label();
            case "InstructionQueued", "InstructionList" -> name(InstructionKind.of(code));
            default -> name(ShareKind.of(code));
        };
    }

    private static String status(String message, int code) {
        return switch (message) {
            case "PaymentResult" -> name(PaymentStatus.of(code));
            case "RefundResult" -> name(RefundStatus.of(code));
            case "PayoutResult" -> name(PayoutStatus.of(code));
            case "InstructionList" -> name(InstructionStatus.of(code));
            case "ApprovalResult" -> ApprovalStatus.of(code).label();
            case "WebhookEndpointResult" -> name(WebhookEndpointStatus.of(code));
            default -> Integer.toString(code);
        };
    }

    /** Points in time; a span of time ends in Ms too. */
    private static boolean isTime(String field) {
        return switch (field) {
            case "payByMs",
                    "shipByMs",
                    "autoConfirmAtMs",
                    "nextActionMs",
                    "createdAtMs",
                    "expiresAtMs",
                    "decidedAtMs",
                    "toMs",
                    "targetMs",
                    "nowMs",
                    "nextDeadlineMs" ->
                    true;
            default -> false;
        };
    }

    private static String time(long ms) {
        return ms == 0 || ms == Long.MAX_VALUE ? "none" : Instant.ofEpochMilli(ms).toString();
    }

    private static String id(IdKind kind, long value) {
        return value == ObjectId.NONE ? "none" : ObjectId.toText(kind, value);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
