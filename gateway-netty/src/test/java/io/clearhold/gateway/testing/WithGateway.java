package io.clearhold.gateway.testing;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.testing.RawClient.Reply;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway and one connection to it for each test. */
@NullUnmarked
public abstract class WithGateway {
    protected static final String PAYMENT =
            "{\"amount\":12900,\"currency\":\"CNY\",\"payee\":\"acc_0200000000800\","
                    + "\"reference\":\"order-1001\",\"mode\":\"escrow\"}";

    protected TestGateway server;
    protected RawClient client;
    private int keys;

    @BeforeEach
    final void start() throws Exception {
        server = create();
        client = server.client();
    }

    @AfterEach
    final void stop() throws IOException {
        client.close();
        server.close();
    }

    protected TestGateway create() throws InterruptedException {
        return new TestGateway();
    }

    /** A write with a fresh idempotency key. */
    protected Reply write(Role role, String method, String path, @Nullable String body)
            throws IOException {
        keys++;
        return client.call(method, path, body, server.bearer(role), "Idempotency-Key: key-" + keys);
    }

    protected Reply read(Role role, String path) throws IOException {
        return client.call("GET", path, null, server.bearer(role));
    }

    /** The code of a problem document. */
    protected static String code(Reply reply) {
        return member(reply, "code");
    }

    /** The string that a top-level member of an answer holds. */
    protected static String member(Reply reply, String name) {
        String start = "\"" + name + "\":\"";
        int from = reply.body().indexOf(start);
        if (from < 0) {
            throw new AssertionError("no " + name + " in " + reply);
        }
        int to = reply.body().indexOf('"', from + start.length());
        return reply.body().substring(from + start.length(), to);
    }
}
