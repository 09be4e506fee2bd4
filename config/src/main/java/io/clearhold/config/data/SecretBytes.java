package io.clearhold.config.data;

import io.clearhold.config.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** 32 random bytes in a file that only its owner may read, in hexadecimal. */
public final class SecretBytes {
    public static final int LENGTH = 32;

    private static final String FORM = LENGTH * 2 + " hexadecimal digits";

    private SecretBytes() {}

    /** The bytes in a file, or nothing if there is no file. */
    static Optional<byte[]> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (PrivateFile.isOpenToOthers(file)) {
                throw new StartRefusedException(
                        file + " is open to other users: run chmod 600 " + file);
            }
            return Optional.of(parse(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new StartRefusedException(file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** The bytes in a file, made now if there is none. */
    public static byte[] readOrCreate(Path file) {
        return read(file).orElseGet(() -> create(file));
    }

    static byte[] create(Path file) {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        try {
            PrivateFile.write(file, HexFormat.of().formatHex(bytes) + "\n");
        } catch (IOException e) {
            throw new StartRefusedException(
                    file + " cannot be written (" + e.getMessage() + ")", e);
        }
        return bytes;
    }

    /**
     * @param source named when the text has another form; the text itself never is
     */
    static byte[] parse(String text, String source) {
        try {
            byte[] bytes = HexFormat.of().parseHex(text.strip());
            if (bytes.length == LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(source + " must hold " + FORM, e);
        }
        throw new StartRefusedException(source + " must hold " + FORM);
    }
}
