package io.clearhold.config.data;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.settings.SettingNames;
import io.clearhold.core.lifecycle.ServerMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What every API key and payment secret is derived from. A sandbox makes its own; in production it
 * is the operator's to make and to keep, because who has it has every key.
 */
public final class MasterKey {
    private static final int FINGERPRINT_BYTES = 8;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key in the environment, else the one in the data folder. */
    public static MasterKey load(
            DataFolder folder, ServerMode mode, Map<String, String> environment) {
        String given = environment.get(SettingNames.MASTER_KEY);
        if (given != null) {
            return new MasterKey(SecretBytes.parse(given, SettingNames.MASTER_KEY));
        }
        Path file = folder.masterKey();
        Optional<byte[]> stored = SecretBytes.read(file);
        if (stored.isPresent()) {
            return new MasterKey(stored.get());
        }
        if (Files.isDirectory(folder.journal())) {
            throw new StartRefusedException(
                    "the master key "
                            + file
                            + " is missing, and every API key of this journal depends on it:"
                            + " put it back, or set "
                            + SettingNames.MASTER_KEY);
        }
        if (mode == ServerMode.PRODUCTION) {
            throw new StartRefusedException(
                    "production needs a master key: write 64 hexadecimal digits"
                            + " (openssl rand -hex 32) to "
                            + file
                            + " with mode 600, or set "
                            + SettingNames.MASTER_KEY);
        }
        return new MasterKey(SecretBytes.create(file));
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    /** Tells one key from another and says nothing about either: it stands in the journal. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hmac("fingerprint"), 0, FINGERPRINT_BYTES);
    }

    /** Another secret of 32 bytes, of which nobody can come back to this one. */
    public byte[] derive(String purpose) {
        return hmac(purpose);
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[not shown]";
    }
}
