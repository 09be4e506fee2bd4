package io.clearhold.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {
    /** The same bytes at each run; a failure names them. */
    private final SplittableRandom random = new SplittableRandom(20_261_122);

    @Test
    void shouldAgreeWithTheJdkOnStrings() {
        for (int i = 0; i < 5_000; i++) {
            int[] points = random.ints(random.nextInt(12), 0, 0x110000).toArray();
            String text = new String(points, 0, points.length);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(Utf8.isText(bytes, bytes.length)).as(text).isEqualTo(text.indexOf('\0') < 0);
        }
    }

    @Test
    void shouldAgreeWithTheJdkOnBytes() {
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(13)];
            random.nextBytes(bytes);
            assertThat(Utf8.isText(bytes, bytes.length)).as("%s", bytes).isEqualTo(isText(bytes));
        }
    }

    @Test
    void shouldAgreeWithTheJdkOnEveryThreeBytes() {
        byte[] bytes = new byte[3];
        for (int first = 0x7e; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                for (int third : new int[] {0, 0x41, 0x7f, 0x80, 0xa0, 0xbf, 0xc0, 0xff}) {
                    bytes[0] = (byte) first;
                    bytes[1] = (byte) second;
                    bytes[2] = (byte) third;
                    assertThat(Utf8.isText(bytes, 3)).isEqualTo(isText(bytes));
                }
            }
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
