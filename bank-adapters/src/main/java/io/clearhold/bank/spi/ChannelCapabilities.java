package io.clearhold.bank.spi;

import java.util.Set;

/**
 * What a channel can do.
 *
 * @param idLength characters that it takes in an id of ours
 * @param idCharset which characters those may be
 * @param query whether it can be asked what became of an instruction
 * @param close whether it can be asked to end one uncollected
 * @param visibilityWindowMs logged time after which its "not found" is believed
 * @param requestTimeoutMs wall time after which no answer is awaited any more
 * @param currencies ISO 4217 codes that it moves
 */
public record ChannelCapabilities(
        int idLength,
        IdCharset idCharset,
        boolean query,
        boolean close,
        long visibilityWindowMs,
        long requestTimeoutMs,
        Set<String> currencies) {
    /** The characters of an id, from narrow to wide. */
    public enum IdCharset {
        DIGITS,
        LETTERS_AND_DIGITS,
        LETTERS_DIGITS_AND_UNDERSCORE
    }

    public ChannelCapabilities {
        currencies = Set.copyOf(currencies);
    }

    /** Whether the bank can be given {@code id} as it is. */
    public boolean canCarry(String id) {
        return id.length() <= idLength && id.chars().allMatch(this::allows);
    }

    private boolean allows(int c) {
        boolean digit = c >= '0' && c <= '9';
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return switch (idCharset) {
            case DIGITS -> digit;
            case LETTERS_AND_DIGITS -> digit || letter;
            case LETTERS_DIGITS_AND_UNDERSCORE -> digit || letter || c == '_';
        };
    }
}
