package io.clearhold.bank.camt;

/** Small camt.053 documents, an element a line, for tests that change one thing. */
final class CamtText {
    private CamtText() {}

    static String document(String... statements) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">\n"
                + "<BkToCstmrStmt>\n"
                + "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-22T01:02:03+08:00</CreDtTm></GrpHdr>\n"
                + String.join("\n", statements)
                + "\n</BkToCstmrStmt>\n</Document>\n";
    }

    static String statement(String opening, String closing, String... entries) {
        return "<Stmt><Id>S1</Id>\n"
                + "<Acct><Id><Othr><Id>ACCOUNT-1</Id></Othr></Id><Ccy>CNY</Ccy></Acct>\n"
                + balance("OPBD", opening)
                + balance("CLBD", closing)
                + String.join("\n", entries)
                + "\n</Stmt>";
    }

    static String balance(String code, String amount) {
        boolean debit = amount.startsWith("-");
        return "<Bal><Tp><CdOrPrtry><Cd>"
                + code
                + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">"
                + (debit ? amount.substring(1) : amount)
                + "</Amt><CdtDbtInd>"
                + (debit ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Dt><Dt>2026-11-21</Dt></Dt></Bal>\n";
    }

    static String credit(String amount, String... more) {
        return entry("<Amt Ccy=\"CNY\">" + amount + "</Amt>", "CRDT", more);
    }

    static String debit(String amount, String... more) {
        return entry("<Amt Ccy=\"CNY\">" + amount + "</Amt>", "DBIT", more);
    }

    static String entry(String amount, String direction, String... more) {
        return "<Ntry>"
                + amount
                + "<CdtDbtInd>"
                + direction
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\n<BookgDt><Dt>2026-11-21</Dt></BookgDt>"
                + String.join("", more)
                + "</Ntry>";
    }
}
