package io.clearhold.bank.statement;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a file says of itself.
 *
 * @param version of the format, 0 if the file does not say
 * @param messageId the bank's id of the file, empty if there is none
 * @param createdAt by the bank's clock
 */
public record FileHead(
        StatementFormat format, int version, String messageId, Optional<LocalDateTime> createdAt) {}
