package io.clearhold.bank.intake;

import io.clearhold.bank.statement.EntryStatus;
import io.clearhold.bank.statement.FileHead;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.FindingSeverity;
import io.clearhold.bank.statement.QuarantinedEntry;
import io.clearhold.bank.statement.StatementEnd;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.statement.StatementHandler;
import io.clearhold.bank.statement.StatementHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file as a whole before anything of it is posted: findings, days, counts. */
final class FirstPass implements StatementHandler {
    private static final int MOST_DAYS = 10_000;

    private final String account;
    private final Findings findings;
    private final List<CoveredDays.Day> days = new ArrayList<>();
    private CoveredDays covered = new CoveredDays();
    private @Nullable FileHead file;
    private @Nullable StatementHead statement;
    private boolean foreign;
    private boolean anyForeign;
    private boolean daysCut;
    private long booked;
    private long quarantined;
    private long notBooked;

    /**
     * A pass over one file.
     *
     * @param account how our own accounts are identified; the currency follows it
     */
    FirstPass(String account, Findings findings) {
        this.account = account;
        this.findings = findings;
    }

    /** Whether a statement is about an account that is not ours. */
    boolean isForeign() {
        return anyForeign;
    }

    /** Days of our own accounts. */
    List<CoveredDays.Day> days() {
        return days;
    }

    long lines() {
        return booked + quarantined;
    }

    long quarantined() {
        return quarantined;
    }

    Optional<FileHead> head() {
        return Optional.ofNullable(file);
    }

    @Override
    public void file(FileHead head) {
        file = head;
    }

    @Override
    public void statementBegins(StatementHead head) {
        statement = head;
        covered = new CoveredDays();
        foreign = !head.account().value().equals(account + head.currency());
        if (foreign) {
            anyForeign = true;
            findings.add(
                    FindingSeverity.WARNING,
                    "account_mismatch",
                    head.line(),
                    "Acct",
                    "The statement is about another account than the one this channel settles to.");
        }
    }

    @Override
    public void entry(StatementEntry entry) {
        if (entry.status() == EntryStatus.BOOKED) {
            booked++;
            covered.add(entry);
        } else {
            notBooked++;
        }
    }

    @Override
    public void quarantined(QuarantinedEntry entry) {
        quarantined++;
    }

    @Override
    public void statementEnds(StatementEnd end) {
        StatementHead head = statement;
        FileHead about = file;
        if (head != null && about != null && !foreign) {
            add(covered.end(head, end, about.createdAt()));
        }
        if (notBooked > 0) {
            findings.add(
                    FindingSeverity.INFO,
                    "not_booked",
                    0,
                    "",
                    notBooked + " entries are not booked yet and were not posted.");
            notBooked = 0;
        }
    }

    /** One command takes so many days; a file that covers more counts for the first of them. */
    private void add(List<CoveredDays.Day> more) {
        int room = Math.min(more.size(), MOST_DAYS - days.size());
        days.addAll(more.subList(0, room));
        if (room < more.size() && !daysCut) {
            daysCut = true;
            findings.add(
                    FindingSeverity.WARNING,
                    "days_cut",
                    0,
                    "",
                    "The file covers more than " + MOST_DAYS + " days of accounts.");
        }
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }
}
