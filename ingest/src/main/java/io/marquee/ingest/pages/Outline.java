package io.marquee.ingest.pages;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * All of a MediaWiki export but its pages: the root element, what it tells of the wiki, and the end. Fed in parts, it is
 * held to be well-formed. Not thread-safe.
 */
final class Outline {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Characters of the texts that matter. */
    private static final int LONGEST_TEXT = 1_000;

    private final AsyncXMLStreamReader<AsyncByteArrayFeeder> xml = Xml.feed();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> namespaces = new HashSet<>();
    private String base;
    private boolean caseSensitive;
    private boolean otherNamespace;
    private boolean begun;
    private Root root;
    private int depth;

    /**
     * The element in which pages stand.
     *
     * @param start its start tag, with what prefixes mean
     * @param end its end tag
     */
    record Root(String start, String end) {}

    /**
     * Takes the next part.
     *
     * @throws XMLStreamException for what is not well-formed
     */
    void feed(byte[] part) throws XMLStreamException {
        int offset = begun ? 0 : markLength(part);
        begun = true;
        if (part.length > offset) {
            xml.getInputFeeder().feedInput(part, offset, part.length - offset);
            read();
        }
    }

    /**
     * Takes that there is no further part.
     *
     * @throws XMLStreamException if something is missing
     */
    void end() throws XMLStreamException {
        xml.getInputFeeder().endOfInput();
        if (read() != END_DOCUMENT || depth > 0) {
            throw new XMLStreamException("Unexpected end-of-input: the root element is not closed");
        }
    }

    /** Whether a page may come now. */
    boolean takesPages() {
        return depth > 0;
    }

    Root root() {
        return root;
    }

    /** The wiki, as far as it is told. */
    Site site() {
        Site site = new Site(Site.WIKIPEDIA.address(), !caseSensitive, Set.copyOf(namespaces));
        return base == null ? site : site.at(base);
    }

    private static int markLength(byte[] part) {
        int length = BYTE_ORDER_MARK.length;
        return part.length >= length && Arrays.equals(part, 0, length, BYTE_ORDER_MARK, 0, length) ? length : 0;
    }

    private int read() throws XMLStreamException {
        int event = xml.next();
        while (event != AsyncXMLStreamReader.EVENT_INCOMPLETE && event != END_DOCUMENT) {
            switch (event) {
                case START_ELEMENT -> start();
                case END_ELEMENT -> finish();
                case CHARACTERS, CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // Comments and the like.
                }
            }
            event = xml.next();
        }
        return event;
    }

    private void start() {
        depth++;
        text.setLength(0);
        if (root == null) {
            root = rootOf();
        }
        if (xml.getLocalName().equals("namespace")) {
            otherNamespace = !"0".equals(xml.getAttributeValue(null, "key"));
        }
    }

    private Root rootOf() {
        StringBuilder start = new StringBuilder("<root");
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            if (xml.getNamespacePrefix(i) != null && !xml.getNamespacePrefix(i).isEmpty()) {
                // The prefix has to be known; what it stands for does not matter.
                start.append(" xmlns:").append(xml.getNamespacePrefix(i)).append("='any'");
            }
        }
        return new Root(start.append('>').toString(), "</root>");
    }

    private void finish() {
        depth--;
        String value = text.toString().strip();
        text.setLength(0);
        switch (xml.getLocalName()) {
            case "base" -> base = value.isEmpty() ? null : value;
            case "case" -> caseSensitive = value.equals("case-sensitive");
            case "namespace" -> {
                if (otherNamespace && !value.isEmpty()) {
                    namespaces.add(value.replace('_', ' ').toLowerCase(Locale.ROOT));
                }
            }
            default -> {
                // Nothing that matters here.
            }
        }
    }
}
