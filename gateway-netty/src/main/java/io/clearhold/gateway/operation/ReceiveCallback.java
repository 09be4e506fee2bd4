package io.clearhold.gateway.operation;

import io.clearhold.core.port.ChannelCallbacks;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /callbacks/{channel}}: a bank speaks by itself. Its adapter proves the message, which
 * has no key of ours.
 */
final class ReceiveCallback implements Operation.Slow {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveCallback.class);

    private final ChannelCallbacks callbacks;

    ReceiveCallback(ChannelCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = Arrays.copyOf(request.body(), request.bodyLength());
        CompletableFuture<ChannelCallbacks.Answer> received =
                callbacks.receive(request.pathParameter(), headers, body);
        try {
            long timeoutMs = bench.parts().settings().http().replyTimeoutMs();
            ChannelCallbacks.Answer given = received.get(timeoutMs, TimeUnit.MILLISECONDS);
            byte[] text = given.body().getBytes(StandardCharsets.UTF_8);
            answer.fixed(given.httpStatus(), MediaType.TEXT, text);
        } catch (TimeoutException e) {
            throw RequestRefused.of(ProblemCode.OUTCOME_UNKNOWN);
        } catch (ExecutionException e) {
            LOG.warn("callback of channel {} failed", request.pathParameter(), e.getCause());
            throw RequestRefused.of(ProblemCode.OUTCOME_UNKNOWN);
        }
    }
}
