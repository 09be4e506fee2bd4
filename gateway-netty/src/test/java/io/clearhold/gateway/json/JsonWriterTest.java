package io.clearhold.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static final int TRIES = 300;

    /** The same numbers at each run; a failure names the number. */
    private static final SplittableRandom RANDOM = new SplittableRandom(20_261_122);

    private static final JsonName A = JsonName.of("a");

    @Test
    void shouldPutCommasBetweenMembersAndItems() {
        JsonWriter out = new JsonWriter(4);
        out.beginObject().member(A, 1).memberNull(A).name(A).beginArray();
        out.number(1).beginObject().endObject().string("x").beginArray().endArray();
        out.endArray().member(A, true).endObject();
        assertThat(out).hasToString("{\"a\":1,\"a\":null,\"a\":[1,{},\"x\",[]],\"a\":true}");
    }

    @Test
    void shouldEscapeWhatJsonWantsEscaped() {
        JsonWriter out = new JsonWriter(4).string("\"\\/\n\r\t\u0001\u001fé€😀\u007f");
        assertThat(out).hasToString("\"\\\"\\\\/\\n\\r\\t\\u0001\\u001fé€😀\u007f\"");
    }

    @RepeatedTest(TRIES)
    void shouldWriteNumbersAsJavaDoes() {
        long number = RANDOM.nextLong() >> RANDOM.nextInt(64);
        assertThat(new JsonWriter(4).number(number)).hasToString(Long.toString(number));
    }

    @Test
    void shouldWriteTheEdgesOfNumbers() {
        for (long number : new long[] {0, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(new JsonWriter(4).number(number)).hasToString(Long.toString(number));
        }
    }

    @RepeatedTest(TRIES)
    void shouldWriteIdsAsTheCoreDoes() {
        long id = RANDOM.nextLong(1, Long.MAX_VALUE);
        assertThat(new JsonWriter(4).id(IdKind.PAYMENT, id))
                .hasToString('"' + ObjectId.toText(IdKind.PAYMENT, id) + '"');
    }

    @RepeatedTest(TRIES)
    void shouldWriteTimesAsJavaDoes() {
        long ms = RANDOM.nextLong(1, 253_402_300_800_000L);
        String expected =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                        .format(Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC));
        assertThat(new JsonWriter(4).time(ms)).hasToString('"' + expected + '"');
        if (ms >= 31_536_000_000L && ms < 253_370_764_800_000L) {
            assertThat(Rfc3339.parse(expected)).isEqualTo(ms);
        }
    }

    @Test
    void shouldTakeTimesWithAnyOffset() {
        assertThat(Rfc3339.parse("2026-11-21T08:30:00+08:00"))
                .isEqualTo(Rfc3339.parse("2026-11-21T00:30:00.000Z"));
    }

    @Test
    void shouldRefuseWhatIsNoTime() {
        for (String text :
                new String[] {
                    "", "2026-11-21", "2026-11-21T08:30:00", "2026-02-30T08:30:00Z", "now"
                }) {
            assertThat(Rfc3339.parse(text)).as(text).isEqualTo(Rfc3339.INVALID);
        }
    }
}
