package io.clearhold.bench.http;

import io.clearhold.bench.load.AnswerCheck;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Looks at every operation of a batch's answer: each must be a created payment. They are nearly all
 * equally long, so each is first looked for where the one before leads to expect it.
 */
final class BatchAnswers implements AnswerCheck {
    private static final int OK = 200;
    private static final byte[] HEAD =
            "{\"object\":\"list\",\"data\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CREATED =
            "{\"status\":201,\"body\":{\"id\":\"pay_".getBytes(StandardCharsets.US_ASCII);

    private final int operations;

    BatchAnswers(int operations) {
        this.operations = operations;
    }

    @Override
    public boolean isExpected(int status, ByteBuffer bytes, int from, int to) {
        int at = from + HEAD.length;
        if (status != OK || !isCreated(bytes, at, to)) {
            return false;
        }
        int stride = 0;
        for (int i = 1; i < operations; i++) {
            int next = at + stride;
            if (stride == 0 || !isCreated(bytes, next, to)) {
                next = find(bytes, at + CREATED.length, to);
            }
            if (next < 0) {
                return false;
            }
            stride = next - at;
            at = next;
        }
        return find(bytes, at + CREATED.length, to) < 0;
    }

    private static int find(ByteBuffer bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes.get(at) == '{' && isCreated(bytes, at, to)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isCreated(ByteBuffer bytes, int at, int to) {
        if (at + CREATED.length > to) {
            return false;
        }
        for (int i = 0; i < CREATED.length; i++) {
            if (bytes.get(at + i) != CREATED[i]) {
                return false;
            }
        }
        return true;
    }
}
