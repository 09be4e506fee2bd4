package io.clearhold.gateway.operation;

import io.clearhold.core.codec.ActOnDisputeEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/disputes/{id}/accept|reject|escalate|withdraw|return|return_received}: a side
 * takes its turn, with a note if it likes.
 */
final class ActOnDispute implements Operation.ThroughRing {
    static final JsonFields NOTE_ALONE = JsonFields.required().optional("note");
    static final JsonFields ACCEPT = JsonFields.required().optional("note", "return_required");
    static final JsonFields RETURN =
            JsonFields.required().optional("note", "carrier", "tracking_number");

    private static final JsonName NOTE = JsonName.of("note");
    private static final JsonName CARRIER = JsonName.of("carrier");
    private static final JsonName TRACKING_NUMBER = JsonName.of("tracking_number");

    private final DisputeTrigger trigger;

    ActOnDispute(DisputeTrigger trigger) {
        this.trigger = trigger;
    }

    JsonFields fields() {
        return switch (trigger) {
            case ACCEPT -> ACCEPT;
            case RETURN -> RETURN;
            default -> NOTE_ALONE;
        };
    }

    @Override
    public int encode(Request request, Workbench bench) {
        @Nullable BodyReader body = bench.bodyIfAny(request);
        JsonWriter text = request.text();
        DisputeTrigger action = body == null ? trigger : read(body, text);
        ActOnDisputeEncoder command = new ActOnDisputeEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.dispute(request.id(IdKind.DISPUTE))
                .action((short) action.code())
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    /** To accept with a return is to agree to it. */
    private DisputeTrigger read(BodyReader body, JsonWriter text) {
        JsonFields fields = fields();
        boolean returnRequired = false;
        for (int field = body.nextField(fields); field >= 0; field = body.nextField(fields)) {
            if (field == 0) {
                TextFields.string(body, NOTE, 1, 5000, text);
            } else if (trigger == DisputeTrigger.ACCEPT) {
                returnRequired = body.bool();
            } else {
                TextFields.string(body, field == 1 ? CARRIER : TRACKING_NUMBER, 1, 100, text);
            }
        }
        return returnRequired ? DisputeTrigger.AGREE_RETURN : trigger;
    }
}
