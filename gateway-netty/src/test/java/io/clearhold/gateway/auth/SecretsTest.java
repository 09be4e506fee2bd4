package io.clearhold.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.auth.Credential.ClientSecret;
import io.clearhold.gateway.auth.Credential.PayerSecret;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final long ID = ObjectId.of(1, 77, 3);

    private final Secrets secrets = new Secrets(new byte[Secrets.MASTER_KEY_BYTES]);

    @Test
    void shouldKeepTheFormOfEverySecret() {
        assertThat(secrets.apiKey(Role.PLATFORM, ID, 1)).matches("sk_[0-9a-z]{13}_[0-9a-z]{32}");
        assertThat(secrets.apiKey(Role.OPERATOR, ID, 1)).matches("ok_[0-9a-z]{13}_[0-9a-z]{32}");
        assertThat(secrets.clientSecret(ID)).matches("cs_[0-9a-z]{13}_[0-9a-z]{32}");
        assertThat(secrets.payerSecret(ID, 12)).matches("ps_[0-9a-z]{13}_12_[0-9a-z]{32}");
    }

    /** What was handed out once must be derived again by every later version. */
    @Test
    void shouldDeriveTheSameSecretsForEver() {
        assertThat(secrets.clientSecret(ID))
                .isEqualTo("cs_0200000009m03_cm4gh5d5vafzch6pka9vqgycaaknmayn");
    }

    @Test
    void shouldDeriveAnotherSecretForEveryInput() {
        assertThat(
                        new String[] {
                            mac(secrets.apiKey(Role.PLATFORM, ID, 1)),
                            mac(secrets.apiKey(Role.PLATFORM, ID, 2)),
                            mac(secrets.apiKey(Role.PLATFORM, ID + 1, 1)),
                            mac(secrets.clientSecret(ID)),
                            mac(secrets.payerSecret(ID, 0)),
                            mac(secrets.payerSecret(ID, 1)),
                            mac(other().clientSecret(ID)),
                        })
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellWhichGenerationAKeyProves() {
        assertThat(secrets.generation(secrets.apiKey(Role.ACCOUNT, ID, 1))).isEqualTo(1);
        assertThat(secrets.generation(secrets.apiKey(Role.OPERATOR, ID, 3))).isEqualTo(3);
        assertThat(secrets.generation(other().apiKey(Role.ACCOUNT, ID, 1))).isZero();
        assertThat(secrets.generation(secrets.clientSecret(ID))).isZero();
        assertThat(Secrets.keyId(secrets.apiKey(Role.ACCOUNT, ID, 1))).isEqualTo(ID);
    }

    @Test
    void shouldVerifyTheSecretsOfAPayment() {
        assertThat(secrets.verifyPaymentSecret(secrets.clientSecret(ID)))
                .isEqualTo(new ClientSecret(ID));
        assertThat(secrets.verifyPaymentSecret(secrets.payerSecret(ID, 7)))
                .isEqualTo(new PayerSecret(ID, 7));
    }

    @Test
    void shouldRefuseWhatItDidNotDerive() {
        String good = secrets.clientSecret(ID);
        String payer = secrets.payerSecret(ID, 7);
        String[] wrong = {
            "",
            "cs_",
            "cs__",
            good.substring(0, good.length() - 1),
            good + "0",
            good.replace("cs_", "ps_"),
            good.toUpperCase(java.util.Locale.ROOT),
            payer.replace("_7_", "_8_"),
            payer.replace("_7_", "_07_"),
            payer.replace("_7_", "__"),
            payer.replace("_7_", "_99999999_"),
            secrets.apiKey(Role.PLATFORM, ID, 1),
            other().clientSecret(ID),
            "é".repeat(50),
        };
        for (String text : wrong) {
            assertThat(secrets.verifyPaymentSecret(text)).as(text).isNull();
        }
    }

    @Test
    void shouldRefuseAShortMasterKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Secrets(new byte[31]));
    }

    private static String mac(String secret) {
        return secret.substring(secret.length() - Secrets.MAC_LENGTH);
    }

    private static Secrets other() {
        byte[] key = new byte[Secrets.MASTER_KEY_BYTES];
        key[0] = 1;
        return new Secrets(key);
    }
}
