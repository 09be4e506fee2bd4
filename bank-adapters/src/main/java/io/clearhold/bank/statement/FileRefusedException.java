package io.clearhold.bank.statement;

/** Ends the reading of a file that cannot be used; readers turn it into their outcome. */
public final class FileRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Finding why;

    public FileRefusedException(Finding why) {
        super(why.detail(), null, false, false);
        this.why = why;
    }

    public FileRefusedException(FindingCode code, long line, String field, String detail) {
        this(new Finding(code, line, field, detail));
    }

    public Finding why() {
        return why;
    }
}
