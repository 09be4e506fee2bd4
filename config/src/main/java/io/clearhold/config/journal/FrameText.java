package io.clearhold.config.journal;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.frame.Frame;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;

/**
 * A frame as a block of text: sequence and time, then command, result and events, each with its
 * fields. The journal holds no secret, so nothing is left out.
 */
final class FrameText {
    private final MessageTypes types = new MessageTypes();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /** Ends with a line end. */
    String of(Frame frame) {
        StringBuilder text = new StringBuilder(1_024);
        text.append(
                "#%d  %s%n".formatted(frame.sequence(), Instant.ofEpochMilli(frame.logTimeMs())));
        message(text, "command", frame.buffer(), frame.commandOffset());
        if (frame.resultLength() > 0) {
            message(text, "result", frame.buffer(), frame.resultOffset());
        }
        frame.rewindEvents();
        while (frame.nextEvent()) {
            message(text, "event", frame.buffer(), frame.eventOffset());
        }
        return text.toString();
    }

    /** The name of the message at this place. */
    String name(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        MessageType type = types.find(header.templateId());
        return type == null ? "template " + header.templateId() : type.name();
    }

    private void message(StringBuilder text, String part, DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        MessageType type = types.find(header.templateId());
        text.append("  %-8s %s".formatted(part, name(buffer, offset)));
        if (type != null) {
            Map<String, Object> fields =
                    type.read(
                            buffer,
                            offset + MessageHeaderDecoder.ENCODED_LENGTH,
                            header.blockLength(),
                            header.version());
            text.append(' ').append(fields(type.name(), fields));
        }
        text.append('\n');
    }

    private static String fields(String message, Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + value(message, field.getKey(), field.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Most of an origin is zero most of the time; its role tells who asked, and zero is one. */
    private static Map<String, Object> withoutZeros(Map<String, Object> composite) {
        Map<String, Object> rest = new LinkedHashMap<>(composite);
        rest.entrySet()
                .removeIf(field -> field.getValue().equals(0L) && !field.getKey().equals("role"));
        return rest;
    }

    @SuppressWarnings("unchecked") // trees of MessageType: maps have texts as keys
    private static String value(String message, String field, Object value) {
        return switch (value) {
            case Long number -> FieldText.of(message, field, number);
            case Map<?, ?> composite ->
                    "{" + fields(message, withoutZeros((Map<String, Object>) composite)) + "}";
            case List<?> rows ->
                    rows.stream()
                            .map(row -> value(message, field, row))
                            .collect(Collectors.joining(" ", "[", "]"));
            default -> "{" + value + "}";
        };
    }
}
