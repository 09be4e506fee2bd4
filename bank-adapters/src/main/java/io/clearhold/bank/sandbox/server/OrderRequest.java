package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.money.Currencies;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An instruction as it came: the fields of {@code POST /instructions}. */
record OrderRequest(
        long id,
        InstructionKind kind,
        long amountMinor,
        String currency,
        String token,
        String destinationJson,
        String reason) {
    static OrderRequest parse(String body) throws JsonUnreadableException {
        JsonFields fields = JsonFields.parse(body);
        long id = parseId(fields.requiredText("id"));
        long amountMinor = fields.requiredNumber("amount");
        if (amountMinor < 1) {
            throw new JsonUnreadableException("\"amount\" must be 1 or more");
        }
        String currency = fields.requiredText("currency");
        if (Currencies.number(currency) == 0) {
            throw new JsonUnreadableException("\"currency\" is not one of ISO 4217");
        }
        return new OrderRequest(
                id,
                parseKind(fields.requiredText("kind")),
                amountMinor,
                currency,
                fields.text("token"),
                fields.object("destination"),
                fields.text("reason"));
    }

    static long parseId(String text) throws JsonUnreadableException {
        long id = ObjectId.parse(IdKind.INSTRUCTION, text);
        if (id == ObjectId.NONE) {
            throw new JsonUnreadableException("\"id\" is not an instruction's");
        }
        return id;
    }

    static InstructionKind parseKind(String label) throws JsonUnreadableException {
        for (InstructionKind kind : InstructionKind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new JsonUnreadableException("\"kind\" is none of collect, refund, payout, contest");
    }

    Scenario scenario() throws JsonUnreadableException {
        String number = JsonFields.parse(destinationJson).text("number");
        return Scenario.of(kind, token, number, reason, amountMinor);
    }

    /** Tells two requests under one id apart; everything that came in counts. */
    long fingerprint() {
        String content =
                new JsonText()
                        .text("kind", kind.label())
                        .number("amount", amountMinor)
                        .text("currency", currency)
                        .text("token", token)
                        .text("destination", destinationJson)
                        .text("reason", reason)
                        .object();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
