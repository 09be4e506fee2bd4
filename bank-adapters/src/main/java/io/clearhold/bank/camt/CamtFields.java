package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Small structures that occur in many places of a message. */
final class CamtFields {
    private static final int MAX_DATE = 64;

    private CamtFields() {}

    /** {@code Dt} or {@code DtTm} within the present element, or a date right in it. */
    static Optional<LocalDate> date(XmlCursor cursor) throws IOException, FileRefusedException {
        Optional<LocalDate> date = Optional.empty();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("Dt") || cursor.name().equals("DtTm")) {
                date = CamtDates.date(cursor.text(MAX_DATE));
            }
        }
        return date;
    }

    /** {@code Cd} or {@code Prtry} within the present element; the first one that is given. */
    static String code(XmlCursor cursor, int maxLength) throws IOException, FileRefusedException {
        String code = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("Cd") || cursor.name().equals("Prtry")) {
                String text = cursor.text(maxLength);
                code = code.isEmpty() ? text : code;
            }
        }
        return code;
    }

    /** The first of the named children of the present element, whatever is in it as text. */
    static String child(XmlCursor cursor, String name, int maxLength)
            throws IOException, FileRefusedException {
        String found = "";
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals(name) && found.isEmpty()) {
                found = cursor.text(maxLength);
            }
        }
        return found;
    }
}
