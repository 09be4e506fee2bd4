package io.clearhold.bank.xml;

import io.clearhold.bank.statement.FileRefusedException;
import io.clearhold.bank.statement.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through a document element by element. A caller notes its {@link #depth} and asks for
 * {@link #nextChild}: what it does not look into is skipped by itself.
 *
 * <pre>
 * int depth = cursor.depth();
 * while (cursor.nextChild(depth)) {
 *     switch (cursor.name()) {
 *         case "MsgId" -> messageId = cursor.text(35);
 *         default -> {}
 *     }
 * }
 * </pre>
 *
 * <p>Names are local: the prefix and version of a namespace do not matter. Encodings are those that
 * the document declares or its first bytes show. Confined to one thread.
 */
public final class XmlCursor implements AutoCloseable {
    /** Bytes that the parser may read between two events. */
    private static final int ALLOWANCE_BYTES = 1 << 20;

    private static final int MAX_ATTRIBUTE_CHARS = 4_096;
    private static final int MAX_ATTRIBUTES = 64;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream file;
    private final MeteredInput input;
    private final XMLStreamReader reader;
    private final int maxDepth;
    private int depth;
    private boolean cut;

    private XmlCursor(InputStream file, MeteredInput input, XMLStreamReader reader, int maxDepth) {
        this.file = file;
        this.input = input;
        this.reader = reader;
        this.maxDepth = maxDepth;
    }

    /** Stands before the document's root element. */
    public static XmlCursor open(Path path, int maxDepth) throws IOException, FileRefusedException {
        InputStream file = Files.newInputStream(path);
        try {
            MeteredInput input = new MeteredInput(file, ALLOWANCE_BYTES);
            return new XmlCursor(file, input, FACTORY.createXMLStreamReader(input, null), maxDepth);
        } catch (XMLStreamException | RuntimeException e) {
            file.close();
            throw XmlFlaws.refusal(e, 1);
        }
    }

    /** Elements around the present one, and itself. */
    public int depth() {
        return depth;
    }

    /** Local name of the present element. */
    public String name() {
        return reader.getLocalName();
    }

    /** Namespace of the present element, empty if it has none. */
    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Where the parser is, from 1. */
    public long line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    /** Bytes that were read. */
    public long bytes() {
        return input.total();
    }

    /** An attribute of the present element, empty if it has none of this local name. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    /**
     * Goes to the next child of the element that was entered at {@code parentDepth}, over whatever
     * is left of the one before; false at the parent's end.
     */
    public boolean nextChild(int parentDepth) throws IOException, FileRefusedException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    if (depth == parentDepth + 1) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth < parentDepth) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Goes to the next element, wherever it is; false at the document's end. */
    public boolean nextElement() throws IOException, FileRefusedException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /**
     * Text of the present element without that of its children, white space around it taken off.
     * Afterwards {@link #wasCut} tells whether there was more than {@code maxLength}.
     */
    public String text(int maxLength) throws IOException, FileRefusedException {
        StringBuilder text = new StringBuilder();
        int own = depth;
        cut = false;
        while (depth >= own) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == own) {
                        append(text, maxLength);
                    }
                }
                default -> {}
            }
        }
        String whole = text.toString().strip();
        cut = cut || whole.length() > maxLength;
        return whole.length() > maxLength ? whole.substring(0, maxLength) : whole;
    }

    /**
     * Text of the present element, or of its child {@code name} if it has one: some fields have got
     * an element more with time.
     */
    public String textOrChild(String name, int maxLength) throws IOException, FileRefusedException {
        StringBuilder text = new StringBuilder();
        String child = "";
        int own = depth;
        cut = false;
        while (depth >= own) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    if (name().equals(name)) {
                        child = text(maxLength);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == own) {
                        append(text, maxLength);
                    }
                }
                default -> {}
            }
        }
        return child.isEmpty() ? text.toString().strip() : child;
    }

    /** White space may surround a text, so a little more than its length is kept. */
    private void append(StringBuilder text, int maxLength) {
        String part = reader.getText();
        String leading = text.isEmpty() ? part.stripLeading() : part;
        int room = maxLength + 1 - text.length();
        if (leading.length() <= room) {
            text.append(leading);
        } else {
            text.append(leading, 0, Math.max(0, room));
            cut = cut || !leading.substring(Math.max(0, room)).isBlank();
        }
    }

    /** Whether the last text was longer than allowed. */
    public boolean wasCut() {
        return cut;
    }

    private void enter() throws FileRefusedException {
        depth++;
        if (depth > maxDepth) {
            throw new FileRefusedException(
                    FindingCode.TOO_DEEP,
                    line(),
                    name(),
                    "Elements are nested more than " + maxDepth + " deep.");
        }
    }

    private int next() throws IOException, FileRefusedException {
        int event;
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw XmlFlaws.refusal(e, line());
        }
        input.renew();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FileRefusedException(
                    FindingCode.DTD_FORBIDDEN,
                    line(),
                    "",
                    "A document type or an entity of its own is not allowed.");
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * Woodstox, whose properties another parser would refuse. Document types are neither read nor
     * fetched, and {@link #next} refuses them.
     */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("com.ctc.wstx.lazyParsing", false);
        factory.setProperty("com.ctc.wstx.maxAttributeSize", MAX_ATTRIBUTE_CHARS);
        factory.setProperty("com.ctc.wstx.maxAttributesPerElement", MAX_ATTRIBUTES);
        return factory;
    }
}
