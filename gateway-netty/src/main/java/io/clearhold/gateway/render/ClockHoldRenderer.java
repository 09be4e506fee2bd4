package io.clearhold.gateway.render;

import io.clearhold.core.codec.ClockHoldResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** How log time stands to the wall clock. */
final class ClockHoldRenderer {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName NOW = JsonName.of("now");
    private static final JsonName HOLD = JsonName.of("hold");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName SINCE = JsonName.of("since");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName WALL_TIME = JsonName.of("wall_time");
    private static final JsonName LOG_TIME = JsonName.of("log_time");
    private static final JsonName AHEAD = JsonName.of("ahead_ms");
    private static final JsonName DOWN = JsonName.of("down_ms");
    private static final JsonName ACCEPTED_AT = JsonName.of("accepted_at");
    private static final JsonName ACCEPTED_BY = JsonName.of("accepted_by");

    private ClockHoldRenderer() {}

    static void write(ClockHoldResultDecoder result, JsonWriter out) {
        boolean held = result.held() != 0;
        out.beginObject();
        out.member(OBJECT, "ledger_clock");
        out.member(STATUS, held ? "held" : "running");
        out.memberTime(NOW, result.nowMs());
        out.name(HOLD);
        if (result.reason() == 0) {
            out.nullValue();
        } else {
            hold(result, held, out);
        }
        out.endObject();
    }

    /** The one that is, or else the last one. */
    private static void hold(ClockHoldResultDecoder result, boolean held, JsonWriter out) {
        out.beginObject();
        out.member(REASON, ClockDoubt.of(result.reason()).label());
        out.memberTime(SINCE, result.sinceMs());
        out.name(SEQUENCE).quoted(result.sequence());
        out.memberTime(WALL_TIME, result.wallMs());
        out.memberTime(LOG_TIME, result.plainMs());
        out.member(AHEAD, result.plainMs() - result.wallMs());
        out.member(DOWN, result.downMs());
        out.memberTime(ACCEPTED_AT, held ? 0 : result.acceptedAtMs());
        out.member(ACCEPTED_BY, IdKind.KEY, held ? 0 : result.acceptedBy());
        out.endObject();
    }
}
