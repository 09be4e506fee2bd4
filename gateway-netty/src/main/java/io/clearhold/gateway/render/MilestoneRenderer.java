package io.clearhold.gateway.render;

import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import org.jspecify.annotations.Nullable;

/** The milestones of a payment. Confined to one thread. */
final class MilestoneRenderer {
    private static final JsonName MILESTONES = JsonName.of("milestones");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName AMOUNT_HELD = JsonName.of("amount_held");
    private static final JsonName AMOUNT_RELEASED = JsonName.of("amount_released");
    private static final JsonName AMOUNT_REFUNDED = JsonName.of("amount_refunded");
    private static final JsonName AMOUNT_CHARGED_BACK = JsonName.of("amount_charged_back");
    private static final JsonName AUTO_CONFIRM_AT = JsonName.of("auto_confirm_at");
    private static final JsonName SHIPMENT = JsonName.of("shipment");

    private static final String[] NO_NAMES = {};

    private final ShipmentRenderer shipments;
    private final TextMembers members = new TextMembers();

    MilestoneRenderer(ShipmentRenderer shipments) {
        this.shipments = shipments;
    }

    /**
     * The member, with the names from the payment's text; whether there are any, so that other
     * texts may have been read.
     */
    boolean write(PaymentResultDecoder payment, TextMembers text, JsonWriter out) {
        String[] names = names(text);
        out.name(MILESTONES).beginArray();
        int place = 0;
        for (PaymentResultDecoder.MilestonesDecoder milestone : payment.milestones()) {
            out.beginObject();
            out.rawMember("\"name\"", names[place++]);
            out.member(STATUS, MilestoneStatus.of(milestone.status()).label());
            out.member(AMOUNT, milestone.amount());
            out.member(AMOUNT_HELD, milestone.held());
            out.member(AMOUNT_RELEASED, milestone.released());
            out.member(AMOUNT_REFUNDED, milestone.refunded());
            out.member(AMOUNT_CHARGED_BACK, milestone.chargedBack());
            out.memberTime(AUTO_CONFIRM_AT, milestone.autoConfirmAtMs());
            out.name(SHIPMENT);
            shipments.write(milestone.shipmentSequence(), out);
            out.endObject();
        }
        out.endArray();
        return place > 0;
    }

    private String[] names(TextMembers text) {
        @Nullable TextMembers object = text.object(MILESTONES, members);
        if (object == null) {
            return NO_NAMES;
        }
        String[] names = new String[object.count()];
        for (int i = 0; i < names.length; i++) {
            names[i] = '"' + object.rawName(i) + '"';
        }
        return names;
    }
}
