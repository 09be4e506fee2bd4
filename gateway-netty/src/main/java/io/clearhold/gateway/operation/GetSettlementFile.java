package io.clearhold.gateway.operation;

import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.SettlementCsv;
import io.clearhold.gateway.render.SettlementDocument;
import io.clearhold.gateway.render.SettlementJson;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/settlements/{id}/file?format=}: the day of an account, line by line. Made of what
 * the ledger had at the day's cut, so it is the same bytes at any time.
 */
final class GetSettlementFile implements Operation.Slow {
    /** The formats that there are. */
    enum Format {
        CSV,
        JSON;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final QueryFields FIELDS = QueryFields.of("format");

    private final ViewAccess access;
    private final ProofViews proof;

    GetSettlementFile(ViewAccess access, ProofViews proof) {
        this.access = access;
        this.proof = proof;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(FIELDS);
    }

    @Override
    public void check(Request request) {
        Format _ = format(request);
        ViewAccess.minSequence(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        SettlementRow settlement = GetSettlement.find(request, access, proof);
        SettlementDocument document =
                switch (format(request)) {
                    case CSV -> new SettlementCsv();
                    case JSON -> new SettlementJson();
                };
        boolean _ =
                access.read(
                        request,
                        views -> {
                            proof.settlementContent(settlement, document::begin, document::line);
                            return true;
                        });
        byte[] bytes = document.end();
        answer.digest(bytes);
        answer.fixed(200, document.mediaType(), bytes);
    }

    private static Format format(Request request) {
        return QueryParameters.read(request.target(), FIELDS)
                .choice("format", List.of(Format.values()), Format::label)
                .orElse(Format.CSV);
    }
}
