package io.clearhold.bank.camt;

import io.clearhold.bank.statement.AccountIdentification;
import io.clearhold.bank.statement.Balance;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import io.clearhold.bank.statement.FindingLog;
import io.clearhold.bank.statement.Page;
import io.clearhold.bank.statement.StatementHead;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** What of a {@code Stmt} stands before its balances: the account, the period, the numbers. */
final class StatementHeadReading {
    private static final int MAX_LENGTH = 64;

    private final XmlCursor cursor;
    private final StatementLimits limits;
    private final FindingLog findings;
    private final int ordinal;
    private final long line;
    private String statementId = "";
    private String electronicSequence = "";
    private String legalSequence = "";
    private String iban = "";
    private String otherAccount = "";
    private String currency = "";
    private Page page = Page.ONLY;
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();

    StatementHeadReading(
            XmlCursor cursor, StatementLimits limits, FindingLog findings, int ordinal) {
        this.cursor = cursor;
        this.limits = limits;
        this.findings = findings;
        this.ordinal = ordinal;
        line = cursor.line();
    }

    /** Takes the present element in, if it is of the head. */
    void read() throws IOException, FileRefusedException {
        switch (cursor.name()) {
            case "Id" -> statementId = cursor.text(limits.maxReferenceLength());
            case "ElctrncSeqNb" -> electronicSequence = cursor.text(MAX_LENGTH);
            case "LglSeqNb" -> legalSequence = cursor.text(MAX_LENGTH);
            case "StmtPgntn" -> page = Pagination.read(cursor);
            case "FrToDt" -> period();
            case "Acct" -> account();
            default -> {}
        }
    }

    private void period() throws IOException, FileRefusedException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "FrDtTm", "FrDt" -> from = day();
                case "ToDtTm", "ToDt" -> to = day();
                default -> {}
            }
        }
    }

    private Optional<LocalDate> day() throws IOException, FileRefusedException {
        long at = cursor.line();
        String field = cursor.name();
        Optional<LocalDate> day = CamtDates.date(cursor.text(MAX_LENGTH));
        if (day.isEmpty()) {
            findings.report(FindingCode.DATE_INVALID, at, field, "This is not a date.");
        }
        return day;
    }

    private void account() throws IOException, FileRefusedException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Id" -> identification();
                case "Ccy" -> currency = cursor.text(MAX_LENGTH);
                default -> {}
            }
        }
    }

    private void identification() throws IOException, FileRefusedException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "IBAN" -> iban = cursor.text(limits.maxReferenceLength());
                case "Othr" ->
                        otherAccount = CamtFields.child(cursor, "Id", limits.maxReferenceLength());
                // As versions before 02 had it.
                case "PrtryAcct", "BBAN" -> otherAccount = cursor.text(limits.maxReferenceLength());
                default -> {}
            }
        }
    }

    /** The whole head, once the balances are known. */
    StatementHead head(BalanceReading balances) throws FileRefusedException {
        if (iban.isEmpty() && otherAccount.isEmpty()) {
            throw new FileRefusedException(
                    FindingCode.ACCOUNT_MISSING,
                    line,
                    "Acct",
                    "The statement does not say whose account it is about.");
        }
        String own = ownCurrency(balances);
        Optional<Balance> opening = balances.opening(own);
        if (opening.isPresent() && !opening.get().currency().equals(own)) {
            findings.report(
                    FindingCode.BALANCE_CURRENCY,
                    line,
                    "Bal",
                    "The opening balance is in "
                            + opening.get().currency()
                            + ", the account in "
                            + own
                            + ".");
            opening = Optional.empty();
        }
        AccountIdentification account =
                iban.isEmpty()
                        ? new AccountIdentification(
                                AccountIdentification.Scheme.OTHER, otherAccount)
                        : new AccountIdentification(AccountIdentification.Scheme.IBAN, iban);
        return new StatementHead(
                ordinal,
                line,
                account,
                own,
                statementId,
                electronicSequence,
                legalSequence,
                page,
                from,
                to,
                opening);
    }

    /** The account's currency, where it is not given that of its balances. */
    private String ownCurrency(BalanceReading balances) throws FileRefusedException {
        if (!currency.isEmpty()) {
            return currency;
        }
        if (balances.currency().isEmpty()) {
            throw new FileRefusedException(
                    FindingCode.CURRENCY_MISSING,
                    line,
                    "Acct",
                    "Neither the account nor a balance has a currency.");
        }
        return balances.currency();
    }
}
