package io.clearhold.gateway.render;

import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** A fee's terms as they came in: an amount, or basis points with bounds. */
final class Fees {
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName BPS = JsonName.of("bps");
    private static final JsonName MIN = JsonName.of("min");
    private static final JsonName MAX = JsonName.of("max");

    private Fees() {}

    /** Appends the value; no terms at all are an amount of 0. */
    static void value(int kind, long value, long min, long max, JsonWriter out) {
        out.beginObject();
        switch (ShareKind.of(kind)) {
            case NONE -> out.member(AMOUNT, 0);
            case AMOUNT -> out.member(AMOUNT, value);
            case BPS -> {
                out.member(BPS, value);
                if (min > 0) {
                    out.member(MIN, min);
                }
                if (max > 0) {
                    out.member(MAX, max);
                }
            }
        }
        out.endObject();
    }
}
