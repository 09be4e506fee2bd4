package io.clearhold.gateway.render;

import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** What was shipped, of a payment or of one of its milestones. Confined to one thread. */
final class ShipmentRenderer {
    private static final JsonName CARRIER = JsonName.of("carrier");
    private static final JsonName TRACKING_NUMBER = JsonName.of("tracking_number");
    private static final JsonName PROOF = JsonName.of("proof");
    private static final JsonName SHIPPED_AT = JsonName.of("shipped_at");

    private final TextSource texts;

    ShipmentRenderer(TextSource texts) {
        this.texts = texts;
    }

    /** The value, from the frame with this sequence; null for 0. */
    void write(long sequence, JsonWriter out) {
        if (sequence == 0) {
            out.nullValue();
            return;
        }
        TextMembers text = texts.shipment(sequence);
        out.beginObject();
        text.copyOrNull(CARRIER, out);
        text.copyOrNull(TRACKING_NUMBER, out);
        text.copyOrNull(PROOF, out);
        out.memberTime(SHIPPED_AT, texts.logTimeMs());
        out.endObject();
    }
}
