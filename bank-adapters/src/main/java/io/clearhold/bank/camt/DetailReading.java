package io.clearhold.bank.camt;

import io.clearhold.bank.statement.EntryDetail;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code TxDtls}: one transaction of an entry. */
final class DetailReading {
    /** What stands in a mandatory field when there is nothing to put in. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final long line;
    private final ChargesReading charges;
    private String endToEndId = "";
    private String instructionId = "";
    private String transactionId = "";
    private String clearingReference = "";
    private String servicerReference = "";
    private String direction = "";
    private String entryDirection = "";
    private Optional<MoneyAmount> amount = Optional.empty();
    private DetailAmounts amounts = DetailAmounts.NONE;
    private Parties parties = Parties.NONE;
    private String returnReason = "";
    private String returnInformation = "";
    private String remittance = "";

    private DetailReading(XmlCursor cursor, FieldReading fields) {
        line = cursor.line();
        charges = new ChargesReading(fields);
    }

    static DetailReading read(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        DetailReading detail = new DetailReading(cursor, fields);
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Refs" -> detail.references(cursor, fields);
                case "Amt" -> detail.amount = AmountField.read(cursor).optional(fields);
                case "CdtDbtInd" -> detail.direction = fields.reference();
                case "AmtDtls" -> detail.amounts = DetailAmounts.read(cursor, fields);
                case "Chrgs" -> detail.charges.read(cursor);
                case "RltdPties" -> detail.parties = Parties.read(cursor, fields);
                case "RmtInf" -> detail.remittance = Remittance.read(cursor, fields);
                case "RtrInf" -> detail.returnInformation(cursor, fields);
                default -> {}
            }
        }
        return detail;
    }

    private void references(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "EndToEndId" -> endToEndId = provided(fields.reference());
                case "InstrId" -> instructionId = provided(fields.reference());
                case "TxId" -> transactionId = provided(fields.reference());
                case "ClrSysRef" -> clearingReference = fields.reference();
                case "AcctSvcrRef" -> servicerReference = fields.reference();
                default -> {}
            }
        }
    }

    private static String provided(String text) {
        return text.equals(NOT_PROVIDED) ? "" : text;
    }

    private void returnInformation(XmlCursor cursor, FieldReading fields)
            throws IOException, FileRefusedException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Rsn" -> {
                    int reason = cursor.depth();
                    while (cursor.nextChild(reason)) {
                        if (cursor.name().equals("Cd") || cursor.name().equals("Prtry")) {
                            returnReason = fields.text();
                        }
                    }
                }
                case "AddtlInf" -> {
                    String text = fields.text();
                    returnInformation = returnInformation.isEmpty() ? text : returnInformation;
                }
                default -> {}
            }
        }
    }

    /** Whether it goes the other way than its entry may: then it is no simple part of it. */
    boolean isOpposed() {
        return !direction.isEmpty() && !direction.equals(entryDirection);
    }

    /**
     * The transaction as the entry's direction shows it.
     *
     * @param entryGross gross amount of the entry, for a transaction that has none
     * @param entryCharges charges of the entry, for a transaction that has none
     */
    EntryDetail finish(
            EntryDirection of,
            String currency,
            Optional<MoneyAmount> entryGross,
            Optional<MoneyAmount> entryCharges) {
        entryDirection = of == EntryDirection.CREDIT ? "CRDT" : "DBIT";
        Optional<MoneyAmount> own = amounts.transaction().filter(in(currency));
        Optional<MoneyAmount> gross =
                amounts.instructed().filter(in(currency)).or(() -> own).or(() -> entryGross);
        return new EntryDetail(
                line,
                endToEndId,
                instructionId,
                transactionId,
                clearingReference,
                servicerReference,
                amount.or(() -> own),
                gross,
                charges.sum().or(() -> entryCharges),
                returnReason,
                returnInformation,
                remittance,
                parties.counterparty(of).name(),
                parties.counterparty(of).account());
    }

    private static Predicate<MoneyAmount> in(String currency) {
        return amount -> amount.currency().equals(currency);
    }
}
