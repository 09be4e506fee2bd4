package io.clearhold.core.lifecycle;

import io.clearhold.core.result.ResultCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * One life cycle as a table. Guards of decisions, the diagram in the docs and the tests come from
 * its rows; what is not a row is refused with the code that names the state. Immutable.
 *
 * @param <S> the states
 * @param <T> what moves them
 */
public final class TransitionTable<S extends Enum<S>, T extends Enum<T>> {
    /** In {@code from}, {@code trigger} leads to {@code to}. */
    public record Row<S, T>(S from, T trigger, S to) {}

    private final List<Row<S, T>> rows;
    private final Map<S, Map<T, S>> next;
    private final Map<S, Map<T, ResultCode>> guards;

    /**
     * @param refusals the code that says why a trigger is not possible in a state; asked once for
     *     each pair that is no row, and never answers OK
     */
    public TransitionTable(
            Class<S> states,
            Class<T> triggers,
            List<Row<S, T>> rows,
            BiFunction<S, T, ResultCode> refusals) {
        this.rows = List.copyOf(rows);
        this.next = new EnumMap<>(states);
        this.guards = new EnumMap<>(states);
        for (S state : states.getEnumConstants()) {
            next.put(state, new EnumMap<>(triggers));
        }
        for (Row<S, T> row : rows) {
            if (leavingFrom(row.from()).put(row.trigger(), row.to()) != null) {
                throw new IllegalArgumentException(
                        "two rows for " + row.trigger() + " in " + row.from());
            }
        }
        for (S state : states.getEnumConstants()) {
            Map<T, ResultCode> codes = new EnumMap<>(triggers);
            for (T trigger : triggers.getEnumConstants()) {
                codes.put(trigger, codeOf(state, trigger, refusals));
            }
            guards.put(state, codes);
        }
    }

    /** The rows, in the order in which they were given. */
    public List<Row<S, T>> rows() {
        return rows;
    }

    /**
     * {@link ResultCode#OK}, or the code that says why {@code trigger} is not possible in {@code
     * from}.
     */
    public ResultCode guard(S from, T trigger) {
        return Objects.requireNonNull(Objects.requireNonNull(guards.get(from)).get(trigger));
    }

    /** The state that {@code trigger} leads to; only after {@link #guard} said OK. */
    public S next(S from, T trigger) {
        S to = leavingFrom(from).get(trigger);
        if (to == null) {
            throw new IllegalStateException(trigger + " in " + from + " is not in the table");
        }
        return to;
    }

    /** The table as a Mermaid state diagram, for the docs; a test holds the two together. */
    public String mermaid(S first) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> ");
        text.append(label(first)).append('\n');
        for (Row<S, T> row : rows) {
            text.append("    ")
                    .append(label(row.from()))
                    .append(" --> ")
                    .append(label(row.to()))
                    .append(" : ")
                    .append(label(row.trigger()))
                    .append('\n');
        }
        return text.toString();
    }

    private ResultCode codeOf(S state, T trigger, BiFunction<S, T, ResultCode> refusals) {
        if (leavingFrom(state).containsKey(trigger)) {
            return ResultCode.OK;
        }
        ResultCode refusal = refusals.apply(state, trigger);
        if (refusal == ResultCode.OK) {
            throw new IllegalArgumentException(trigger + " in " + state + " is refused with OK");
        }
        return refusal;
    }

    private Map<T, S> leavingFrom(S state) {
        return Objects.requireNonNull(next.get(state));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
