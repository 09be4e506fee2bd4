package io.clearhold.gateway.http;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.Problems;
import io.clearhold.gateway.render.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what the ledger replied, or a fault, to an answer: for a request and for a part of one. */
final class LedgerAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerAnswer.class);

    private LedgerAnswer() {}

    /** The frame of the first answer to this request, or null if this is the first. */
    static @Nullable Frame replayed(Request request, LedgerReply reply, Workbench bench) {
        return reply.replay() ? bench.replay(request, reply.sequence()) : null;
    }

    /** Writes the answer from {@code frame} if it is a repeated one, else from the result. */
    static void render(
            Operation.ThroughRing operation,
            Request request,
            LedgerReply reply,
            @Nullable Frame frame,
            Workbench bench,
            Answer answer) {
        Texts texts = bench.texts();
        if (frame != null) {
            texts.own(0, null);
            answer.replayed(true);
            bench.renderer()
                    .render(
                            operation.form(),
                            frame.buffer(),
                            frame.resultOffset(),
                            frame.sequence(),
                            answer);
        } else {
            long sequence = reply.sequence();
            texts.own(sequence, sequence == 0 ? null : request.text());
            bench.renderer().render(operation.form(), reply.result(), 0, sequence, answer);
        }
    }

    /** Answers with what went wrong instead; a fault of this server is logged. */
    static void fault(RuntimeException e, Request request, @Nullable Route route, Answer answer) {
        switch (e) {
            case RequestRefused refusal -> Problems.write(answer, refusal);
            case LedgerProofs.NotProvableException none ->
                    Problems.write(
                            answer,
                            RequestRefused.of(
                                    ProblemCode.PROOF_UNAVAILABLE,
                                    String.valueOf(none.getMessage())));
            case Texts.JournalUnreadable unreadable -> {
                LOG.error("no answer to {} {}", request.method(), request.path(), unreadable);
                boolean write = route != null && route.writes();
                Problems.write(
                        answer, write ? ProblemCode.OUTCOME_UNKNOWN : ProblemCode.UNAVAILABLE);
            }
            default -> {
                LOG.error("a fault in {} {}", request.method(), request.path(), e);
                Problems.write(answer, ProblemCode.INTERNAL_ERROR);
            }
        }
    }
}
