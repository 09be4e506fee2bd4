package io.clearhold.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.gateway.operation.ContractCalls;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.net.URLEncoder;
import java.util.Optional;

/** A page for who is in; everybody else is led to the login. */
final class ConsolePage implements Operation.Slow {
    /** What a page shows. Has no state of its own. */
    interface Content {
        /** The heading. */
        String title(Visit visit);

        /**
         * Writes into {@link Visit#content}.
         *
         * @throws PageRefused if there is nothing to show, with the reason
         */
        void write(Visit visit) throws InterruptedException;
    }

    private final Gate gate;
    private final ContractCalls calls;
    private final Content content;

    ConsolePage(Gate gate, ContractCalls calls, Content content) {
        this.gate = gate;
        this.calls = calls;
        this.content = content;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        Optional<Session> session;
        try {
            session = gate.session(request);
        } catch (RequestRefused refused) {
            sorry(refused, answer);
            return;
        }
        if (session.isEmpty()) {
            answer.redirect(
                    Addresses.LOGIN + "?next=" + URLEncoder.encode(request.target(), UTF_8));
            return;
        }
        Visit visit = new Visit(request, session.get().shown().key(), bench, calls);
        show(visit, answer);
    }

    private void show(Visit visit, Answer answer) throws InterruptedException {
        Html shown = visit.content();
        String title = content.title(visit);
        try {
            content.write(visit);
        } catch (PageRefused refused) {
            visit.status(refused.status());
            shown = new Html().element("p", refused.sentence(), "class", "away");
        }
        if (visit.redirect().isPresent()) {
            answer.redirect(visit.redirect().get());
        } else {
            byte[] page = Layout.page(title, visit.caller(), visit.path(), shown);
            answer.fixed(visit.status(), MediaType.CONSOLE, page);
        }
    }

    /** Whether the one who asks may look cannot be known now. */
    private static void sorry(RequestRefused refused, Answer answer) {
        Html content = new Html().element("p", refused.detail(), "class", "away");
        answer.fixed(
                refused.code().httpStatus(), MediaType.CONSOLE, Layout.plain("Not now", content));
        answer.retryAfterSeconds(refused.code().retryAfterSeconds());
    }
}
