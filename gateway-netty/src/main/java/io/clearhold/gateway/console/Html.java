package io.clearhold.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;

/**
 * A page under construction. Nothing gets in but through a method that escapes it; names of
 * elements and attributes are constants of the code, and an address leads nowhere but into this
 * server. Confined to one thread.
 */
final class Html {
    private static final char REPLACEMENT = '\ufffd';

    private final StringBuilder out = new StringBuilder(8 * 1024);
    private final ArrayDeque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that has no end, such as {@code input}. */
    Html single(String tag, String... attributes) {
        start(tag, attributes);
        return this;
    }

    Html link(String address, String text) {
        return element("a", text, "href", address);
    }

    /** Takes over what was written elsewhere, once that is whole. */
    Html include(Html part) {
        if (!part.open.isEmpty()) {
            throw new IllegalStateException("the part has open elements: " + part.open);
        }
        out.append(part.out);
        return this;
    }

    /** The whole page. */
    byte[] toPage() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("the page has open elements: " + open);
        }
        return ("<!doctype html>\n" + out + "\n").getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(name(tag));
        for (int i = 0; i < attributes.length; i += 2) {
            String name = name(attributes[i]);
            String value = attributes[i + 1];
            if ((name.equals("href") || name.equals("action")) && !isOwn(value)) {
                throw new IllegalArgumentException("an address outside of this server: " + value);
            }
            out.append(' ').append(name).append("=\"");
            escape(value);
            out.append('"');
        }
        out.append('>');
    }

    private static boolean isOwn(String address) {
        return address.startsWith("#")
                || (address.startsWith("/")
                        && !address.startsWith("//")
                        && address.indexOf('\\') < 0);
    }

    private static String name(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                throw new IllegalArgumentException("no name: " + name);
            }
        }
        return name;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(isDeceptive(c) ? REPLACEMENT : c);
            }
        }
    }

    /** Control characters, and those that turn the direction of what follows. */
    private static boolean isDeceptive(char c) {
        return Character.isISOControl(c)
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
