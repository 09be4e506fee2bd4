package io.clearhold.core.port;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Takes what banks send by themselves. */
public interface ChannelCallbacks {
    /**
     * What to answer the bank; it asks again until it gets 200, which says that its message is
     * durable here.
     */
    record Answer(int httpStatus, String body) {}

    /**
     * Verifies a message, makes it durable, and answers.
     *
     * @param channel name in the path
     * @param headers names in lower case
     * @param body raw bytes
     */
    CompletableFuture<Answer> receive(String channel, Map<String, String> headers, byte[] body);
}
