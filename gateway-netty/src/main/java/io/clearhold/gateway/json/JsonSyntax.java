package io.clearhold.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one dialect of JSON: RFC 8259, UTF-8, no duplicate names, one value, limited depth. */
public final class JsonSyntax {
    /** Bodies are limited before they come here, so only the depth needs a bound of its own. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build();

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    /** Sees every duplicate; the fast reader sees those of the objects it knows. */
    private static final JsonFactory CHECKER =
            JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private JsonSyntax() {}

    static JsonParser parser(byte[] body, int length) throws IOException {
        return FACTORY.createParser(body, 0, length);
    }

    /** One sentence about the first fault of syntax, or null if there is none. */
    public static @Nullable String fault(byte[] body, int length) {
        if (!Utf8.isText(body, length)) {
            return "The body is not UTF-8 text.";
        }
        try (JsonParser parser = CHECKER.createParser(body, 0, length)) {
            int depth = 0;
            boolean value = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && value) {
                    return "Something follows the JSON value.";
                }
                value = true;
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING) {
                    // The parser looks into a string only when asked for it.
                    parser.getTextLength();
                }
            }
            return value ? null : "The body is empty.";
        } catch (IOException e) {
            return describe(e);
        }
    }

    /** The string whose JSON, quotes included, stands here. */
    static String string(byte[] body, int offset, int length) {
        try (JsonParser parser = FACTORY.createParser(body, offset, length)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw RequestRefused.of(ProblemCode.INVALID_JSON, describe(e));
        }
    }

    /** What a parser found, without the text that it found it in. */
    static String describe(IOException e) {
        if (e instanceof JsonProcessingException fault) {
            String message = fault.getOriginalMessage();
            JsonLocation at = fault.getLocation();
            int line = message.indexOf('\n');
            String first = line < 0 ? message : message.substring(0, line);
            return at == null
                    ? first
                    : first + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        }
        return "The body is not JSON.";
    }
}
