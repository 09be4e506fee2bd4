package io.clearhold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
}
