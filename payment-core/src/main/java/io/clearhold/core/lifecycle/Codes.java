package io.clearhold.core.lifecycle;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Tables from stored codes back to enum constants. */
public final class Codes {
    private Codes() {}

    /** Constants by code; two with the same code are an error. */
    public static <E extends Enum<E>> E[] index(E[] values, ToIntFunction<E> code) {
        int highest = 0;
        for (E value : values) {
            highest = Math.max(highest, code.applyAsInt(value));
        }
        E[] byCode = Arrays.copyOf(values, highest + 1);
        Arrays.fill(byCode, null);
        for (E value : values) {
            if (byCode[code.applyAsInt(value)] != null) {
                throw new IllegalStateException("two constants have the code of " + value);
            }
            byCode[code.applyAsInt(value)] = value;
        }
        return byCode;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static <E> E of(@Nullable E[] byCode, int code, String type) {
        E value = code >= 0 && code < byCode.length ? byCode[code] : null;
        if (value == null) {
            throw new IllegalArgumentException("no " + type + " has the code " + code);
        }
        return value;
    }
}
