package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.CLIENT_SECRET;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PAYER_SECRET;
import static io.clearhold.core.lifecycle.Role.PLATFORM;
import static io.clearhold.gateway.operation.Route.IGNORED;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.LedgerProofs;
import java.util.List;
import java.util.Set;

/** The rows of the route table that prove the ledger to outsiders. */
final class LedgerProofRoutes {
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);
    private static final Set<Role> WHOLE_BOOK = Set.of(PLATFORM, OPERATOR, AUDITOR);

    private static final Set<Role> WRITERS =
            Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR, CLIENT_SECRET, PAYER_SECRET);

    private LedgerProofRoutes() {}

    static List<Route> of(GatewayParts parts) {
        LedgerProofs proofs = parts.ledgerProofs();
        return List.of(
                get("getHead", "/v1/ledger/head", READERS, new GetHead(proofs)),
                get("getSigningKeys", "/v1/ledger/keys", Set.of(), new GetSigningKeys(proofs)),
                get(
                        "getLedgerProof",
                        "/v1/ledger/proofs/{sequence}",
                        WHOLE_BOOK,
                        new GetLedgerProof(proofs)),
                get(
                        "getConsistency",
                        "/v1/ledger/consistency",
                        WHOLE_BOOK,
                        new GetConsistency(proofs)),
                get(
                        "getReceipt",
                        "/v1/ledger/receipts/{sequence}",
                        WRITERS,
                        new GetReceipt(proofs)));
    }

    private static Route get(String name, String pattern, Set<Role> roles, Operation operation) {
        return new Route(name, "GET", pattern, roles, IGNORED, operation);
    }
}
