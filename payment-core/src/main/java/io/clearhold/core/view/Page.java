package io.clearhold.core.view;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, newest first.
 *
 * @param hasMore whether the list goes on in the direction in which it was read
 * @param position the sequence that the view was at
 */
public record Page<T>(List<T> rows, boolean hasMore, long position) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(rows.stream().map(function).toList(), hasMore, position);
    }

    /** The same rows in the other order. */
    public Page<T> reversed() {
        return new Page<>(rows.reversed(), hasMore, position);
    }
}
