package io.clearhold.gateway.operation;

import io.clearhold.core.codec.FindOutcomeEncoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.OutcomeResultDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.StatementDesk;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.Problems;
import io.clearhold.gateway.render.ResultRenderer.Form;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * {@code POST /v1/statements?channel=&format=}: a bank's statement file. Whether the key was used
 * is asked first, because the command that stores the outcome is the last of many.
 */
final class ImportStatement implements Operation.Slow {
    private static final QueryFields FIELDS = QueryFields.of("channel", "format");
    private static final int NAME_LIMIT = 40;

    private final StatementDesk desk;

    ImportStatement(StatementDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(FIELDS);
    }

    @Override
    public void check(Request request) {
        QueryParameters parameters = QueryParameters.read(request.target(), FIELDS);
        if (parameters.text("channel", NAME_LIMIT).isEmpty()) {
            throw QueryParameters.invalid("channel", "It must name the channel of the bank.");
        }
        Optional<String> _ = parameters.text("format", NAME_LIMIT);
        if (Objects.requireNonNull(request.file()).length() == 0) {
            throw RequestRefused.of(ProblemCode.STATEMENT_REFUSED, "The body is empty.");
        }
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        long known = knownOutcome(request, bench);
        if (known != 0) {
            Frame frame = bench.replay(request, known);
            answer.replayed(true);
            bench.renderer()
                    .render(
                            Form.CREATED,
                            frame.buffer(),
                            frame.resultOffset(),
                            frame.sequence(),
                            answer);
            return;
        }
        QueryParameters parameters = QueryParameters.read(request.target(), FIELDS);
        BodyFile file = Objects.requireNonNull(request.file());
        ByteBuffer hash = ByteBuffer.wrap(file.hash());
        UnsafeBuffer origin = new UnsafeBuffer(new byte[OriginEncoder.ENCODED_LENGTH]);
        request.putOrigin(new OriginEncoder().wrap(origin, 0));
        StatementDesk.Outcome outcome =
                desk.take(
                        file.path(),
                        parameters.text("channel", NAME_LIMIT).orElseThrow(),
                        parameters.text("format", NAME_LIMIT),
                        origin,
                        hash.getLong(),
                        hash.getLong());
        answer(outcome, bench, answer);
    }

    private static void answer(StatementDesk.Outcome outcome, Workbench bench, Answer answer) {
        switch (outcome) {
            case StatementDesk.Outcome.Imported(long sequence, DirectBuffer result) ->
                    bench.renderer().render(Form.CREATED, result, 0, sequence, answer);
            case StatementDesk.Outcome.Refused refused ->
                    throw RequestRefused.of(ProblemCode.STATEMENT_REFUSED, sentence(refused));
            case StatementDesk.Outcome.NotTaken(int code) ->
                    Problems.write(answer, ResultCode.of(code), 0, 0);
            case StatementDesk.Outcome.Unknown _ ->
                    throw RequestRefused.of(ProblemCode.OUTCOME_UNKNOWN);
            case StatementDesk.Outcome.Unavailable _ ->
                    throw RequestRefused.of(ProblemCode.UNAVAILABLE);
        }
    }

    /** Reason, line and field first, where a program can find them; then the words. */
    private static String sentence(StatementDesk.Outcome.Refused refused) {
        StringBuilder text = new StringBuilder(refused.code());
        if (refused.line() > 0) {
            text.append(", line ").append(refused.line());
        }
        if (!refused.field().isEmpty()) {
            text.append(", field ").append(refused.field());
        }
        return text.append(": ").append(refused.detail()).toString();
    }

    private static long knownOutcome(Request request, Workbench bench) throws InterruptedException {
        FindOutcomeEncoder query = new FindOutcomeEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        int length = MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        if (LedgerCall.ask(bench, length)
                instanceof LedgerCall.Reply.Result(long framed, DirectBuffer message)) {
            return new OutcomeResultDecoder()
                    .wrapAndApplyHeader(message, 0, new MessageHeaderDecoder())
                    .frame();
        }
        throw new IllegalStateException("a query has no stored outcome");
    }
}
