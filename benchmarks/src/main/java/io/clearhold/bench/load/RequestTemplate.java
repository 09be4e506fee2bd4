package io.clearhold.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a request in which a number of {@value #DIGITS} digits stands in some places. All
 * requests have the same length, so only the digits are written anew.
 */
public final class RequestTemplate {
    /** Stands in the text where the number is to be; as long as the number. */
    public static final String NUMBER = "0000{number}0000";

    private static final int DIGITS = 16;

    private final byte[] bytes;
    private final int[] places;

    private RequestTemplate(byte[] bytes, int[] places) {
        this.bytes = bytes;
        this.places = places;
    }

    /** A request from its text, in which {@link #NUMBER} stands any number of times. */
    public static RequestTemplate of(String text) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(NUMBER); at >= 0; at = text.indexOf(NUMBER, at + DIGITS)) {
            places.add(at);
        }
        return new RequestTemplate(
                text.getBytes(StandardCharsets.US_ASCII),
                places.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A POST of a JSON body with a head that ends without the empty line. */
    public static RequestTemplate post(String head, String body) {
        return of(
                head
                        + "Content-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body);
    }

    /** A buffer that holds the request, for {@link #number} and any number of sends. */
    ByteBuffer newBuffer() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length);
        buffer.put(bytes).flip();
        return buffer;
    }

    /** Sets the number of a request in its buffer. */
    void number(ByteBuffer buffer, long number) {
        for (int place : places) {
            long rest = number;
            for (int digit = DIGITS - 1; digit >= 0; digit--) {
                buffer.put(place + digit, (byte) ('0' + rest % 10));
                rest /= 10;
            }
        }
    }
}
