package io.clearhold.config.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log may hold, and what not. */
class RedactionTest {
    private static final long ID = 0x0123_4567_89abL;

    @Test
    void shouldMaskEverySecretThatIsMadeHere() {
        Secrets secrets = new Secrets(new byte[Secrets.MASTER_KEY_BYTES]);
        String platform = secrets.apiKey(Role.PLATFORM, ID, 1);
        String operator = secrets.apiKey(Role.OPERATOR, ID, 1);
        String client = secrets.clientSecret(ID);
        String payer = secrets.payerSecret(ID, 12);

        assertThat(
                        Redaction.mask(
                                "%s,%s,\"%s\" key=%s".formatted(platform, operator, client, payer)))
                .isEqualTo("sk_***,ok_***,\"cs_***\" key=ps_***");
        assertThat(Redaction.mask("a part of one: " + platform.substring(0, 20)))
                .isEqualTo("a part of one: sk_***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "signed with whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | signed with whsec_***",
                "Authorization: Bearer abc.def-ghi | Authorization: ***",
                "{\"authorization\":\"Basic dXNlcjpwYXNz\"} | {\"authorization\":***}",
                "sent Basic dXNlcjpwYXNz to it | sent Basic *** to it",
                "jdbc:postgresql://db/c?user=u&password=hunter2&ssl=true"
                        + " | jdbc:postgresql://db/c?user=u&password=***&ssl=true",
                "postgres://u:hunter2@db:5432/c | postgres://***@db:5432/c",
                "{\"secret\":\"5a5a5a\"} | {\"secret\":\"***\"}",
                "card 4111111111111111 declined | card *** declined",
                "card 4111 1111 1111 1111 declined | card *** declined",
                "to GB82WEST12345698765432 | to ***",
                "to DE89 3704 0044 0532 0130 00, twice | to ***, twice",
                "{\"holder\":\"A\",\"number\":\"6222 0210 0111 2233 445\"}"
                        + " | {\"holder\":\"A\",\"number\":\"***\"}",
                "{\\\"number\\\":\\\"12345678\\\"} | {\\\"number\\\":\\\"***\\\"}",
                "account_number=12345678, next | account_number=***, next",
            })
    void shouldMask(String text, String masked) {
        assertThat(Redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence 4111111111111112 is durable",
                "payment pay_0a1b2c3d4e5f6 of 129.00 CNY",
                "no channel has the number 12",
                "password authentication failed for user clearhold",
                "2026-11-22T05:10:51.123Z ready at http://127.0.0.1:8080 with sequence 6",
                "GB00WEST12345698765432 is no account",
                "frame 17 in journal/20261122-0510.cq4 at 83886080",
            })
    void shouldLeaveWhatIsNoSecret(String text) {
        assertThat(Redaction.mask(text)).isEqualTo(text);
    }
}
