package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;

/** {@code RmtInf}: what the payer wrote, free or as a creditor's reference. */
final class Remittance {
    /** All parts together; what follows is left out. */
    private static final int MAX_LENGTH = 1_000;

    private Remittance() {}

    static String read(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        StringBuilder text = new StringBuilder();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (text.length() >= MAX_LENGTH) {
                continue;
            }
            switch (cursor.name()) {
                case "Ustrd" -> append(text, fields.text());
                case "Strd" -> append(text, structured(cursor, fields));
                default -> {}
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        if (!part.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(part);
        }
    }

    private static String structured(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        String reference = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("CdtrRefInf")) {
                int inner = cursor.depth();
                while (cursor.nextChild(inner)) {
                    if (cursor.name().equals("Ref")) {
                        reference = fields.text();
                    }
                }
            }
        }
        return reference;
    }
}
