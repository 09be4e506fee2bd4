package io.clearhold.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.gateway.auth.Secrets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    /** The example that the Standard Webhooks libraries test themselves with. */
    @Test
    void shouldSignLikeTheReferenceLibraries() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        String header =
                WebhookSignature.header(
                        List.of(secret),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}");
        assertThat(header).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldHaveSecretsOfTheLengthThatTheStandardAsksFor() {
        Secrets secrets = new Secrets(new byte[Secrets.MASTER_KEY_BYTES]);
        String secret = secrets.webhookSecret(4096, 1);
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeBetween(24, 64);
        assertThat(secrets.webhookSecret(4096, 2)).isNotEqualTo(secret);
        assertThat(secrets.webhookSecret(8192, 1)).isNotEqualTo(secret);
    }
}
