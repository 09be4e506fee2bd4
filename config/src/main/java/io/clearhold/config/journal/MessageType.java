package io.clearhold.config.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.sbe.CompositeDecoderFlyweight;
import org.agrona.sbe.MessageDecoderFlyweight;

/**
 * A message as a tree of names and values, read through its generated decoder. The fields are found
 * by their schema ids, so that a dump shows a new field without anybody having to remember it here.
 */
final class MessageType {
    /** How the static methods end that tell the schema ids of fields and of groups. */
    private static final String ID_SUFFIX = "Id";

    private static final String GROUP_ID_SUFFIX = "DecoderId";

    /** A field of a message or of a group, in schema order. */
    private record Field(int id, String name, Method accessor) {}

    private final Class<? extends MessageDecoderFlyweight> decoderType;
    private final String name;
    private final int templateId;
    private final Map<Class<?>, List<Field>> fields = new LinkedHashMap<>();

    MessageType(Class<? extends MessageDecoderFlyweight> decoderType) {
        this.decoderType = decoderType;
        this.name = decoderType.getSimpleName().replaceAll("Decoder$", "");
        this.templateId = newDecoder().sbeTemplateId();
    }

    String name() {
        return name;
    }

    int templateId() {
        return templateId;
    }

    /**
     * Names in schema order with their values: {@link Long}, {@link String}, a map for a composite,
     * a list of maps for a group.
     *
     * @param offset of the fields, behind the header
     */
    Map<String, Object> read(DirectBuffer buffer, int offset, int blockLength, int version) {
        MessageDecoderFlyweight decoder = newDecoder();
        decoder.wrap(buffer, offset, blockLength, version);
        return read(decoder);
    }

    private Map<String, Object> read(Object decoder) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields.computeIfAbsent(decoder.getClass(), MessageType::fieldsOf)) {
            values.put(field.name(), value(invoke(field.accessor(), decoder), decoder, field));
        }
        return values;
    }

    private Object value(Object value, Object decoder, Field field) {
        if (field.accessor().getName().equals(field.name() + "Length")) {
            return text(decoder, field.name(), ((Number) value).intValue());
        }
        return switch (value) {
            case Number number -> number.longValue();
            case CompositeDecoderFlyweight composite -> composite(composite);
            case Iterable<?> group -> {
                List<Object> rows = new ArrayList<>();
                for (Object row : group) {
                    rows.add(read(row));
                }
                yield rows;
            }
            default -> value.toString();
        };
    }

    /** Composites have no schema ids: their accessors are those without a parameter. */
    private static Map<String, Object> composite(CompositeDecoderFlyweight composite) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Method method : composite.getClass().getMethods()) {
            boolean accessor =
                    method.getParameterCount() == 0
                            && method.getReturnType().isPrimitive()
                            && !Modifier.isStatic(method.getModifiers())
                            && hasOffset(composite.getClass(), method.getName());
            if (accessor) {
                values.put(method.getName(), ((Number) invoke(method, composite)).longValue());
            }
        }
        Map<String, Object> inOrder = new LinkedHashMap<>();
        values.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                entry -> encodingOffset(composite.getClass(), entry.getKey())))
                .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
        return inOrder;
    }

    private static String text(Object decoder, String name, int length) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        byte[] bytes = new byte[length];
        try {
            Method get =
                    decoder.getClass()
                            .getMethod("get" + capital, byte[].class, int.class, int.class);
            get.invoke(decoder, bytes, 0, length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the decoder of " + name + " has another form", e);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Each field has a static method {@code <name>Id}, each group {@code <name>DecoderId}; data
     * have {@code <name>Length} as well.
     */
    private static List<Field> fieldsOf(Class<?> decoder) {
        List<Field> found = new ArrayList<>();
        for (Method method : decoder.getMethods()) {
            String methodName = method.getName();
            boolean id =
                    Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() == 0
                            && methodName.endsWith(ID_SUFFIX);
            if (id) {
                boolean group = methodName.endsWith(GROUP_ID_SUFFIX);
                int suffix = (group ? GROUP_ID_SUFFIX : ID_SUFFIX).length();
                String field = methodName.substring(0, methodName.length() - suffix);
                int schemaId = ((Number) invoke(method, null)).intValue();
                found.add(new Field(schemaId, field, accessor(decoder, field)));
            }
        }
        found.sort(Comparator.comparingInt(Field::id));
        return found;
    }

    private static Method accessor(Class<?> decoder, String field) {
        try {
            return decoder.getMethod(field);
        } catch (NoSuchMethodException e) {
            try {
                return decoder.getMethod(field + "Length");
            } catch (NoSuchMethodException neither) {
                throw new IllegalStateException(decoder + " cannot read " + field, neither);
            }
        }
    }

    private static boolean hasOffset(Class<?> composite, String field) {
        for (Method method : composite.getMethods()) {
            if (method.getName().equals(field + "EncodingOffset")) {
                return true;
            }
        }
        return false;
    }

    private static int encodingOffset(Class<?> composite, String field) {
        try {
            return (int) invoke(composite.getMethod(field + "EncodingOffset"), null);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(composite + " has no offset of " + field, e);
        }
    }

    private static Object invoke(Method method, @org.jspecify.annotations.Nullable Object target) {
        try {
            return Objects.requireNonNull(method.invoke(target));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(method + " cannot be read", e);
        }
    }

    private MessageDecoderFlyweight newDecoder() {
        try {
            return decoderType.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(decoderType + " cannot be made", e);
        }
    }
}
