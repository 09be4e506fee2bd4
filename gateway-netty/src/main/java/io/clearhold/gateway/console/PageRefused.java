package io.clearhold.gateway.console;

/** What a page wanted to show cannot be shown; one sentence says why. No stack trace: an answer. */
final class PageRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    PageRefused(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    boolean isMissing() {
        return status == 404;
    }

    /** For a person in front of a page. */
    String sentence() {
        return switch (code) {
            case "view_unavailable" ->
                    "This is read from PostgreSQL, which does not answer at present; payments, the"
                            + " overview and a payment by its id go on.";
            case "view_behind" ->
                    "The view in PostgreSQL is still catching up: reload in a moment.";
            case "not_found" -> "There is no such thing in this ledger.";
            default -> String.valueOf(getMessage());
        };
    }
}
