package io.clearhold.bank.sandbox.server;

import io.clearhold.core.money.Currencies;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** Writes amounts of one currency: minor units become decimals, a sign becomes a word. */
final class CamtAmounts {
    private final String currency;
    private final int exponent;

    CamtAmounts(String currency) {
        this.currency = currency;
        exponent = Objects.requireNonNull(Currencies.entry(Currencies.number(currency))).exponent();
    }

    /** {@code Amt} and {@code CdtDbtInd}; nothing is a credit. */
    void signed(XmlElements xml, long signedMinor) throws IOException {
        signed(xml, signedMinor >= 0, Math.absExact(signedMinor));
    }

    void signed(XmlElements xml, boolean credit, long minor) throws IOException {
        amount(xml, "Amt", minor);
        xml.text("CdtDbtInd", credit ? "CRDT" : "DBIT");
    }

    void amount(XmlElements xml, String name, long minor) throws IOException {
        xml.text(name, "Ccy", currency, decimal(BigInteger.valueOf(minor)));
    }

    /** {@code TxsSummry}: what a reader can check the entries against. */
    void summary(XmlElements xml, List<BankEntry> entries) throws IOException {
        BigInteger credits = BigInteger.ZERO;
        BigInteger debits = BigInteger.ZERO;
        int creditCount = 0;
        for (BankEntry entry : entries) {
            BigInteger minor = BigInteger.valueOf(entry.amountMinor());
            if (entry.movement().isCredit()) {
                credits = credits.add(minor);
                creditCount++;
            } else {
                debits = debits.add(minor);
            }
        }
        xml.begin("TxsSummry");
        xml.begin("TtlNtries");
        xml.text("NbOfNtries", Integer.toString(entries.size()));
        xml.text("Sum", decimal(credits.add(debits)));
        xml.begin("TtlNetNtry");
        xml.text("Amt", decimal(credits.subtract(debits).abs()));
        xml.text("CdtDbtInd", credits.compareTo(debits) >= 0 ? "CRDT" : "DBIT");
        xml.end().end();
        side(xml, "TtlCdtNtries", creditCount, credits);
        side(xml, "TtlDbtNtries", entries.size() - creditCount, debits);
        xml.end();
    }

    private void side(XmlElements xml, String name, int count, BigInteger sum) throws IOException {
        xml.begin(name);
        xml.text("NbOfNtries", Integer.toString(count)).text("Sum", decimal(sum));
        xml.end();
    }

    private String decimal(BigInteger minor) {
        return new BigDecimal(minor, exponent).toPlainString();
    }
}
