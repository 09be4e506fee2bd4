package io.clearhold.gateway.console;

import io.clearhold.gateway.auth.Credential;
import io.clearhold.gateway.operation.ContractCalls;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.render.Answer;
import java.util.Optional;

/** One look at one page: what was asked for, by whom, and what is shown. One thread's. */
final class Visit {
    /** A part of a page that may not be to be had. */
    interface Part {
        void write(Html out) throws InterruptedException;
    }

    private final Request request;
    private final Credential.ApiKey caller;
    private final Workbench bench;
    private final ContractCalls calls;
    private final ConsoleQuery query;
    private final Html content = new Html();
    private Optional<String> redirect = Optional.empty();
    private int status = 200;

    Visit(Request request, Credential.ApiKey caller, Workbench bench, ContractCalls calls) {
        this.request = request;
        this.caller = caller;
        this.bench = bench;
        this.calls = calls;
        this.query = ConsoleQuery.ofTarget(request.target());
    }

    ConsoleQuery query() {
        return query;
    }

    String path() {
        return request.path();
    }

    /** Path and parameters. */
    String target() {
        return request.target();
    }

    /** The variable part of the path. */
    String parameter() {
        return request.pathParameter();
    }

    Credential.ApiKey caller() {
        return caller;
    }

    Workbench bench() {
        return bench;
    }

    /** The content of the page, to write into. */
    Html content() {
        return content;
    }

    /** Leads to another page instead. */
    void redirect(String address) {
        redirect = Optional.of(address);
    }

    Optional<String> redirect() {
        return redirect;
    }

    /** What the page is answered with, where that is not 200. */
    void status(int newStatus) {
        status = newStatus;
    }

    int status() {
        return status;
    }

    JsonValue.Members get(String operation) throws InterruptedException {
        return get(operation, "", new ConsoleQuery());
    }

    JsonValue.Members get(String operation, String parameter) throws InterruptedException {
        return get(operation, parameter, new ConsoleQuery());
    }

    /**
     * What an operation of the contract answers to the one who looks.
     *
     * @throws PageRefused with its problem, if it refuses
     */
    JsonValue.Members get(String operation, String parameter, ConsoleQuery parameters)
            throws InterruptedException {
        Answer answer =
                calls.call(
                        operation,
                        parameter,
                        parameters.behind(""),
                        caller,
                        request.requestId(),
                        bench);
        byte[] fixed = answer.fixedBody();
        JsonValue json =
                JsonTree.read(fixed == null ? answer.json().array() : fixed, answer.bodyLength());
        if (!(json instanceof JsonValue.Members members)) {
            throw new IllegalStateException(operation + " answers no object");
        }
        // Readiness says with 503 what it says; that is no problem of the page.
        if (answer.status() >= 400 && !members.text("code").isEmpty()) {
            throw new PageRefused(answer.status(), members.text("code"), members.text("detail"));
        }
        return members;
    }

    /** A part with a heading, or a sentence why it is not there: the rest of the page is. */
    void section(String title, Part part) throws InterruptedException {
        content.open("section").element("h2", title);
        try {
            Html written = new Html();
            part.write(written);
            content.include(written);
        } catch (PageRefused refused) {
            content.element("p", refused.sentence(), "class", "away");
        }
        content.close();
    }
}
