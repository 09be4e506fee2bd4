package io.clearhold.gateway.render;

import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.json.Base32;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problem documents (RFC 9457). */
public final class Problems {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName TITLE = JsonName.of("title");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName DETAIL = JsonName.of("detail");
    private static final JsonName CODE = JsonName.of("code");
    private static final JsonName PARAM = JsonName.of("param");
    private static final JsonName REQUEST_ID = JsonName.of("request_id");

    /** The field at fault where the ledger's code leaves no doubt. */
    private static final Map<ResultCode, String> PARAMS = params();

    private Problems() {}

    public static void write(Answer answer, RequestRefused refused) {
        write(answer, refused.code(), refused.detail(), refused.param());
    }

    public static void write(Answer answer, ProblemCode code) {
        write(answer, code, code.detail(), null);
    }

    private static void write(
            Answer answer, ProblemCode code, String detail, @Nullable String param) {
        answer.retryAfterSeconds(code.retryAfterSeconds());
        document(answer, code.httpStatus(), code.code(), detail, param);
    }

    /** What the ledger refused. */
    public static void write(Answer answer, ResultCode code, long first, long second) {
        document(
                answer,
                code.httpStatus(),
                code.code(),
                code.detail(first, second),
                PARAMS.get(code));
    }

    private static void document(
            Answer answer, int status, String code, String detail, @Nullable String param) {
        JsonWriter out = answer.begin(status, MediaType.PROBLEM).beginObject();
        out.member(TYPE, "/docs/errors#" + code);
        out.member(TITLE, title(status));
        out.member(STATUS, status);
        out.member(DETAIL, detail);
        out.member(CODE, code);
        if (param != null) {
            out.member(PARAM, param);
        }
        out.name(REQUEST_ID).beginString();
        requestId(answer.requestId(), out);
        out.endString().endObject();
    }

    /** Appends a request's id as it stands in header and body. */
    public static void requestId(long id, JsonWriter out) {
        out.ascii("req_");
        Base32.put(id, out.reserve(Base32.LONG_LENGTH), out.length());
        out.advance(Base32.LONG_LENGTH);
    }

    /** The reason phrase of a status that this server gives. */
    public static String title(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 303 -> "See Other";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 417 -> "Expectation Failed";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }

    private static Map<ResultCode, String> params() {
        Map<ResultCode, String> params = new EnumMap<>(ResultCode.class);
        params.put(ResultCode.CURRENCY_NOT_SUPPORTED, "/currency");
        params.put(ResultCode.CHANNEL_NOT_FOUND, "/method/channel");
        params.put(ResultCode.PAYEE_NOT_FOUND, "/payee");
        params.put(ResultCode.PAYER_NOT_FOUND, "/payer");
        params.put(ResultCode.SPLIT_ACCOUNT_NOT_FOUND, "/splits");
        params.put(ResultCode.SPLITS_EXCEED_AMOUNT, "/splits");
        params.put(ResultCode.BANK_ACCOUNT_MISSING, "/destination");
        params.put(ResultCode.DUPLICATE_REFERENCE, "/reference");
        params.put(ResultCode.FEE_NOT_ALLOWED, "/fee");
        params.put(ResultCode.AMOUNT_EXCEEDS_HELD, "/amount");
        params.put(ResultCode.PAYER_FULL_REFUND_ONLY, "/amount");
        params.put(ResultCode.INSUFFICIENT_BALANCE, "/amount");
        params.put(ResultCode.EXTENSION_LIMIT, "/seconds");
        params.put(ResultCode.MILESTONES_MISMATCH, "/milestones");
        params.put(ResultCode.MILESTONES_NEED_ESCROW, "/milestones");
        params.put(ResultCode.MILESTONE_NAME_REPEATED, "/milestones");
        params.put(ResultCode.TOO_MANY_MILESTONES, "/milestones");
        params.put(ResultCode.MILESTONE_NOT_FOUND, "/milestone");
        return params;
    }
}
