package io.clearhold.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextMembersTest {
    @Test
    void shouldFindMembersAndCopyThemAsTheyStand() {
        TextMembers text =
                members("\"a\":\"x,\\\"}\",\"b\":{\"a\":[1,{\"c\":\"}\"}]},\"c\":-1,\"d\":null");
        JsonWriter out = new JsonWriter(4).beginObject();
        for (String name : new String[] {"d", "c", "b", "a", "e"}) {
            text.copyOrNull(JsonName.of(name), out);
        }
        assertThat(out.endObject())
                .hasToString(
                        "{\"d\":null,\"c\":-1,\"b\":{\"a\":[1,{\"c\":\"}\"}]},\"a\":\"x,\\\"}\",\"e\":null}");
    }

    @Test
    void shouldNotTakeAPartOfANameForTheName() {
        assertThat(members("\"ab\":1").find(JsonName.of("a"))).isEqualTo(-1);
        assertThat(members("\"a\":1").find(JsonName.of("ab"))).isEqualTo(-1);
    }

    @Test
    void shouldFindNothingInNothing() {
        assertThat(members("").count()).isZero();
    }

    @Test
    void shouldHoldMoreMembersThanItBeganWith() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v\"");
        }
        TextMembers members = members(text.toString());
        assertThat(members.count()).isEqualTo(50);
        assertThat(members.rawName(49)).isEqualTo("k49");
        assertThat(members.rawValue(49)).isEqualTo("\"v\"");
    }

    private static TextMembers members(String text) {
        byte[] bytes = ("::" + text).getBytes(StandardCharsets.UTF_8);
        return new TextMembers().wrap(bytes, 2, bytes.length - 2);
    }
}
