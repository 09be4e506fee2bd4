package io.clearhold.bench.http;

import io.clearhold.bench.load.AnswerCheck;
import io.clearhold.bench.load.RequestScript;
import java.io.IOException;

/** What is sent to a server that creates payments, and how its answers are judged. */
public enum PaymentTraffic {
    /** One payment a request, all of them for the same payee. */
    ONE_PAYEE(1, 1, 0) {
        @Override
        RequestScript script(ServerUnderTest server) {
            return RequestScript.of(PaymentRequest.of(server.keys()), CREATES);
        }
    },
    /** One payment a request, for ten thousand payees alike. */
    UNIFORM(1, 1, 0) {
        @Override
        RequestScript script(ServerUnderTest server) throws IOException, InterruptedException {
            return RequestScript.of(
                    PaymentRequest.of(server.keys()).choosing(Merchants.create(server, 10_000)),
                    CREATES);
        }
    },
    /** Batches of a hundred payments, all of them for the same payee. */
    BATCHES(PaymentTraffic.BATCH, 1, 0) {
        @Override
        RequestScript script(ServerUnderTest server) {
            return RequestScript.of(
                    PaymentRequest.batch(server.keys(), BATCH), new BatchAnswers(BATCH));
        }
    },
    /** The life of a payment: see {@link LifeCycleRequests}. */
    LIFE_CYCLE(1, LifeCycleRequests.STEPS, LifeCycleRequests.PAYMENTS_BEFORE) {
        @Override
        RequestScript script(ServerUnderTest server) throws IOException, InterruptedException {
            return LifeCycleRequests.script(server);
        }
    };

    private static final AnswerCheck CREATES = AnswerCheck.ofStatus(201);
    private static final int BATCH = 100;

    private final int paymentsPerScript;
    private final int requestsPerScript;
    private final int paymentsBefore;

    PaymentTraffic(int paymentsPerScript, int requestsPerScript, int paymentsBefore) {
        this.paymentsPerScript = paymentsPerScript;
        this.requestsPerScript = requestsPerScript;
        this.paymentsBefore = paymentsBefore;
    }

    abstract RequestScript script(ServerUnderTest server) throws IOException, InterruptedException;

    /** Payments that one run through the script makes. */
    int paymentsPerScript() {
        return paymentsPerScript;
    }

    int requestsPerScript() {
        return requestsPerScript;
    }

    /** Payments that were made before the first request. */
    int paymentsBefore() {
        return paymentsBefore;
    }
}
