package io.clearhold.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Finds the end of an HTTP/1.1 answer and reads its status. It understands what the servers under
 * test send: one answer at a time, with a Content-Length.
 */
final class ResponseParser {
    private static final byte[] CONTENT_LENGTH = {
        'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'
    };
    private static final int STATUS_AT = 9;
    private static final int UNKNOWN = -1;

    private int end = UNKNOWN;
    private int bodyAt = UNKNOWN;
    private int status;

    /**
     * Looks at the {@code length} bytes that have come so far.
     *
     * @return whether the answer is complete; the next call then begins another
     */
    boolean isComplete(ByteBuffer bytes, int length) throws IOException {
        if (end == UNKNOWN && !parseHead(bytes, length)) {
            return false;
        }
        if (length > end) {
            throw new IOException("bytes after the answer");
        }
        boolean complete = length == end;
        if (complete) {
            end = UNKNOWN;
        }
        return complete;
    }

    /** The status of the last answer. */
    int status() {
        return status;
    }

    /** Where its body began. */
    int bodyAt() {
        return bodyAt;
    }

    private boolean parseHead(ByteBuffer bytes, int length) throws IOException {
        int contentLength = UNKNOWN;
        int lineAt = 0;
        for (int at = 0; at < length; at++) {
            if (bytes.get(at) != '\n') {
                continue;
            }
            boolean empty = at - lineAt <= 1;
            if (empty) {
                if (contentLength == UNKNOWN) {
                    throw new IOException("an answer without Content-Length");
                }
                status = digits(bytes, STATUS_AT, STATUS_AT + 3);
                bodyAt = at + 1;
                end = bodyAt + contentLength;
                return true;
            }
            if (isContentLength(bytes, lineAt, at)) {
                contentLength = digits(bytes, lineAt + CONTENT_LENGTH.length, at);
            }
            lineAt = at + 1;
        }
        return false;
    }

    private static boolean isContentLength(ByteBuffer bytes, int from, int to) {
        if (to - from <= CONTENT_LENGTH.length) {
            return false;
        }
        for (int i = 0; i < CONTENT_LENGTH.length; i++) {
            int character = bytes.get(from + i);
            int lower = character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
            if (lower != CONTENT_LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private static int digits(ByteBuffer bytes, int from, int to) throws IOException {
        int value = 0;
        for (int at = from; at < to; at++) {
            int character = bytes.get(at);
            if (character >= '0' && character <= '9') {
                value = value * 10 + character - '0';
            } else if (character != ' ' && character != '\r') {
                throw new IOException("not a number in an answer's head");
            }
        }
        return value;
    }
}
