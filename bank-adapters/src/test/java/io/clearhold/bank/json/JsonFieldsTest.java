package io.clearhold.bank.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    @Property
    void shouldReadBackEveryTextItWrites(@ForAll String text, @ForAll long number)
            throws JsonUnreadableException {
        String members = new JsonText().text("t", text).number("n", number).members();

        JsonFields fields = JsonFields.parseMembers(members);

        assertThat(fields.text("t")).isEqualTo(text);
        assertThat(fields.requiredNumber("n")).isEqualTo(number);
    }
}
