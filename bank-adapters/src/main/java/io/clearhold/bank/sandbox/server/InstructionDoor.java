package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.sandbox.wire.SandboxSignature;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /instructions}: what Clearhold tells and asks, signed both ways. */
final class InstructionDoor implements BankDoor {
    static final String PATH = "/instructions";

    private static final Logger LOGGER = LoggerFactory.getLogger(InstructionDoor.class);
    private static final String CLOSE = "/close";

    private final SandboxBankSettings settings;
    private final SandboxBank bank;
    private final InstantSource wallClock;

    InstructionDoor(SandboxBankSettings settings, SandboxBank bank, InstantSource wallClock) {
        this.settings = settings;
        this.bank = bank;
        this.wallClock = wallClock;
    }

    @Override
    public BankAnswer answer(BankRequest request) throws InterruptedException {
        String flaw =
                SandboxSignature.flaw(
                        settings.secret(),
                        request.headers(),
                        SandboxSignature.requestSubject(request.method(), request.path()),
                        request.body(),
                        wallClock.millis());
        if (!flaw.isEmpty()) {
            return BankAnswer.refusal(401, "invalid_signature", flaw);
        }
        BankAnswer answer;
        try {
            answer = authentic(request);
        } catch (JsonUnreadableException e) {
            answer = BankAnswer.refusal(400, "invalid_request", e.why());
        }
        return answer instanceof BankAnswer.Reply reply ? signed(reply, request) : answer;
    }

    private BankAnswer authentic(BankRequest request)
            throws JsonUnreadableException, InterruptedException {
        String rest = request.path().substring(PATH.length());
        if (request.method().equals("POST")) {
            if (rest.isEmpty()) {
                return take(OrderRequest.parse(request.body()));
            }
            if (rest.endsWith(CLOSE)) {
                String id = rest.substring(1, rest.length() - CLOSE.length());
                return asItStands(bank.close(OrderRequest.parseId(id)));
            }
        } else if (request.method().equals("GET") && rest.length() > 1) {
            return asItStands(bank.find(OrderRequest.parseId(rest.substring(1))));
        }
        return BankAnswer.refusal(405, "method_not_allowed", "There is no such operation.");
    }

    private BankAnswer take(OrderRequest request)
            throws JsonUnreadableException, InterruptedException {
        return switch (bank.take(request)) {
            case SandboxBank.Taken.Fresh fresh ->
                    switch (fresh.answer()) {
                        case GIVEN -> BankAnswer.reply(201, fresh.json());
                        case AFTER_CALLBACK -> {
                            for (OwedCallback callback : fresh.callbacks()) {
                                awaitFirstTry(callback);
                            }
                            yield BankAnswer.reply(201, fresh.json());
                        }
                        case WITHHELD, LOST -> new BankAnswer.Silence();
                    };
            case SandboxBank.Taken.Repeated repeated -> BankAnswer.reply(200, repeated.json());
            case SandboxBank.Taken.Different different ->
                    BankAnswer.refusal(
                            409, "different_content", "This id came with another content.");
            case SandboxBank.Taken.Full full ->
                    BankAnswer.refusal(503, "bank_full", "The bank remembers all it may.");
            case SandboxBank.Taken.Lost lost -> new BankAnswer.Silence();
        };
    }

    private void awaitFirstTry(OwedCallback callback) throws InterruptedException {
        CompletableFuture<Void> attempted = callback.attempted();
        try {
            attempted.get(settings.limits().callbackFirstMs(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOGGER.info("callback {} is slow; the answer goes first", callback.number());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a first try never fails", e);
        }
    }

    private static BankAnswer asItStands(Optional<String> json) {
        return json.isPresent()
                ? BankAnswer.reply(200, json.get())
                : BankAnswer.refusal(404, "not_found", "No instruction has this id.");
    }

    /** Bound to its request, so that it cannot pass as the answer to another one. */
    private BankAnswer.Reply signed(BankAnswer.Reply reply, BankRequest request) {
        long nowMs = wallClock.millis();
        String subject =
                SandboxSignature.answerSubject(
                        reply.status(),
                        request.headers().getOrDefault(SandboxSignature.SIGNATURE_HEADER, ""));
        String signature = SandboxSignature.sign(settings.secret(), nowMs, subject, reply.body());
        return new BankAnswer.Reply(
                reply.status(),
                reply.body(),
                Map.of(
                        SandboxSignature.TIMESTAMP_HEADER,
                        Long.toString(nowMs),
                        SandboxSignature.SIGNATURE_HEADER,
                        signature));
    }
}
