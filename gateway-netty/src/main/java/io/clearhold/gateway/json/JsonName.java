package io.clearhold.gateway.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A member's name with quotes and colon, encoded once: {@code "amount":}. */
public final class JsonName {
    final byte[] bytes;
    private final String name;

    private JsonName(String name) {
        this.name = name;
        this.bytes = ('"' + name + "\":").getBytes(US_ASCII);
    }

    /** A name of ASCII letters, digits and underscores, which need no escape. */
    public static JsonName of(String name) {
        return new JsonName(name);
    }

    public String text() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
