package io.clearhold.bank.statement;

/**
 * Gets the content of a file in its order: the file's head; for each statement its head, its
 * entries and its end; findings wherever they arise. What it throws ends the reading and comes
 * through.
 */
public interface StatementHandler {
    void file(FileHead head);

    void statementBegins(StatementHead head);

    void entry(StatementEntry entry);

    /** In the place of an entry; the same finding was just told. */
    void quarantined(QuarantinedEntry entry);

    void statementEnds(StatementEnd end);

    /** There may be one for each entry and more: keep what fits. */
    void finding(Finding finding);
}
