package io.clearhold.bank.spi;

import java.util.Map;

/**
 * One bank, or one payment channel. Calls block (they run on virtual threads), end within {@link
 * ChannelCapabilities#requestTimeoutMs}, and never throw for trouble at the bank: trouble is a
 * {@link BankReport}, because money depends on telling its kinds apart. Safe for many threads.
 */
public interface BankChannel {
    ChannelCapabilities capabilities();

    /**
     * Tells the bank, under the instruction's id. {@link BankReport.NotSent} only if not a byte
     * left; when in doubt {@link BankReport.Unknown}.
     */
    BankReport submit(BankInstruction instruction);

    /** Asks what became of it. {@link BankReport.NotFound} only on the bank's authentic word. */
    BankReport query(BankInstruction instruction);

    /** Asks the bank to end it uncollected; {@link BankReport.Settled} if the money was faster. */
    BankReport close(BankInstruction instruction);

    /**
     * Reads a message that the bank sent by itself.
     *
     * @param headers names in lower case
     */
    BankCallback receive(Map<String, String> headers, byte[] body);
}
