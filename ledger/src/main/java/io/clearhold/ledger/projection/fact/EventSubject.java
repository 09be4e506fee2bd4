package io.clearhold.ledger.projection.fact;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The object that a listed event is about, as it stood after the event: the first members of the
 * event's facts. Its parties and, where the batch does not change it, its status are known once the
 * parties are resolved.
 *
 * @param payment of a refund, dispute or chargeback, else 0
 * @param status null if it is still the one that the view has
 */
record EventSubject(IdKind kind, long id, long payment, Parties parties, @Nullable String status) {
    /** Facts that begin with this object. */
    String before(String facts) {
        StringBuilder out = new StringBuilder(facts.length() + 256);
        out.append("{\"id\":\"").append(ObjectId.toText(kind, id));
        out.append("\",\"object\":\"").append(object());
        out.append("\",\"status\":\"").append(status == null ? parties.status() : status);
        out.append('"');
        switch (kind) {
            case PAYMENT -> {
                reference(out);
                sides(out);
            }
            case REFUND, DISPUTE, CHARGEBACK -> {
                member("payment", IdKind.PAYMENT, payment, out);
                sides(out);
            }
            case TRANSFER -> {
                member("from", IdKind.ACCOUNT, parties.account(), out);
                member("to", IdKind.ACCOUNT, parties.payer(), out);
            }
            case PAYOUT, TOPUP -> member("account", IdKind.ACCOUNT, parties.account(), out);
            default -> {
                // Who may see it needs no telling.
            }
        }
        if (facts.length() > "{}".length()) {
            out.append(',');
        }
        return out.append(facts, 1, facts.length()).toString();
    }

    private String object() {
        return switch (kind) {
            case PAYMENT -> "payment";
            case PAYMENT_LINK -> "payment_link";
            case REFUND -> "refund";
            case DISPUTE -> "dispute";
            case CHARGEBACK -> "chargeback";
            case PAYOUT -> "payout";
            case TRANSFER -> "transfer";
            case TOPUP -> "topup";
            case ACCOUNT -> "account";
            case WEBHOOK_ENDPOINT -> "webhook_endpoint";
            default -> throw new IllegalStateException("no listed event is about " + kind);
        };
    }

    private void reference(StringBuilder out) {
        @Nullable String reference = parties.reference();
        out.append(",\"reference\":");
        if (reference == null) {
            out.append("null");
        } else {
            out.append('"');
            JsonStringEncoder.getInstance().quoteAsString(reference, out);
            out.append('"');
        }
    }

    private void sides(StringBuilder out) {
        member("payee", IdKind.ACCOUNT, parties.account(), out);
        member("payer", IdKind.ACCOUNT, parties.payer(), out);
    }

    private static void member(String name, IdKind kind, long id, StringBuilder out) {
        out.append(",\"").append(name).append("\":");
        if (id == ObjectId.NONE) {
            out.append("null");
        } else {
            out.append('"').append(ObjectId.toText(kind, id)).append('"');
        }
    }
}
