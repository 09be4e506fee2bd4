package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.Page;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;

/** {@code MsgPgntn} and {@code StmtPgntn}. */
final class Pagination {
    private static final int MAX_LENGTH = 16;

    private Pagination() {}

    static Page read(XmlCursor cursor) throws IOException, FileRefusedException {
        int number = 1;
        boolean last = true;
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "PgNb" -> number = number(cursor.text(MAX_LENGTH));
                case "LastPgInd" -> {
                    String text = cursor.text(MAX_LENGTH);
                    last = text.equals("true") || text.equals("1");
                }
                default -> {}
            }
        }
        return new Page(number, last);
    }

    /** What is no number cannot be the first page. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
