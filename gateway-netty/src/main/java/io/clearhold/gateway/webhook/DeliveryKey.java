package io.clearhold.gateway.webhook;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import org.jspecify.annotations.Nullable;

/** An event for an endpoint. Its id follows from both, so it is the same at every attempt. */
public record DeliveryKey(long endpoint, long sequence, int ordinal) {
    private static final String PREFIX = "msg_";

    /** What {@code webhook-id} says. */
    public String id(IdEpochs epochs) {
        return PREFIX + characters(event(epochs)) + characters(endpoint);
    }

    /** The id of the event. */
    public long event(IdEpochs epochs) {
        return epochs.event(ObjectId.shard(endpoint), sequence, ordinal);
    }

    /** The delivery that an id names, null if it names none. */
    public static @Nullable DeliveryKey parse(String id) {
        int length = ObjectId.TEXT_LENGTH;
        if (id.length() != PREFIX.length() + 2 * length || !id.startsWith(PREFIX)) {
            return null;
        }
        int middle = PREFIX.length() + length;
        long event = parse(IdKind.EVENT, id.substring(PREFIX.length(), middle));
        long endpoint = parse(IdKind.WEBHOOK_ENDPOINT, id.substring(middle));
        if (event == ObjectId.NONE || endpoint == ObjectId.NONE) {
            return null;
        }
        int ordinal = (int) (event & ObjectId.MAX_ORDINAL);
        return new DeliveryKey(endpoint, ObjectId.sequence(event), ordinal);
    }

    private static long parse(IdKind kind, String characters) {
        return ObjectId.parse(kind, kind.prefix() + characters);
    }

    private static String characters(long id) {
        return ObjectId.toText(IdKind.EVENT, id).substring(IdKind.EVENT.prefix().length());
    }
}
