package io.clearhold.gateway.operation;

import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.query.QueryParameters;

/** The sequence of a frame in a path. */
final class SequenceParameter {
    private SequenceParameter() {}

    /** Refuses what no frame can have. */
    static long of(Request request) {
        long sequence = QueryParameters.sequenceOf(request.pathParameter());
        if (sequence < 1) {
            throw RequestRefused.field(
                    ProblemCode.INVALID_FIELD, "/sequence", "A sequence is a number from 1 on.");
        }
        return sequence;
    }

    /** The same, of a frame that there is. */
    static long ofFrame(Request request, Workbench bench) {
        long sequence = of(request);
        if (sequence > bench.parts().ledger().watermark()) {
            throw none();
        }
        return sequence;
    }

    static RequestRefused none() {
        return RequestRefused.of(ProblemCode.NOT_FOUND, "This ledger has no such sequence.");
    }
}
