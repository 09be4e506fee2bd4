package io.clearhold.ledger.projection.row;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text format of COPY, built in place. A character that PostgreSQL cannot keep (U+0000)
 * is replaced, so that no text can stop the projection. Confined to one thread.
 */
public final class CopyBuffer {
    private static final int FIRST_LENGTH = 1 << 14;
    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes = new byte[FIRST_LENGTH];
    private int length;
    private int rows;
    private boolean firstField = true;

    public int rows() {
        return rows;
    }

    public void clear() {
        length = 0;
        rows = 0;
        firstField = true;
    }

    public void putNumber(long value) {
        separate();
        reserve(LONGEST_NUMBER);
        if (value == Long.MIN_VALUE) {
            ascii("-9223372036854775808");
            return;
        }
        long rest = Math.abs(value);
        int end = length + digits(rest) + (value < 0 ? 1 : 0);
        if (value < 0) {
            bytes[length] = '-';
        }
        length = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
    }

    public void putFlag(boolean value) {
        separate();
        ascii(value ? "t" : "f");
    }

    public void putNull() {
        separate();
        ascii("\\N");
    }

    public void putText(@Nullable String text) {
        if (text == null) {
            putNull();
            return;
        }
        separate();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        reserve(2 * utf8.length + 2);
        for (byte b : utf8) {
            switch (b) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case 0 -> bytes[length++] = '?';
                default -> bytes[length++] = b;
            }
        }
    }

    public void endRow() {
        reserve(1);
        bytes[length++] = '\n';
        rows++;
        firstField = true;
    }

    /** Sends all rows with a COPY statement; nothing is sent when there are none. */
    public void copyTo(Connection connection, String copy) throws SQLException {
        if (rows == 0) {
            return;
        }
        CopyIn target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            target.writeToCopy(bytes, 0, length);
            target.endCopy();
        } finally {
            if (target.isActive()) {
                target.cancelCopy();
            }
        }
    }

    private void separate() {
        if (!firstField) {
            reserve(1);
            bytes[length++] = '\t';
        }
        firstField = false;
    }

    private void escape(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
