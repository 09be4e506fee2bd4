package io.clearhold.bank.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}x",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":01}",
                "{a:1}",
                "\u0000"
            })
    void shouldRefuseWhatIsNotOneObject(String text) {
        assertThatThrownBy(() -> JsonFields.parse(text))
                .isInstanceOf(JsonUnreadableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"n\":null}",
                "{\"n\":\"1\"}",
                "{\"n\":1.0}",
                "{\"n\":1e2}",
                "{\"n\":9223372036854775808}",
                "{\"n\":true}",
                "{\"n\":{}}"
            })
    void shouldRefuseWhatIsNotAnInteger(String text) throws JsonUnreadableException {
        JsonFields fields = JsonFields.parse(text);

        assertThatThrownBy(() -> fields.requiredNumber("n"))
                .isInstanceOf(JsonUnreadableException.class);
    }

    @Test
    void shouldKeepNestedObjectsAsText() throws JsonUnreadableException {
        JsonFields fields = JsonFields.parse("{ \"a\" : { \"b\" : [ 1, \"ü\" ] }, \"c\": 7 }");

        assertThat(fields.object("a")).isEqualTo("{\"b\":[1,\"ü\"]}");
        assertThat(fields.object("absent")).isEqualTo("{}");
        assertThat(fields.requiredNumber("c")).isEqualTo(7);
    }

    /** The parameter is the seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldReadBackEveryTextItWrites(long seed) throws JsonUnreadableException {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            String text = text(random);
            long number = random.nextLong();
            String members = new JsonText().text("t", text).number("n", number).members();

            JsonFields fields = JsonFields.parseMembers(members);

            assertThat(fields.text("t")).as("seed %s", seed).isEqualTo(text);
            assertThat(fields.requiredNumber("n")).isEqualTo(number);
        }
    }

    /** Any characters but lone surrogates, which are not text; the first 256 often. */
    private static String text(Random random) {
        int[] codePoints =
                random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
                        .map(c -> random.nextBoolean() ? c & 0xff : c)
                        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                        .toArray();
        return new String(codePoints, 0, codePoints.length);
    }
}
