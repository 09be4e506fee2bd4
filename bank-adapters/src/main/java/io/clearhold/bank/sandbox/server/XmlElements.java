package io.clearhold.bank.sandbox.server;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements as they come, an element a line, so that a finding's line means something. */
final class XmlElements {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();
    private static final String INDENT = "\n                                ";

    private final XMLStreamWriter writer;
    private int depth;

    XmlElements(OutputStream out) throws IOException {
        try {
            writer = FACTORY.createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    void document(String name, String namespace) throws IOException {
        try {
            writer.writeStartDocument("UTF-8", "1.0");
            newLine();
            writer.writeStartElement(name);
            writer.writeDefaultNamespace(namespace);
            depth++;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    XmlElements begin(String name) throws IOException {
        try {
            newLine();
            writer.writeStartElement(name);
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    XmlElements end() throws IOException {
        try {
            depth--;
            newLine();
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    XmlElements text(String name, String text) throws IOException {
        return text(name, "", "", text);
    }

    /** An element with one attribute, if that has a name. */
    XmlElements text(String name, String attribute, String value, String text) throws IOException {
        try {
            newLine();
            writer.writeStartElement(name);
            if (!attribute.isEmpty()) {
                writer.writeAttribute(attribute, value);
            }
            writer.writeCharacters(text);
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Ends the document; the stream stays open. */
    void finish() throws IOException {
        try {
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void newLine() throws XMLStreamException {
        writer.writeCharacters(INDENT.substring(0, Math.min(INDENT.length(), 1 + depth)));
    }

    /** The stream failed: nothing else can, because everything that is written is well-formed. */
    private static IOException broken(XMLStreamException e) {
        return e.getCause() instanceof IOException cause
                ? cause
                : new IOException("the document cannot be written", e);
    }
}
