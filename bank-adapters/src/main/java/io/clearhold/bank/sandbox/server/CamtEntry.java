package io.clearhold.bank.sandbox.server;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Writes one booking as an {@code Ntry} with its one transaction. */
final class CamtEntry {
    private CamtEntry() {}

    static void write(BankEntry entry, CamtAmounts amounts, XmlElements xml) throws IOException {
        xml.begin("Ntry");
        xml.text("NtryRef", Long.toString(entry.number()));
        amounts.signed(xml, entry.movement().isCredit(), entry.amountMinor());
        xml.begin("Sts").text("Cd", "BOOK").end();
        xml.begin("BookgDt").text("DtTm", time(entry)).end();
        xml.begin("ValDt").text("Dt", BankBooks.date(entry.atMs()).toString()).end();
        xml.text("AcctSvcrRef", entry.reference());
        transactionCode(entry, xml);
        xml.begin("NtryDtls").begin("TxDtls");
        references(entry, xml);
        amounts.signed(xml, entry.movement().isCredit(), entry.amountMinor());
        if (entry.feeMinor() > 0) {
            fee(entry, amounts, xml);
        }
        if (entry.movement().takesBack()) {
            returnInformation(entry, xml);
        }
        xml.end().end();
        xml.end();
    }

    private static String time(BankEntry entry) {
        return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(entry.atMs()));
    }

    private static void transactionCode(BankEntry entry, XmlElements xml) throws IOException {
        xml.begin("BkTxCd").begin("Domn").text("Cd", "PMNT");
        xml.begin("Fmly").text("Cd", entry.movement().family());
        xml.text("SubFmlyCd", entry.movement().subFamily()).end().end();
        xml.begin("Prtry").text("Cd", entry.movement().label()).end();
        xml.end();
    }

    /** What takes a movement back names that movement, by both its ids. */
    private static void references(BankEntry entry, XmlElements xml) throws IOException {
        xml.begin("Refs");
        xml.text("AcctSvcrRef", entry.order().reference());
        xml.text("EndToEndId", entry.instruction());
        xml.end();
    }

    private static void fee(BankEntry entry, CamtAmounts amounts, XmlElements xml)
            throws IOException {
        xml.begin("AmtDtls");
        xml.begin("InstdAmt");
        amounts.amount(xml, "Amt", entry.grossMinor());
        xml.end();
        xml.begin("TxAmt");
        amounts.amount(xml, "Amt", entry.amountMinor());
        xml.end().end();
        xml.begin("Chrgs");
        amounts.amount(xml, "TtlChrgsAndTaxAmt", entry.feeMinor());
        xml.begin("Rcrd");
        amounts.amount(xml, "Amt", entry.feeMinor());
        xml.text("CdtDbtInd", "DBIT").text("ChrgInclInd", "true");
        xml.end().end();
    }

    private static void returnInformation(BankEntry entry, XmlElements xml) throws IOException {
        xml.begin("RtrInf").begin("Rsn").text("Cd", reasonCode(entry)).end();
        xml.text("AddtlInf", entry.reason().isEmpty() ? "taken back" : entry.reason());
        xml.end();
    }

    /** ISO 20022's external return reasons. */
    private static String reasonCode(BankEntry entry) {
        return switch (entry.reason()) {
            case "account_closed" -> "AC04";
            default -> "NARR";
        };
    }
}
