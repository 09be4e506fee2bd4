package io.clearhold.bank.intake;

import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.FindingSeverity;
import java.util.ArrayList;
import java.util.List;

/** The findings of one import, the first ones kept. Confined to one thread. */
final class Findings {
    private final int kept;
    private final List<String> first = new ArrayList<>();
    private long count;

    Findings(int kept) {
        this.kept = kept;
    }

    void add(Finding finding) {
        add(
                finding.severity(),
                finding.code().code(),
                finding.line(),
                finding.field(),
                finding.detail());
    }

    void add(FindingSeverity severity, String code, long line, String field, String detail) {
        count++;
        if (count > kept) {
            return;
        }
        JsonText json = new JsonText().text("severity", severity.label()).text("code", code);
        if (line > 0) {
            json.number("line", line);
        }
        first.add(json.textIfAny("field", field).text("detail", detail).object());
    }

    /** JSON members without braces. */
    String members() {
        List<String> all = new ArrayList<>(first);
        if (count > kept) {
            all.add(
                    new JsonText()
                            .text("severity", FindingSeverity.WARNING.label())
                            .text("code", "findings_cut")
                            .text("detail", (count - kept) + " more findings are not shown.")
                            .object());
        }
        return new JsonText().list("findings", all).members();
    }
}
