package io.clearhold.bank.support;

import io.clearhold.bank.statement.FileHead;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.QuarantinedEntry;
import io.clearhold.bank.statement.StatementEnd;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementHead;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that a reader tells, in the order of its kinds. */
public final class Readings implements StatementHandler {
    public final List<FileHead> files = new ArrayList<>();
    public final List<StatementHead> heads = new ArrayList<>();
    public final List<StatementEntry> entries = new ArrayList<>();
    public final List<QuarantinedEntry> quarantined = new ArrayList<>();
    public final List<StatementEnd> ends = new ArrayList<>();
    public final List<Finding> findings = new ArrayList<>();

    @Override
    public void file(FileHead head) {
        files.add(head);
    }

    @Override
    public void statementBegins(StatementHead head) {
        heads.add(head);
    }

    @Override
    public void entry(StatementEntry entry) {
        entries.add(entry);
    }

    @Override
    public void quarantined(QuarantinedEntry entry) {
        quarantined.add(entry);
    }

    @Override
    public void statementEnds(StatementEnd end) {
        ends.add(end);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    /** The findings' codes, in order. */
    public List<String> codes() {
        return findings.stream().map(finding -> finding.code().code()).toList();
    }
}
