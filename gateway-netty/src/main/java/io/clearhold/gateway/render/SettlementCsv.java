package io.clearhold.gateway.render;

import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.ProofViews.SettlementContent;
import io.clearhold.core.view.SettlementBalance;
import io.clearhold.core.view.SettlementLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A settlement as CSV (RFC 4180, UTF-8): the column {@code record} says whether a row is an opening
 * balance, an entry, a closing balance, or the control of a balance. Amounts are minor units; the
 * entries of a balance add up from its opening to its closing. Confined to one thread.
 */
public final class SettlementCsv implements SettlementDocument {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String HEADER =
            "record,settlement,date,account,currency,balance,sequence,type,payment,reference,at,"
                    + "amount,balance_after,entry_count,entry_total";

    private final StringBuilder out = new StringBuilder(4096);
    private final Map<String, Long> running = new HashMap<>();
    private String prefix = "";
    private List<SettlementBalance> balances = List.of();

    @Override
    public void begin(SettlementContent content) {
        prefix =
                SettlementDocument.id(content.settlement())
                        + ","
                        + SettlementDocument.date(content.settlement())
                        + ","
                        + SettlementDocument.account(content.settlement())
                        + ",";
        balances = content.balances();
        out.append(HEADER).append("\r\n");
        for (SettlementBalance balance : balances) {
            running.put(key(balance), balance.opening());
            row("opening", key(balance), balance.opening(), "", "");
        }
    }

    @Override
    public void line(SettlementLine line) {
        EntryRow entry = line.entry();
        String key = Currencies.code(entry.currency()) + "," + entry.kind().label();
        long after = running.merge(key, entry.amount(), Math::addExact);
        out.append("entry,").append(prefix).append(key).append(',');
        out.append(entry.sequence()).append(',').append(entry.type()).append(',');
        out.append(SettlementDocument.payment(line)).append(',');
        out.append(field(line.reference())).append(',');
        out.append(TIME.format(Instant.ofEpochMilli(entry.atMs()))).append(',');
        out.append(entry.amount()).append(',').append(after).append(",,\r\n");
    }

    @Override
    public byte[] end() {
        for (SettlementBalance balance : balances) {
            row("closing", key(balance), balance.closing(), "", "");
        }
        for (SettlementBalance balance : balances) {
            row(
                    "control",
                    key(balance),
                    balance.closing(),
                    Long.toString(balance.entries()),
                    Long.toString(balance.increases() - balance.decreases()));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType mediaType() {
        return MediaType.CSV;
    }

    /** A row about a balance as a whole. */
    private void row(
            String record, String key, long balance, String entryCount, String entryTotal) {
        out.append(record).append(',').append(prefix).append(key).append(",,,,,,,").append(balance);
        out.append(',').append(entryCount).append(',').append(entryTotal).append("\r\n");
    }

    private static String key(SettlementBalance balance) {
        return Currencies.code(balance.currency()) + "," + balance.kind().label();
    }

    /**
     * Quoted where it must be; a text that a spreadsheet would take for a formula gets an
     * apostrophe in front.
     */
    private static String field(String text) {
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
