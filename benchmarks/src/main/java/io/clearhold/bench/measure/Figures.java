package io.clearhold.bench.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one round came to: figures by name, the unit being the end of the name. */
public record Figures(Map<String, Double> values) {
    public Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Figures of(String name, double value) {
        return new Figures(Map.of(name, value));
    }

    /** The same figures and one more. */
    public Figures with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Figures(more);
    }
}
