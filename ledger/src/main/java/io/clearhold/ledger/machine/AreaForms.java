package io.clearhold.ledger.machine;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The forms of one area's messages, and what they have in common. */
abstract class AreaForms {
    static final long LARGEST = Long.MAX_VALUE;

    /** Times and waits in milliseconds: some 280,000 years, so that sums of a few still fit. */
    static final long FURTHEST_MS = 1L << 53;

    /** Days since 1970, up to the year 2999. */
    static final long LAST_DAY = 376_200;

    static final long ROLES = codes(Role.values(), Role::code);

    static final long SHARE_KINDS = codes(ShareKind.values(), ShareKind::code);

    private final @Nullable MessageForm[] forms;

    /**
     * @param forms of all areas, by template
     */
    AreaForms(@Nullable MessageForm[] forms) {
        this.forms = forms;
    }

    /** Adds the forms of the area. */
    abstract void add();

    final MessageForm form(int template, int blockLength) {
        MessageForm form = new MessageForm(blockLength);
        forms[template] = form;
        return form;
    }

    /** The bits of all codes of a type. */
    static <E extends Enum<E>> long codes(E[] values, ToIntFunction<E> code) {
        long bits = 0;
        for (E value : values) {
            int number = code.applyAsInt(value);
            if (number < 0 || number >= Long.SIZE) {
                throw new IllegalStateException("a mask has no room for the code of " + value);
            }
            bits |= 1L << number;
        }
        return bits;
    }
}
