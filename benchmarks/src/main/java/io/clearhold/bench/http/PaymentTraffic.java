package io.clearhold.bench.http;

import io.clearhold.bench.load.AnswerCheck;
import io.clearhold.bench.load.RequestTemplate;
import java.io.IOException;

/** What is sent to a server that creates payments, and how its answers are judged. */
public enum PaymentTraffic {
    /** One payment a request, all of them for the same payee. */
    ONE_PAYEE(1) {
        @Override
        RequestTemplate template(ServerUnderTest server) {
            return PaymentRequest.of(server.keys());
        }
    },
    /** One payment a request, for ten thousand payees alike. */
    UNIFORM(1) {
        @Override
        RequestTemplate template(ServerUnderTest server) throws IOException, InterruptedException {
            return PaymentRequest.of(server.keys()).choosing(Merchants.create(server, 10_000));
        }
    },
    /** Batches of a hundred payments, all of them for the same payee. */
    BATCHES(PaymentTraffic.BATCH) {
        @Override
        RequestTemplate template(ServerUnderTest server) {
            return PaymentRequest.batch(server.keys(), BATCH);
        }

        @Override
        AnswerCheck check() {
            return new BatchAnswers(BATCH);
        }
    };

    private static final int CREATED = 201;
    private static final int BATCH = 100;

    private final int paymentsPerRequest;

    PaymentTraffic(int paymentsPerRequest) {
        this.paymentsPerRequest = paymentsPerRequest;
    }

    abstract RequestTemplate template(ServerUnderTest server)
            throws IOException, InterruptedException;

    int paymentsPerRequest() {
        return paymentsPerRequest;
    }

    /** What every answer must be. */
    AnswerCheck check() {
        return AnswerCheck.ofStatus(CREATED);
    }
}
