package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Members that no decision reads: checked, and written compactly into the command's text. */
final class TextFields {
    static final int METADATA_LIMIT = 50;
    static final int METADATA_VALUE_LIMIT = 500;
    static final JsonFields BANK_ACCOUNT =
            JsonFields.required("holder", "number", "bank", "scheme");

    /** The fields of a body that has at most a note. */
    static final JsonFields NOTE_ALONE = JsonFields.required().optional("note");

    static final JsonName NOTE = JsonName.of("note");
    static final int NOTE_LIMIT = 500;

    private static final JsonName METADATA = JsonName.of("metadata");
    private static final JsonName HOLDER = JsonName.of("holder");
    private static final JsonName NUMBER = JsonName.of("number");
    private static final JsonName BANK = JsonName.of("bank");
    private static final JsonName SCHEME = JsonName.of("scheme");

    private TextFields() {}

    static void string(BodyReader body, JsonName name, int least, int most, JsonWriter text) {
        text.member(name, body.text(least, most));
    }

    /** A body that has at most a note, which becomes the command's text. */
    static JsonWriter noteAlone(Request request, Workbench bench) {
        JsonWriter text = request.text();
        @Nullable BodyReader body = bench.bodyIfAny(request);
        while (body != null && body.nextField(NOTE_ALONE) >= 0) {
            string(body, NOTE, 1, NOTE_LIMIT, text);
        }
        return text;
    }

    /** An absolute address of the web. */
    static void url(BodyReader body, JsonName name, JsonWriter text) {
        CharSpan value = body.text(1, 2048);
        if (!isWebAddress(value.toString())) {
            throw body.invalid("must be an absolute http or https URL");
        }
        text.member(name, value);
    }

    static void email(BodyReader body, JsonName name, JsonWriter text) {
        CharSpan value = body.text(3, 254);
        int at = value.toString().indexOf('@');
        if (at < 1 || at == value.length() - 1) {
            throw body.invalid("must be an e-mail address");
        }
        text.member(name, value);
    }

    /** Metadata: free names, strings as values. */
    static void metadata(BodyReader body, JsonWriter text) {
        body.beginObject();
        text.name(METADATA).beginObject();
        String[] names = new String[METADATA_LIMIT];
        int count = 0;
        for (String name = body.nextName(); name != null; name = body.nextName()) {
            if (count == METADATA_LIMIT) {
                throw body.invalidMember("/metadata", "may have " + METADATA_LIMIT + " keys");
            }
            for (int i = 0; i < count; i++) {
                if (name.equals(names[i])) {
                    throw body.duplicate(name);
                }
            }
            names[count++] = name;
            text.name(name).string(body.text(0, METADATA_VALUE_LIMIT));
        }
        text.endObject();
    }

    /** A bank account; its number is plain ASCII, so that its end can be shown alone. */
    static void bankAccount(BodyReader body, JsonName name, JsonWriter text) {
        body.beginObject();
        text.name(name).beginObject();
        for (int field = body.nextField(BANK_ACCOUNT);
                field >= 0;
                field = body.nextField(BANK_ACCOUNT)) {
            switch (field) {
                case 0 -> string(body, HOLDER, 1, 200, text);
                case 1 -> {
                    CharSpan number = body.text(4, 64);
                    if (!isAccountNumber(number)) {
                        throw body.invalid("must be letters, digits, spaces, dots and hyphens");
                    }
                    text.member(NUMBER, number);
                }
                case 2 -> string(body, BANK, 1, 200, text);
                case 3 -> string(body, SCHEME, 1, 32, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        text.endObject();
    }

    private static boolean isAccountNumber(CharSpan text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == '-';
            if (!letter && !other) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web =
                    "https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
