package io.clearhold.gateway.console;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;

/** A gateway, and what a browser would do with its console. */
@NullUnmarked
abstract class WithConsole extends WithGateway {
    String secret(Role role) {
        return server.bearer(role).substring("Authorization: Bearer ".length());
    }

    Reply login(Role role, String more, String... headers) throws IOException {
        return post("/console/login", "key=" + secret(role) + "&" + more, headers);
    }

    Reply post(String path, String form, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
        return client.call("POST", path, form, all);
    }

    Reply page(String path, String cookie) throws IOException {
        return client.call("GET", path, null, cookie);
    }

    /** The header with which a browser brings back what an answer set. */
    static String cookie(Reply reply) {
        String set = reply.header("set-cookie");
        return "Cookie: other=1; " + set.substring(0, set.indexOf(';'));
    }
}
