package io.clearhold.gateway.console;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import java.util.Optional;

/** Where the page of an object is. */
final class Addresses {
    static final String HOME = "/console";
    static final String LOGIN = "/console/login";
    static final String LOGOUT = "/console/logout";
    static final String SEARCH = "/console/search";

    private Addresses() {}

    /** What a text names, if it is an id. */
    static Optional<IdKind> kind(String text) {
        for (IdKind kind : IdKind.values()) {
            if (ObjectId.parse(kind, text) != ObjectId.NONE) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The page of the object that a text names, if there is such a page. */
    static Optional<String> of(String text) {
        return kind(text).flatMap(Addresses::folder).map(folder -> folder + text);
    }

    /** An instruction has no page; the search leads to what it serves. */
    private static Optional<String> folder(IdKind kind) {
        return switch (kind) {
            case ACCOUNT -> Optional.of("/console/accounts/");
            case PAYMENT -> Optional.of("/console/payments/");
            case REFUND -> Optional.of("/console/refunds/");
            case PAYOUT -> Optional.of("/console/payouts/");
            case SETTLEMENT -> Optional.of("/console/settlements/");
            case EVENT -> Optional.of("/console/events/");
            case STATEMENT -> Optional.of("/console/statements/");
            case BREAK -> Optional.of("/console/breaks/");
            case KEY -> Optional.of("/console/keys/");
            case INSTRUCTION -> Optional.of(SEARCH + "?q=");
            case DISPUTE, CHARGEBACK, TRANSFER, TOPUP, WEBHOOK_ENDPOINT, APPROVAL, PAYMENT_LINK ->
                    Optional.empty();
        };
    }
}
