package io.clearhold.gateway.operation;

import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.operation.LedgerCall.Reply;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.Problems;
import io.clearhold.gateway.render.Texts;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Calls the reading operations of the contract from within the server, for pages: the same checks,
 * the same roles, the same answers, byte for byte. Safe for many threads that may wait.
 */
public final class ContractCalls {
    private final Map<String, Route> routes = new HashMap<>();

    public ContractCalls(List<Route> contract) {
        for (Route route : contract) {
            if (!route.writes()) {
                routes.put(route.name(), route);
            }
        }
    }

    /** Whether there is such an operation. */
    public boolean knows(String name) {
        return routes.containsKey(name);
    }

    /**
     * Calls an operation for somebody; a refusal is an answer too.
     *
     * @param parameter the variable part of the path, empty if it has none
     * @param query with its question mark, empty if there is none
     * @param requestId of the request that this call is a part of
     */
    public Answer call(
            String name,
            String parameter,
            String query,
            Credential caller,
            long requestId,
            Workbench bench)
            throws InterruptedException {
        Route route = routes.get(name);
        if (route == null) {
            throw new IllegalArgumentException("the contract has no operation " + name);
        }
        Request request = new Request();
        request.begin(route.method(), route.pattern() + query, new DefaultHttpHeaders(), requestId);
        request.pathParameter(parameter);
        request.credential(caller);
        Answer answer = new Answer().reset(requestId);
        try {
            run(route, request, bench, answer);
        } catch (RequestRefused refused) {
            Problems.write(answer.reset(requestId), refused);
        } catch (Texts.JournalUnreadable unreadable) {
            Problems.write(answer.reset(requestId), ProblemCode.UNAVAILABLE);
        }
        return answer;
    }

    private static void run(Route route, Request request, Workbench bench, Answer answer)
            throws InterruptedException {
        switch (route.operation()) {
            case Operation.Local local -> {
                authorize(route, request);
                local.answer(request, answer);
            }
            case Operation.Slow slow -> {
                slow.check(request);
                authorize(route, request);
                slow.run(request, bench, answer);
            }
            case Operation.Batch _ -> throw new IllegalStateException("a batch only writes");
            case Operation.ThroughRing ring -> {
                int length = ring.encode(request, bench);
                authorize(route, request);
                if (LedgerCall.ask(bench, length)
                        instanceof Reply.Result(long framed, DirectBuffer message)) {
                    bench.renderer().render(ring.form(), message, 0, framed, answer);
                } else {
                    throw new IllegalStateException("a query has no stored outcome");
                }
            }
        }
    }

    private static void authorize(Route route, Request request) {
        if (!route.open()) {
            request.authorize(route);
        }
    }
}
