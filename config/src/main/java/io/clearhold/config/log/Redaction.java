package io.clearhold.config.log;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a text what no log may hold: secrets, whoever's they are, and numbers of cards and
 * bank accounts. It looks at forms and not at names of fields alone, because texts of exceptions
 * quote whatever failed. What it leaves of a secret says which kind it was. Safe for many threads.
 */
public final class Redaction {
    private static final String MASK = "***";

    /** API keys and payment secrets as {@code Secrets} makes them, also when they are cut short. */
    private static final Pattern SECRET =
            Pattern.compile("(?<![A-Za-z0-9])([a-z]k|cs|ps)_[A-Za-z0-9][A-Za-z0-9_]{7,}");

    private static final Pattern WEBHOOK_SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=_-]+");

    /** RFC 9110, 11.6.2: the scheme stays, its credentials go. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]+");

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)(authorization\\\\?\"?\\s*[:=]\\s*)[^\\r\\n,;}\\]]+");

    private static final Pattern PASSWORD =
            Pattern.compile(
                    "(?i)((?:password|passwd|pwd|passphrase|secret|api[_-]?key|master[_-]?key)"
                            + "\\\\?\"?\\s*[:=]\\s*\\\\?\"?)[^\\s&;,\"'\\\\}\\]]+");

    /** RFC 3986, 3.2.1: user and password in front of a host. */
    private static final Pattern USER_INFORMATION = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@");

    /** The field {@code number} of a bank account, also as {@code account_number}. */
    private static final Pattern NUMBER_FIELD =
            Pattern.compile(
                    "(?i)(number\\\\?\"?\\s*[:=]\\s*\\\\?\"?)"
                            + "([A-Z]{0,4}\\d[A-Z0-9 -]{3,32}[A-Z0-9])");

    /** Digits with single spaces or dashes between them. */
    private static final Pattern CARD =
            Pattern.compile("(?<![0-9A-Za-z_.])\\d(?:[ -]?\\d){12,18}(?![0-9A-Za-z])");

    /** ISO 13616. */
    private static final Pattern IBAN =
            Pattern.compile("(?<![0-9A-Za-z_])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}(?![0-9A-Za-z])");

    private Redaction() {}

    /** The text without what must not be read. */
    public static String mask(String text) {
        String masked = AUTHORIZATION.matcher(text).replaceAll("$1" + MASK);
        masked = CREDENTIALS.matcher(masked).replaceAll("$1 " + MASK);
        masked = SECRET.matcher(masked).replaceAll("$1_" + MASK);
        masked = WEBHOOK_SECRET.matcher(masked).replaceAll("whsec_" + MASK);
        masked = PASSWORD.matcher(masked).replaceAll("$1" + MASK);
        masked = USER_INFORMATION.matcher(masked).replaceAll("://" + MASK + "@");
        masked = NUMBER_FIELD.matcher(masked).replaceAll("$1" + MASK);
        masked = IBAN.matcher(masked).replaceAll(found -> kept(found, isIban(found.group())));
        return CARD.matcher(masked).replaceAll(found -> kept(found, isCard(found.group())));
    }

    private static String kept(MatchResult found, boolean secret) {
        return secret ? MASK : found.group();
    }

    /** ISO/IEC 7812-1, annex B: the formula of Luhn. */
    private static boolean isCard(String text) {
        int sum = 0;
        boolean twice = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                int counted = twice ? 2 * digit : digit;
                sum += counted > 9 ? counted - 9 : counted;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7064, MOD 97-10, with the first four characters at the end. */
    private static boolean isIban(String text) {
        String packed = text.replace(" ", "");
        String turned = packed.substring(4) + packed.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}
