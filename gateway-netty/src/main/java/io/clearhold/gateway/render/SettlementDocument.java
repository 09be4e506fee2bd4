package io.clearhold.gateway.render;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.view.ProofViews.SettlementContent;
import io.clearhold.core.view.SettlementLine;
import io.clearhold.core.view.SettlementRow;
import java.time.LocalDate;

/** A settlement file in the making: balances first, then the lines, then the whole. */
public interface SettlementDocument {
    void begin(SettlementContent content);

    void line(SettlementLine line);

    /** The bytes of the file; nothing is added afterwards. */
    byte[] end();

    MediaType mediaType();

    /** The day of a settlement as a date. */
    static String date(SettlementRow settlement) {
        return LocalDate.ofEpochDay(settlement.day()).toString();
    }

    static String id(SettlementRow settlement) {
        return ObjectId.toText(IdKind.SETTLEMENT, settlement.id());
    }

    static String account(SettlementRow settlement) {
        return ObjectId.toText(IdKind.ACCOUNT, settlement.account());
    }

    /** The payment of a line, empty if it is about none. */
    static String payment(SettlementLine line) {
        long payment = line.entry().payment();
        return payment == 0 ? "" : ObjectId.toText(IdKind.PAYMENT, payment);
    }
}
