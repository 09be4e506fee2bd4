package io.clearhold.bank.xml;

import com.ctc.wstx.exc.WstxEOFException;
import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a document when the parser gives up. */
final class XmlFlaws {
    private static final int MAX_DETAIL = 200;

    private XmlFlaws() {}

    /**
     * The refusal that a parser's exception comes to.
     *
     * @param line where the parser was, if the exception does not say
     * @throws IOException if the disk failed and the document is not to blame
     */
    static FileRefusedException refusal(Exception e, long line) throws IOException {
        Throwable cause = cause(e);
        if (cause instanceof IOException failure && !isEncoding(failure)) {
            if (failure instanceof MeteredInput.OverdrawnException) {
                return new FileRefusedException(
                        FindingCode.MARKUP_TOO_LONG,
                        line,
                        "",
                        "A name, a comment or another piece of markup is too long.");
            }
            throw failure;
        }
        return new FileRefusedException(code(e, cause), line(e, line), "", detail(e));
    }

    /** The input's own exception, where the parser only hands it on. */
    private static @Nullable Throwable cause(Exception e) {
        return e instanceof XMLStreamException stream && stream.getNestedException() != null
                ? stream.getNestedException()
                : e.getCause();
    }

    private static boolean isEncoding(IOException e) {
        return e instanceof CharConversionException
                || e instanceof CharacterCodingException
                || e instanceof UnsupportedEncodingException;
    }

    private static FindingCode code(Exception e, @Nullable Throwable cause) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof WstxEOFException || message.contains("unexpected eof")) {
            return FindingCode.TRUNCATED;
        }
        boolean encoding =
                cause instanceof IOException
                        || message.contains("encoding")
                        || message.contains("invalid utf-8");
        return encoding ? FindingCode.ENCODING_INVALID : FindingCode.NOT_WELL_FORMED;
    }

    private static long line(Exception e, long line) {
        if (e instanceof XMLStreamException stream
                && stream.getLocation() != null
                && stream.getLocation().getLineNumber() > 0) {
            return stream.getLocation().getLineNumber();
        }
        return line;
    }

    /** The parser's first sentence: what follows is the place. */
    private static String detail(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "The XML cannot be read: "
                + (message.length() > MAX_DETAIL ? message.substring(0, MAX_DETAIL) : message);
    }
}
