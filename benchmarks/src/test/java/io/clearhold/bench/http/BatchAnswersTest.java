package io.clearhold.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A batch counts only if each of its operations created a payment. */
class BatchAnswersTest {
    private static final String CREATED = "{\"status\":201,\"body\":{\"id\":\"pay_1\",\"n\":%s}}";
    private static final String REFUSED = "{\"status\":422,\"body\":{\"id\":\"pay_1\",\"n\":%s}}";

    private final BatchAnswers check = new BatchAnswers(3);

    @Test
    void shouldTakeAsManyCreatedPaymentsAsWereAskedFor() {
        assertThat(isExpected(200, entry(CREATED, 1), entry(CREATED, 2), entry(CREATED, 3)))
                .isTrue();
        assertThat(isExpected(200, entry(CREATED, 9), entry(CREATED, 10), entry(CREATED, 1)))
                .as("of different lengths")
                .isTrue();
    }

    @Test
    void shouldRefuseAnyOtherAnswer() {
        String good = entry(CREATED, 1);
        assertThat(isExpected(503, good, good, good)).isFalse();
        assertThat(isExpected(200, good, good)).isFalse();
        assertThat(isExpected(200, good, good, good, good)).isFalse();
        for (int i = 0; i < 3; i++) {
            String[] entries = {good, good, good};
            entries[i] = entry(REFUSED, 1);
            assertThat(isExpected(200, entries)).as("the refused one is %d", i).isFalse();
        }
    }

    private boolean isExpected(int status, String... entries) {
        String body =
                "{\"object\":\"list\",\"data\":["
                        + String.join(",", Arrays.asList(entries))
                        + "],\"has_more\":false}";
        byte[] bytes = ("HEAD" + body + "GARBAGE").getBytes(StandardCharsets.US_ASCII);
        return check.isExpected(status, ByteBuffer.wrap(bytes), 4, 4 + body.length());
    }

    private static String entry(String text, int number) {
        return String.format(Locale.ROOT, text, number);
    }
}
