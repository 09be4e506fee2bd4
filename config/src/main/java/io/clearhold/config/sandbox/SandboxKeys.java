package io.clearhold.config.sandbox;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.PrivateFile;
import io.clearhold.config.json.JsonMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The keys and accounts of a sandbox, as {@code sandbox-keys.json} has them.
 *
 * @param secondOperatorKey another person's, so that approvals can be tried
 */
public record SandboxKeys(
        String platformKey,
        String operatorKey,
        String secondOperatorKey,
        String merchantAccount,
        String buyerAccount) {
    private static final String PLATFORM = "platform_key";
    private static final String OPERATOR = "operator_key";
    private static final String SECOND_OPERATOR = "second_operator_key";
    private static final String MERCHANT = "merchant_account";
    private static final String BUYER = "buyer_account";

    /** Writes them for their owner alone; durable when it returns. */
    void write(Path file) {
        JsonMembers members =
                JsonMembers.of(
                        PLATFORM, platformKey,
                        OPERATOR, operatorKey,
                        SECOND_OPERATOR, secondOperatorKey,
                        MERCHANT, merchantAccount,
                        BUYER, buyerAccount);
        try {
            PrivateFile.write(file, members.lines());
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the sandbox's keys cannot be written to " + file + " (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Whether the file says exactly this. */
    boolean isIn(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            JsonMembers members = JsonMembers.parse(Files.readString(file));
            return equals(
                    new SandboxKeys(
                            members.get(PLATFORM),
                            members.get(OPERATOR),
                            members.get(SECOND_OPERATOR),
                            members.get(MERCHANT),
                            members.get(BUYER)));
        } catch (IOException e) {
            // Broken or half restored: it is written again from the journal.
            return false;
        }
    }
}
