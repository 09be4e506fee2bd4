package io.clearhold.ledger.projection.row;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A column of a {@link Table}: how its values are kept in memory and how they are written. */
public final class Column {
    /** What a change does to the value that is there. */
    enum Effect {
        REPLACE,
        ADD
    }

    private final String name;
    private final int place;
    private final Effect effect;
    private final boolean text;
    private final @Nullable LongFunction<String> naming;

    Column(
            String name,
            int place,
            Effect effect,
            boolean text,
            @Nullable LongFunction<String> naming) {
        this.name = name;
        this.place = place;
        this.effect = effect;
        this.text = text;
        this.naming = naming;
    }

    String name() {
        return name;
    }

    int place() {
        return place;
    }

    boolean adds() {
        return effect == Effect.ADD;
    }

    boolean isText() {
        return text;
    }

    /** The name that stands for a number in the database. */
    String name(long value) {
        LongFunction<String> names = naming;
        if (names == null) {
            throw new IllegalArgumentException(name + " has no names");
        }
        return names.apply(value);
    }

    /** Writes a number, or the name that stands for it in the database. */
    void put(long value, CopyBuffer out) {
        LongFunction<String> names = naming;
        if (names == null) {
            out.putNumber(value);
        } else {
            out.putText(names.apply(value));
        }
    }
}
