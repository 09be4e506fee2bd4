package io.clearhold.gateway.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** A bank statement and what was found in it. */
final class StatementPage implements ConsolePage.Content {
    private static final String FINDINGS = "findings";

    @Override
    public String title(Visit visit) {
        return "Statement " + visit.parameter();
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        JsonValue.Members statement = visit.get("getStatement", visit.parameter());
        Map<String, JsonValue> rest = new LinkedHashMap<>(statement.values());
        rest.remove(FINDINGS);
        visit.section("Import", out -> Facts.write(new JsonValue.Members(rest), out));
        visit.section(
                "Findings",
                out ->
                        new Table("Findings, in the order of the file")
                                .empty("Nothing was found wrong.")
                                .text("Severity", "severity")
                                .text("Code", "code")
                                .number("Line", "line")
                                .text("Field", "field")
                                .text("Detail", "detail")
                                .write(statement.objects(FINDINGS), out));
    }
}
