package io.clearhold.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Login and logout. */
final class Login {
    private static final String REFUSED = "This is not a valid key of an operator or auditor.";
    private static final String FOREIGN =
            "The form was not sent from a page of this server, so nothing was done.";

    private Login() {}

    /** {@code GET /console/login}. */
    static Operation.Local form() {
        return new Form();
    }

    /** {@code POST /console/login}. */
    static Operation.Slow enter(Gate gate, MeterRegistry metrics) {
        return new Enter(gate, logins(metrics, "granted"), logins(metrics, "refused"));
    }

    /** {@code POST /console/logout}. */
    static Operation.Local leave(Gate gate) {
        return new Leave(gate);
    }

    private static Counter logins(MeterRegistry metrics, String outcome) {
        return Counter.builder("clearhold.console.logins")
                .description("Logins to the console")
                .tag("outcome", outcome)
                .register(metrics);
    }

    private static void show(int status, String next, String message, Answer answer) {
        Html page = new Html();
        if (!message.isEmpty()) {
            page.element("p", message, "class", "away", "role", "alert");
        }
        page.open("form", "method", "post", "action", Addresses.LOGIN, "class", "login");
        page.single("input", "type", "hidden", "name", "next", "value", next);
        page.element("label", "Key of an operator or auditor", "for", "key");
        page.single(
                "input",
                "type",
                "password",
                "id",
                "key",
                "name",
                "key",
                "required",
                "required",
                "autocomplete",
                "current-password",
                "autocapitalize",
                "none",
                "spellcheck",
                "false",
                "maxlength",
                "100");
        page.element("button", "Log in", "type", "submit").close();
        answer.fixed(status, MediaType.CONSOLE, Layout.plain("Log in", page));
    }

    private record Form() implements Operation.Local {
        @Override
        public void answer(Request request, Answer answer) {
            String next = ConsoleQuery.ofTarget(request.target()).get("next");
            show(200, Gate.pageOrHome(next), "", answer);
        }
    }

    private record Enter(Gate gate, Counter granted, Counter refused) implements Operation.Slow {
        @Override
        public void run(Request request, Workbench bench, Answer answer)
                throws InterruptedException {
            ConsoleQuery form =
                    ConsoleQuery.ofForm(new String(request.body(), 0, request.bodyLength(), UTF_8));
            String next = Gate.pageOrHome(form.get("next"));
            if (!gate.isOwnForm(request)) {
                show(403, next, FOREIGN, answer);
                return;
            }
            try {
                if (gate.login(request, form.get("key"), answer)) {
                    granted.increment();
                    answer.redirect(next);
                } else {
                    refused.increment();
                    show(401, next, REFUSED, answer);
                }
            } catch (RequestRefused unavailable) {
                show(unavailable.code().httpStatus(), next, unavailable.detail(), answer);
            }
        }
    }

    private record Leave(Gate gate) implements Operation.Local {
        @Override
        public void answer(Request request, Answer answer) {
            if (gate.isOwnForm(request)) {
                gate.logout(request, answer);
                answer.redirect(Addresses.LOGIN);
            } else {
                Html page = new Html().element("p", FOREIGN, "class", "away");
                answer.fixed(403, MediaType.CONSOLE, Layout.plain("Not done", page));
            }
        }
    }
}
