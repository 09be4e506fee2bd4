package io.clearhold.bank.camt;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.StatementFormat;
import io.clearhold.bank.xml.XmlCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which message a document is: told by the element that holds the content, because banks leave out
 * namespaces and put envelopes around.
 *
 * @param version 0 if the namespace does not say
 */
public record CamtMessage(StatementFormat format, int version) {
    /** Elements that an envelope may have before the message. */
    private static final int MAX_ELEMENTS_BEFORE = 200;

    private static final Pattern VERSION = Pattern.compile("camt\\.05[234]\\.001\\.(\\d{2})$");

    /** The message in a document, empty if there is none that is known. */
    public static Optional<CamtMessage> of(Path file, int maxDepth)
            throws IOException, FileRefusedException {
        try (XmlCursor cursor = XmlCursor.open(file, maxDepth)) {
            for (int i = 0; i < MAX_ELEMENTS_BEFORE && cursor.nextElement(); i++) {
                Optional<CamtMessage> message = present(cursor);
                if (message.isPresent()) {
                    return message;
                }
            }
            return Optional.empty();
        }
    }

    /** The message whose content the present element is, if it is one. */
    static Optional<CamtMessage> present(XmlCursor cursor) {
        return switch (cursor.name()) {
            case "BkToCstmrStmt" -> message(StatementFormat.CAMT_053, cursor);
            case "BkToCstmrAcctRpt" -> message(StatementFormat.CAMT_052, cursor);
            case "BkToCstmrDbtCdtNtfctn" -> message(StatementFormat.CAMT_054, cursor);
            default -> Optional.empty();
        };
    }

    private static Optional<CamtMessage> message(StatementFormat format, XmlCursor cursor) {
        Matcher matcher = VERSION.matcher(cursor.namespace());
        int version = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        return Optional.of(new CamtMessage(format, version));
    }
}
