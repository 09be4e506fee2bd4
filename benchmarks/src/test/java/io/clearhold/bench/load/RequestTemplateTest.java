package io.clearhold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {
    @Test
    void shouldNumberEveryPlace() {
        RequestTemplate template =
                RequestTemplate.post(
                        "POST / HTTP/1.1\r\nIdempotency-Key: k-" + RequestTemplate.NUMBER + "\r\n",
                        "{\"reference\":\"" + RequestTemplate.NUMBER + "\"}");
        ByteBuffer buffer = template.newBuffer();
        template.number(buffer, 41);
        template.number(buffer, 1_234_567);
        assertThat(StandardCharsets.US_ASCII.decode(buffer).toString())
                .contains("Idempotency-Key: k-0000000001234567\r\n")
                .contains("Content-Length: 32\r\n\r\n{\"reference\":\"0000000001234567\"}");
    }

    @Test
    void shouldNameThePaymentOfAnAnswer() {
        RequestTemplate template =
                RequestTemplate.of("POST /v1/payments/" + RequestTemplate.PAYMENT + "/ship");
        ByteBuffer buffer = template.newBuffer();
        ByteBuffer answer = StandardCharsets.US_ASCII.encode("{\"id\":\"pay_0123456789abc\",");
        template.payment(buffer, answer, 7);
        assertThat(StandardCharsets.US_ASCII.decode(buffer).toString())
                .isEqualTo("POST /v1/payments/pay_0123456789abc/ship");
    }

    @Test
    void shouldChooseEachWordAboutAsOften() {
        RequestTemplate template =
                RequestTemplate.of("a " + RequestTemplate.NUMBER + " xx b")
                        .choosing(List.of("xx", "yy", "zz"));
        ByteBuffer buffer = template.newBuffer();
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            template.number(buffer, i);
            byte[] bytes = new byte[buffer.capacity()];
            buffer.get(0, bytes);
            String text = new String(bytes, StandardCharsets.US_ASCII);
            assertThat(text).startsWith("a 000000000000").endsWith(" b");
            seen.merge(text.substring(19, 21), 1, Integer::sum);
        }
        assertThat(seen.keySet()).containsExactly("xx", "yy", "zz");
        assertThat(seen.values()).allMatch(count -> count > 900);
    }
}
