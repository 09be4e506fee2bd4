package io.clearhold.gateway.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request before the ring. It has no stack trace: it is an answer, not a fault. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final String detail;
    private final @Nullable String param;

    private RequestRefused(ProblemCode code, String detail, @Nullable String param) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.param = param;
    }

    public static RequestRefused of(ProblemCode code) {
        return new RequestRefused(code, code.detail(), null);
    }

    public static RequestRefused of(ProblemCode code, String detail) {
        return new RequestRefused(code, detail, null);
    }

    /** One field is at fault; {@code param} is its JSON pointer. */
    public static RequestRefused field(ProblemCode code, String param, String detail) {
        return new RequestRefused(code, detail, param);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String param() {
        return param;
    }
}
