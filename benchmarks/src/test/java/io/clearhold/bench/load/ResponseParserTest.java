package io.clearhold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseParserTest {
    private static final String ANSWER =
            "HTTP/1.1 201 Created\r\nrequest-id: 7\r\nContent-length: 12\r\n\r\n{\"id\":\"x\\n\"}";

    @Test
    void shouldFindTheEndHoweverTheBytesCome() throws IOException {
        ByteBuffer bytes = bytes(ANSWER);
        ResponseParser parser = new ResponseParser();
        for (int length = 1; length < ANSWER.length(); length++) {
            assertThat(parser.isComplete(bytes, length)).as("after %d bytes", length).isFalse();
        }
        assertThat(parser.isComplete(bytes, ANSWER.length())).isTrue();
        assertThat(parser.status()).isEqualTo(201);
        assertThat(ANSWER.substring(parser.bodyAt())).startsWith("{").endsWith("}");
    }

    @Test
    void shouldBeginAnewAfterAnAnswer() throws IOException {
        ResponseParser parser = new ResponseParser();
        assertThat(parser.isComplete(bytes(ANSWER), ANSWER.length())).isTrue();
        String empty = "HTTP/1.1 503 Service Unavailable\r\ncontent-length:0\r\n\r\n";
        assertThat(parser.isComplete(bytes(empty), empty.length())).isTrue();
        assertThat(parser.status()).isEqualTo(503);
    }

    @Test
    void shouldRefuseWhatItCannotDelimit() {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThatThrownBy(() -> new ResponseParser().isComplete(bytes(chunked), chunked.length()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        new ResponseParser().isComplete(bytes(ANSWER + "H"), ANSWER.length() + 1))
                .isInstanceOf(IOException.class);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
