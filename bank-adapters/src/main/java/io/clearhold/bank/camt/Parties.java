package io.clearhold.bank.camt;

import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;

/** {@code RltdPties}: who paid whom. */
record Parties(Party debtor, Party creditor) {
    /** A name and an account, each empty if not given. */
    record Party(String name, String account) {
        static final Party NONE = new Party("", "");
    }

    private static final int MAX_ACCOUNT = 64;

    static final Parties NONE = new Parties(Party.NONE, Party.NONE);

    /** Who is on the other side of an entry. */
    Party counterparty(EntryDirection direction) {
        return switch (direction) {
            case CREDIT -> debtor;
            case DEBIT -> creditor;
        };
    }

    static Parties read(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        String debtor = "";
        String debtorAccount = "";
        String creditor = "";
        String creditorAccount = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Dbtr" -> debtor = name(cursor, fields);
                case "DbtrAcct" -> debtorAccount = account(cursor, fields);
                case "Cdtr" -> creditor = name(cursor, fields);
                case "CdtrAcct" -> creditorAccount = account(cursor, fields);
                default -> {}
            }
        }
        return new Parties(new Party(debtor, debtorAccount), new Party(creditor, creditorAccount));
    }

    /** {@code Nm}, within a {@code Pty} of its own from version 07 on. */
    private static String name(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        String name = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Nm" -> name = fields.text();
                case "Pty" -> name = name(cursor, fields);
                default -> {}
            }
        }
        return name;
    }

    private static String account(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        String account = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("Id")) {
                int id = cursor.depth();
                while (cursor.nextChild(id)) {
                    switch (cursor.name()) {
                        case "IBAN" -> account = fields.text();
                        case "Othr" -> account = CamtFields.child(cursor, "Id", MAX_ACCOUNT);
                        default -> {}
                    }
                }
            }
        }
        return account;
    }
}
