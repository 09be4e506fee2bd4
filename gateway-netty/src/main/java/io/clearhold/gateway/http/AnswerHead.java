package io.clearhold.gateway.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.clearhold.gateway.render.Problems;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Writes the head of an answer from parts that are bytes already. Confined to one event loop. */
final class AnswerHead {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final byte[][] statusLines = new byte[600][];
    private final Map<MediaType, byte[]> mediaTypes = new EnumMap<>(MediaType.class);
    private final JsonWriter out = new JsonWriter(512);
    private long second;
    private byte[] date = new byte[0];

    AnswerHead() {
        for (MediaType type : MediaType.values()) {
            mediaTypes.put(type, type.fields().getBytes(US_ASCII));
        }
    }

    /** The present time for the header Date, told about once a second. */
    void now(long epochMs) {
        if (epochMs / 1000 != second || date.length == 0) {
            second = epochMs / 1000;
            date =
                    ("Date: " + DATE.format(Instant.ofEpochSecond(second)) + "\r\n")
                            .getBytes(US_ASCII);
        }
    }

    /** The head with its empty line, valid until the next call. */
    JsonWriter write(Answer answer, boolean close) {
        out.reset();
        append(statusLine(answer.status()));
        append(date);
        byte[] type = mediaTypes.get(answer.mediaType());
        if (type != null) {
            append(type);
        }
        out.ascii("Content-Length: ").digits(answer.bodyLength());
        out.ascii("\r\nRequest-Id: ");
        Problems.requestId(answer.requestId(), out);
        if (answer.sequence() != 0) {
            out.ascii("\r\nClearhold-Sequence: ").digits(answer.sequence());
            if (answer.receipt()) {
                out.ascii("\r\nClearhold-Receipt: /v1/ledger/receipts/").digits(answer.sequence());
            }
        }
        if (answer.replayed()) {
            out.ascii("\r\nIdempotency-Replayed: true");
        }
        if (answer.retryAfterSeconds() > 0) {
            out.ascii("\r\nRetry-After: ").digits(answer.retryAfterSeconds());
        }
        if (answer.status() == 401) {
            out.ascii("\r\nWWW-Authenticate: Bearer");
        }
        String allow = answer.allow();
        if (allow != null) {
            out.ascii("\r\nAllow: ").ascii(allow);
        }
        String digest = answer.digest();
        if (digest != null) {
            out.ascii("\r\nRepr-Digest: ").ascii(digest);
        }
        String location = answer.location();
        if (location != null) {
            out.ascii("\r\nLocation: ").ascii(location);
        }
        String cookie = answer.cookie();
        if (cookie != null) {
            out.ascii("\r\nSet-Cookie: ").ascii(cookie);
        }
        if (close) {
            out.ascii("\r\nConnection: close");
        }
        return out.ascii("\r\n\r\n");
    }

    private void append(byte[] bytes) {
        out.put(bytes, 0, bytes.length);
    }

    private byte[] statusLine(int status) {
        byte[] line = statusLines[status];
        if (line == null) {
            line =
                    ("HTTP/1.1 " + status + " " + Problems.title(status) + "\r\n")
                            .getBytes(US_ASCII);
            statusLines[status] = line;
        }
        return line;
    }
}
