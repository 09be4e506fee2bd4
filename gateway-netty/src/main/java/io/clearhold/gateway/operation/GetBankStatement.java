package io.clearhold.gateway.operation;

import io.clearhold.core.port.Channel;
import io.clearhold.core.port.SandboxStatements;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/sandbox/bank/statement?channel=&date=}: camt.053 as the sandbox bank sees our
 * account, ready to be brought in like that of any other bank.
 */
final class GetBankStatement implements Operation.Slow {
    private static final String CHANNEL = "channel";
    private static final String DATE = "date";

    private final SandboxStatements statements;

    GetBankStatement(SandboxStatements statements) {
        this.statements = statements;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        switch (statements.fetch(date(request))) {
            case SandboxStatements.Outcome.Document document ->
                    answer.fixed(200, MediaType.XML, document.xml());
            case SandboxStatements.Outcome.Refused(String detail) ->
                    throw RequestRefused.field(ProblemCode.INVALID_FIELD, "/" + DATE, detail);
            case SandboxStatements.Outcome.Away _ ->
                    throw RequestRefused.of(
                            ProblemCode.UNAVAILABLE, "The sandbox bank does not answer.");
            case SandboxStatements.Outcome.NoSandbox _ ->
                    throw RequestRefused.of(ProblemCode.SANDBOX_ONLY);
        }
    }

    /** Checks the whole query; the channel can be one only. */
    private static Optional<LocalDate> date(Request request) {
        Map<String, List<String>> query = query(request.target());
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            String pointer = "/" + parameter.getKey();
            if (!parameter.getKey().equals(CHANNEL) && !parameter.getKey().equals(DATE)) {
                throw RequestRefused.field(
                        ProblemCode.UNKNOWN_FIELD, pointer, ProblemCode.UNKNOWN_FIELD.detail());
            }
            if (parameter.getValue().size() > 1) {
                throw RequestRefused.field(
                        ProblemCode.INVALID_FIELD, pointer, "It is given more than once.");
            }
        }
        if (!first(query, CHANNEL).equals(Optional.of(Channel.SANDBOX.name()))) {
            throw RequestRefused.field(
                    ProblemCode.INVALID_FIELD, "/" + CHANNEL, "The channel must be \"sandbox\".");
        }
        try {
            return first(query, DATE).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw RequestRefused.field(
                    ProblemCode.INVALID_FIELD, "/" + DATE, "A date is written YYYY-MM-DD.");
        }
    }

    private static Map<String, List<String>> query(String target) {
        try {
            return new QueryStringDecoder(target).parameters();
        } catch (IllegalArgumentException e) {
            throw RequestRefused.of(
                    ProblemCode.INVALID_FIELD, "The query is not percent-encoded UTF-8.");
        }
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return Optional.ofNullable(query.get(name)).map(List::getFirst);
    }
}
