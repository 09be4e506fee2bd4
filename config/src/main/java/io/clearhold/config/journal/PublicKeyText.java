package io.clearhold.config.journal;

import io.clearhold.config.StartRefusedException;
import io.clearhold.ledger.audit.HeadVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key as people have it: 32 bytes in base64, alone or somewhere in a file (what {@code
 * clearhold keys signing} prints, the answer of {@code /v1/ledger/keys}, a PEM file).
 */
final class PublicKeyText {
    /** In PEM the key stands behind the fixed bytes of RFC 8410. */
    private static final Pattern KEY =
            Pattern.compile(
                    "(?<![A-Za-z0-9+/])(?:MCowBQYDK2VwAyEA)?([A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])");

    private PublicKeyText() {}

    static HeadVerifier parse(String fileOrKey) {
        String text = content(fileOrKey);
        Matcher matcher = KEY.matcher(text);
        if (!matcher.find()) {
            throw new StartRefusedException(
                    fileOrKey + " is neither a file with an Ed25519 public key nor one in base64");
        }
        try {
            return new HeadVerifier(Base64.getDecoder().decode(matcher.group(1)));
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(fileOrKey + " holds no Ed25519 public key", e);
        }
    }

    private static String content(String fileOrKey) {
        try {
            Path file = Path.of(fileOrKey);
            return Files.isRegularFile(file) ? Files.readString(file) : fileOrKey;
        } catch (InvalidPathException e) {
            return fileOrKey;
        } catch (IOException e) {
            throw new StartRefusedException(
                    fileOrKey + " cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
