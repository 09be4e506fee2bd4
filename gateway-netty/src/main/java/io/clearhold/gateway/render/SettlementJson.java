package io.clearhold.gateway.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.ProofViews.SettlementContent;
import io.clearhold.core.view.SettlementBalance;
import io.clearhold.core.view.SettlementLine;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** A settlement as JSON. Confined to one thread. */
public final class SettlementJson implements SettlementDocument {
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName DATE = JsonName.of("date");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName BALANCES = JsonName.of("balances");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName BALANCE = JsonName.of("balance");
    private static final JsonName OPENING = JsonName.of("opening");
    private static final JsonName INCREASES = JsonName.of("increases");
    private static final JsonName DECREASES = JsonName.of("decreases");
    private static final JsonName CLOSING = JsonName.of("closing");
    private static final JsonName ENTRY_COUNT = JsonName.of("entry_count");
    private static final JsonName ENTRIES = JsonName.of("entries");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName PAYMENT = JsonName.of("payment");
    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName AT = JsonName.of("at");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName EVENT = JsonName.of("event");

    private final JsonWriter out = new JsonWriter(8192);

    @Override
    public void begin(SettlementContent content) {
        SettlementRow settlement = content.settlement();
        out.beginObject();
        out.member(ID, IdKind.SETTLEMENT, settlement.id());
        out.member(OBJECT, "settlement_file");
        out.member(DATE, SettlementDocument.date(settlement));
        out.member(ACCOUNT, IdKind.ACCOUNT, settlement.account());
        out.name(BALANCES).beginArray();
        for (SettlementBalance balance : content.balances()) {
            out.beginObject();
            out.member(CURRENCY, Currencies.code(balance.currency()));
            out.member(BALANCE, balance.kind().label());
            out.member(OPENING, balance.opening());
            out.member(INCREASES, balance.increases());
            out.member(DECREASES, balance.decreases());
            out.member(CLOSING, balance.closing());
            out.member(ENTRY_COUNT, balance.entries());
            out.endObject();
        }
        out.endArray();
        out.name(ENTRIES).beginArray();
    }

    @Override
    public void line(SettlementLine line) {
        EntryRow entry = line.entry();
        byte[] facts = line.facts().getBytes(UTF_8);
        out.beginObject();
        out.name(SEQUENCE).quoted(entry.sequence());
        out.member(TYPE, entry.type());
        out.member(CURRENCY, Currencies.code(entry.currency()));
        out.member(BALANCE, entry.kind().label());
        out.member(AMOUNT, entry.amount());
        out.member(PAYMENT, IdKind.PAYMENT, entry.payment());
        if (line.reference().isEmpty()) {
            out.memberNull(REFERENCE);
        } else {
            out.member(REFERENCE, line.reference());
        }
        out.memberTime(AT, entry.atMs());
        if (facts.length > 0) {
            out.name(EVENT).raw(facts, 0, facts.length);
        }
        out.endObject();
    }

    @Override
    public byte[] end() {
        out.endArray().endObject();
        return out.toBytes();
    }

    @Override
    public MediaType mediaType() {
        return MediaType.JSON;
    }
}
