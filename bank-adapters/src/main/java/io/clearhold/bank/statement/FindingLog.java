package io.clearhold.bank.statement;

/** Hands findings to a handler and counts them. Confined to one reading. */
public final class FindingLog {
    private final StatementHandler handler;
    private long count;

    public FindingLog(StatementHandler handler) {
        this.handler = handler;
    }

    public void report(Finding finding) {
        count++;
        handler.finding(finding);
    }

    public void report(FindingCode code, long line, String field, String detail) {
        report(new Finding(code, line, field, detail));
    }

    public long count() {
        return count;
    }
}
