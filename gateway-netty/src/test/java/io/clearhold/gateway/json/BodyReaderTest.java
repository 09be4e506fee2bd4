package io.clearhold.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clearhold.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final JsonFields FIELDS =
            JsonFields.required("amount").optional("name", "flag", "nested");
    private static final JsonFields NESTED = JsonFields.required("bps");

    @Test
    void shouldReadEveryKindOfValue() {
        assertThat(read("{\"nested\":{\"bps\":5},\"flag\":true,\"name\":\"x\",\"amount\":7}"))
                .isEqualTo("amount 7, name x, flag true, bps 5");
    }

    @Test
    void shouldTakeTheLargestAmount() {
        assertThat(read("{\"amount\":9223372036854775807}"))
                .isEqualTo("amount 9223372036854775807, name null, flag false, bps 0");
    }

    @Test
    void shouldTakeANullForAMissingMember() {
        assertThat(read("{\"amount\":1,\"name\":null}"))
                .isEqualTo("amount 1, name null, flag false, bps 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2",
                "1.0",
                "\"100\"",
                "0",
                "-1",
                "-0",
                "9223372036854775808",
                "null",
                "true",
                "[]",
                "{}",
                "1E0",
                "100000000000000000000000000000000000000000"
            })
    void shouldRefuseWhatIsNoAmount(String value) {
        RequestRefused refused = refused("{\"amount\":" + value + "}");
        assertThat(refused.code().code()).isEqualTo("invalid_field");
        assertThat(refused.param()).isEqualTo("/amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}{}",
                "{} x",
                "[",
                "[]",
                "1",
                "{\"amount\":1,}",
                "{\"amount\":01}",
                "{\"amount\":+1}",
                "{\"amount\":1 \"name\":\"x\"}",
                "{'amount':1}",
                "{amount:1}",
                "{\"amount\":NaN}",
                "{\"amount\":1/*c*/}",
                "{\"amount\":1,\"amount\":1}",
                "{\"amount\":1,\"amou\\u006et\":1}",
                "{\"amount\":1,\"nested\":{\"bps\":1,\"bps\":1}}",
                "{\"amount\":1,\"name\":\"\\x\"}",
                "{\"amount\":1,\"name\":\"a\tb\"}",
                "{\"amount\":0,\"name\":",
                "{\"colour\":{\"a\":1,\"a\":1}}",
            })
    void shouldRefuseWhatIsNoJson(String body) {
        assertThat(refused(body).code().code()).isEqualTo("invalid_json");
    }

    @Test
    void shouldRefuseWhatIsNoUtf8() {
        byte[][] bodies = {
            {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
            {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
            {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            "{\"amount\":1}".getBytes(StandardCharsets.UTF_16LE),
            "{\"amount\":1}".getBytes(StandardCharsets.UTF_16),
        };
        for (byte[] body : bodies) {
            RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> parse(body));
            assertThat(refused.code().code()).isEqualTo("invalid_json");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amount\":1,\"colour\":2}|unknown_field|/colour",
                "{\"name\":\"x\"}|invalid_field|/amount",
                "{\"amount\":1,\"nested\":{}}|invalid_field|/nested/bps",
                "{\"amount\":1,\"nested\":{\"bps\":\"x\"}}|invalid_field|/nested/bps",
                "{\"amount\":1,\"nested\":[]}|invalid_field|/nested",
                "{\"amount\":1,\"flag\":1}|invalid_field|/flag",
                "{\"amount\":1,\"name\":\"\"}|invalid_field|/name",
                "{\"amount\":1,\"name\":\"aaaaaa\"}|invalid_field|/name",
                "{\"amount\":1,\"name\":\"\\u0000\"}|invalid_field|/name",
                "{\"amount\":1,\"name\":\"\\ud800\"}|invalid_field|/name",
            })
    void shouldPointAtTheField(String body, String code, String param) {
        RequestRefused refused = refused(body);
        assertThat(refused.code().code()).isEqualTo(code);
        assertThat(refused.param()).isEqualTo(param);
    }

    @Test
    void shouldCountCodePointsAndNotSurrogates() {
        assertThat(read("{\"amount\":1,\"name\":\"😀😀😀😀😀\"}")).contains("😀");
    }

    private static RequestRefused refused(String body) {
        return catchThrowableOfType(RequestRefused.class, () -> read(body));
    }

    private static String read(String body) {
        return parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String parse(byte[] bytes) {
        BodyReader body = new BodyReader();
        long amount = 0;
        @Nullable String name = null;
        boolean flag = false;
        long bps = 0;
        assertThat(body.open(bytes, bytes.length)).isTrue();
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> amount = body.amount();
                case 1 -> name = body.text(1, 5).toString();
                case 2 -> flag = body.bool();
                case 3 -> {
                    body.beginObject();
                    while (body.nextField(NESTED) >= 0) {
                        bps = body.integer(1, 10_000);
                    }
                }
                default -> throw new IllegalStateException();
            }
        }
        return "amount " + amount + ", name " + name + ", flag " + flag + ", bps " + bps;
    }
}
