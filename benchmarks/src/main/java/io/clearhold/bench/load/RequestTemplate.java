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

    /** Stands in the text where the id of a payment is to be; as long as the id. */
    public static final String PAYMENT = "pay_{the-payment}";

    private static final int DIGITS = 16;

    private final byte[] bytes;
    private final int[] places;
    private final int[] paymentPlaces;
    private final List<byte[]> choices;
    private final int[] choicePlaces;

    private RequestTemplate(byte[] bytes, int[] places, List<byte[]> choices, int[] choicePlaces) {
        this.bytes = bytes;
        this.places = places;
        this.paymentPlaces = places(new String(bytes, StandardCharsets.US_ASCII), PAYMENT);
        this.choices = choices;
        this.choicePlaces = choicePlaces;
    }

    /** A request from its text, in which {@link #NUMBER} stands any number of times. */
    public static RequestTemplate of(String text) {
        return new RequestTemplate(
                text.getBytes(StandardCharsets.US_ASCII),
                places(text, NUMBER),
                List.of(),
                new int[0]);
    }

    /**
     * The same with another word in the place of {@code choices}' first one in each request, spread
     * evenly; all are equally long.
     */
    public RequestTemplate choosing(List<String> words) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        List<byte[]> encoded =
                words.stream().map(word -> word.getBytes(StandardCharsets.US_ASCII)).toList();
        if (encoded.stream().anyMatch(word -> word.length != encoded.getFirst().length)) {
            throw new IllegalArgumentException("the choices are not equally long");
        }
        return new RequestTemplate(bytes, places, encoded, places(text, words.getFirst()));
    }

    private static int[] places(String text, String word) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            places.add(at);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
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

    /** Sets the payment that a request is about: the bytes of {@code answer} from {@code from}. */
    void payment(ByteBuffer buffer, ByteBuffer answer, int from) {
        for (int place : paymentPlaces) {
            buffer.put(place, answer, from, PAYMENT.length());
        }
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
        if (!choices.isEmpty()) {
            // Multiplied, so that requests beside each other have choices far apart.
            long spread = (number * 0x9e3779b97f4a7c15L) >>> 33;
            byte[] choice = choices.get((int) (spread % choices.size()));
            for (int place : choicePlaces) {
                buffer.put(place, choice);
            }
        }
    }
}
