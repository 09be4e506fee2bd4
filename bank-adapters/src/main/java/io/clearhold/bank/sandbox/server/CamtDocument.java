package io.clearhold.bank.sandbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes statements as camt.053.001.08. Everything follows from the books, the time of creation
 * too: a day that is over gives the same bytes whenever it is asked for.
 */
final class CamtDocument {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private CamtDocument() {}

    /**
     * Writes all of them into one document.
     *
     * @param statements at least one, in the order of days
     */
    static void write(List<BankStatement> statements, OutputStream out) throws IOException {
        XmlElements xml = new XmlElements(out);
        xml.document("Document", NAMESPACE);
        xml.begin("BkToCstmrStmt").begin("GrpHdr");
        xml.text("MsgId", messageId(statements));
        xml.text("CreDtTm", createdAt(statements.getLast()));
        xml.begin("MsgPgntn").text("PgNb", "1").text("LastPgInd", "true").end();
        xml.end();
        for (BankStatement statement : statements) {
            write(statement, xml);
        }
        xml.end().end();
        xml.finish();
    }

    private static String messageId(List<BankStatement> statements) {
        long entries = 0;
        for (BankStatement statement : statements) {
            entries += statement.entries().size();
        }
        return "SBX-"
                + compact(statements.getFirst().date())
                + "-"
                + compact(statements.getLast().date())
                + "-"
                + entries;
    }

    private static void write(BankStatement statement, XmlElements xml) throws IOException {
        xml.begin("Stmt");
        xml.text("Id", statementId(statement));
        xml.begin("StmtPgntn").text("PgNb", "1").text("LastPgInd", "true").end();
        xml.text("ElctrncSeqNb", Long.toString(statement.date().toEpochDay()));
        xml.text("CreDtTm", createdAt(statement));
        xml.begin("FrToDt");
        xml.text("FrDtTm", statement.date() + "T00:00:00Z");
        xml.text("ToDtTm", statement.date() + "T23:59:59Z");
        xml.end();
        xml.begin("Acct").begin("Id").begin("Othr");
        xml.text("Id", BankAccount.identification(statement.currency()));
        xml.end().end();
        xml.text("Ccy", statement.currency()).end();
        CamtAmounts amounts = new CamtAmounts(statement.currency());
        balance(xml, amounts, "OPBD", statement.openingMinor(), statement.date());
        balance(xml, amounts, "CLBD", statement.closingMinor(), statement.date());
        amounts.summary(xml, statement.entries());
        for (BankEntry entry : statement.entries()) {
            CamtEntry.write(entry, amounts, xml);
        }
        xml.end();
    }

    private static String statementId(BankStatement statement) {
        String id = "SBX-" + statement.currency() + "-" + compact(statement.date());
        return statement.closed() ? id : id + "-" + statement.entries().size();
    }

    private static void balance(
            XmlElements xml, CamtAmounts amounts, String code, long signedMinor, LocalDate date)
            throws IOException {
        xml.begin("Bal");
        xml.begin("Tp").begin("CdOrPrtry").text("Cd", code).end().end();
        amounts.signed(xml, signedMinor);
        xml.begin("Dt").text("Dt", date.toString()).end();
        xml.end();
    }

    /** The end of a day that is over, else the last booking of that day. */
    private static String createdAt(BankStatement statement) {
        Instant dayStart = statement.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant time =
                statement.closed()
                        ? dayStart.plusSeconds(86_400)
                        : statement.entries().isEmpty()
                                ? dayStart
                                : Instant.ofEpochMilli(statement.entries().getLast().atMs());
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    private static String compact(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
