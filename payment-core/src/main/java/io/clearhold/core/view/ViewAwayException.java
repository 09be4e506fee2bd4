package io.clearhold.core.view;

/** The view cannot be read now; payments and reads by id go on. */
public final class ViewAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ViewAwayException(Throwable cause) {
        super("lists are away: PostgreSQL does not answer (" + cause.getMessage() + ")", cause);
    }
}
