package io.clearhold.gateway.problem;

import io.clearhold.core.port.ReplyHandler.Failure;

/**
 * What the gateway refuses by itself; the ledger's own refusals are {@link
 * io.clearhold.core.result.ResultCode}. In the order in which they are checked.
 */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "malformed_request", "This is not HTTP/1.1 as RFC 9112 has it."),
    REQUEST_TIMEOUT(408, "request_timeout", "The request did not arrive completely in time."),
    URI_TOO_LONG(414, "uri_too_long", "The request target is too long."),
    HEADERS_TOO_LARGE(431, "headers_too_large", "The header fields are too large or too many."),
    EXPECTATION_FAILED(
            417, "expectation_failed", "The only expectation known here is 100-continue."),
    BODY_TOO_LARGE(413, "body_too_large", "The body is larger than this server takes."),
    UNAUTHENTICATED(401, "unauthenticated", "Give a valid key or secret."),
    NOT_FOUND(404, "not_found", "There is nothing at this path."),
    METHOD_NOT_ALLOWED(405, "method_not_allowed", "This path does not know the method."),
    NOT_IN_BATCH(422, "not_in_batch", "This operation cannot be in a batch: call it by itself."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "A body must be application/json."),
    IDEMPOTENCY_KEY_MISSING(
            400, "idempotency_key_missing", "Every POST needs the header Idempotency-Key."),
    INVALID_IDEMPOTENCY_KEY(
            400, "invalid_idempotency_key", "Idempotency-Key is 1 to 255 printable ASCII."),
    INVALID_JSON(400, "invalid_json", "The body is not one JSON value in UTF-8."),
    UNKNOWN_FIELD(400, "unknown_field", "This operation does not know the field."),
    INVALID_FIELD(400, "invalid_field", "The field has the wrong type or value."),
    FORBIDDEN(403, "forbidden", "This key or secret may not do that."),
    SANDBOX_ONLY(403, "sandbox_only", "Only a sandbox has a bank of its own."),
    IDEMPOTENCY_IN_FLIGHT(
            409, "idempotency_in_flight", "The first request with this key is still under way."),
    IDEMPOTENCY_KEY_REUSED(
            422, "idempotency_key_reused", "The key was used with another method, path or body."),
    OVERLOADED(503, "overloaded", "Too much at once: nothing happened, try again soon."),
    UNAVAILABLE(503, "unavailable", "The ledger is not available: nothing happened."),
    STORAGE_FULL(503, "storage_full", "The disk's reserve is reached: nothing happened."),
    OUTCOME_UNKNOWN(
            503,
            "outcome_unknown",
            "It was enqueued and may have happened: ask again with the same key."),
    VIEW_UNAVAILABLE(503, "view_unavailable", "Lists are not available; everything else is."),
    VIEW_BEHIND(503, "view_behind", "The list is not as far as it was asked to be."),
    PROOF_UNAVAILABLE(
            503, "proof_unavailable", "The proof of the ledger is not available; all else is."),
    STATEMENT_REFUSED(422, "statement_refused", "The file is no statement that can be used."),
    INTERNAL_ERROR(500, "internal_error", "A fault of this server; it was logged.");

    private final int httpStatus;
    private final String code;
    private final String detail;

    ProblemCode(int httpStatus, String code, String detail) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.detail = detail;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The stable name in {@code code} of a problem document. */
    public String code() {
        return code;
    }

    /** The sentence when nothing more can be said. */
    public String detail() {
        return detail;
    }

    /** What it means for a client that the ledger has no result. */
    public static ProblemCode of(Failure failure) {
        return switch (failure) {
            case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
            case STOPPED -> UNAVAILABLE;
            case STORAGE_FULL -> STORAGE_FULL;
        };
    }

    /** Seconds after which to try again, or 0 if that would not help. */
    public int retryAfterSeconds() {
        return switch (this) {
            case OVERLOADED, OUTCOME_UNKNOWN, VIEW_BEHIND, PROOF_UNAVAILABLE -> 1;
            case UNAVAILABLE, STORAGE_FULL, VIEW_UNAVAILABLE -> 5;
            case MALFORMED_REQUEST,
                    REQUEST_TIMEOUT,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    EXPECTATION_FAILED,
                    BODY_TOO_LARGE,
                    UNAUTHENTICATED,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_IN_BATCH,
                    UNSUPPORTED_MEDIA_TYPE,
                    IDEMPOTENCY_KEY_MISSING,
                    INVALID_IDEMPOTENCY_KEY,
                    INVALID_JSON,
                    UNKNOWN_FIELD,
                    INVALID_FIELD,
                    FORBIDDEN,
                    SANDBOX_ONLY,
                    IDEMPOTENCY_IN_FLIGHT,
                    IDEMPOTENCY_KEY_REUSED,
                    STATEMENT_REFUSED,
                    INTERNAL_ERROR ->
                    0;
        };
    }
}
