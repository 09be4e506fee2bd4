package io.clearhold.gateway.render;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** Why something came to nothing, as code and sentence. */
final class Failures {
    private static final JsonName CODE = JsonName.of("code");
    private static final JsonName MESSAGE = JsonName.of("message");

    private Failures() {}

    /** Appends the member, null if nothing failed. */
    static void member(JsonName name, int code, JsonWriter out) {
        FailureReason reason = FailureReason.of(code);
        if (reason == FailureReason.NONE) {
            out.memberNull(name);
            return;
        }
        out.name(name).beginObject();
        out.member(CODE, reason.label());
        out.member(MESSAGE, message(reason));
        out.endObject();
    }

    private static String message(FailureReason reason) {
        return switch (reason) {
            case NONE -> "";
            case DECLINED -> "The bank declined.";
            case NOT_COLLECTED -> "The bank collected nothing.";
            case WRONG_AMOUNT -> "Another amount came than was asked for; it is in suspense.";
            case LATE -> "Money came after the attempt had ended; it is in suspense.";
            case DUPLICATE -> "Money came a second time; it is in suspense.";
            case WRONG_CURRENCY -> "Money came in another currency; it is in suspense.";
            case CANCELED -> "It was canceled before it left.";
            case CLOSED -> "The channel closed it at our request.";
            case RETURNED -> "It came back after it had left.";
            case TIMEOUT -> "The bank did not answer in time.";
            case CONNECTION_LOST -> "The connection to the bank broke.";
            case BANK_ERROR -> "The bank answered with an error of its own.";
            case RESTART -> "This server restarted while it waited for the bank.";
            case ACCOUNT_CLOSED -> "Money came for a closed account; it is in suspense.";
            case REFUSED -> "It was looked at and refused.";
        };
    }
}
