package io.clearhold.gateway.query;

import java.util.ArrayList;
import java.util.List;

/** The parameters that a list takes; what is not listed is refused as unknown. */
public record QueryFields(List<String> names) {
    public QueryFields {
        names = List.copyOf(names);
    }

    /** What every list takes. */
    public static final QueryFields PAGE = of("limit", "starting_after", "ending_before");

    /** Nothing at all. */
    public static final QueryFields NONE = of();

    public static QueryFields of(String... names) {
        return new QueryFields(List.of(names));
    }

    public QueryFields and(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new QueryFields(all);
    }
}
