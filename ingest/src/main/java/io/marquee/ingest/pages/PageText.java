package io.marquee.ingest.pages;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the text of elements, within what a page may have of it: a page that is longer than all memory must not fill it.
 * Not thread-safe.
 */
final class PageText {

    /** Characters of a page's texts together that suffice for all but whole articles. */
    static final int LONGEST = 200_000;

    private final XMLStreamReader2 xml;
    private final int longest;
    private final StringBuilder builder = new StringBuilder(1 << 12);
    private int left;
    private boolean exceeded;

    /** @param longest characters of a page's texts together */
    PageText(XMLStreamReader2 xml, int longest) {
        this.xml = xml;
        this.longest = longest;
    }

    void startPage() {
        left = longest;
        exceeded = false;
    }

    /** Whether the page has more text than it may have; the rest was dropped. */
    boolean exceeded() {
        return exceeded;
    }

    /**
     * The text of the element at whose start the parser stands, that of elements within it included; null if blank.
     * Leaves the parser at the element's end.
     */
    String read() throws XMLStreamException {
        int event = xml.next();
        if (event == END_ELEMENT) {
            return null;
        }
        // Nearly every text is one piece: it becomes a string without a detour by the builder.
        String only = "";
        if (event == CHARACTERS && fits()) {
            only = new String(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            event = xml.next();
        }
        String text = (event == END_ELEMENT ? only : join(only, event)).strip();
        return text.isEmpty() ? null : text;
    }

    private String join(String start, int firstEvent) throws XMLStreamException {
        builder.setLength(0);
        builder.append(start);
        int event = firstEvent;
        int depth = 1;
        while (depth > 0) {
            switch (event) {
                case CHARACTERS, CDATA, SPACE -> append();
                case START_ELEMENT -> depth++;
                case END_ELEMENT -> depth--;
                case ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "the entity &" + xml.getLocalName() + "; is not declared", xml.getLocation());
                default -> {
                    // Comments and processing instructions are no text.
                }
            }
            if (depth > 0) {
                event = xml.next();
            }
        }
        return builder.toString();
    }

    private boolean fits() throws XMLStreamException {
        int length = xml.getTextLength();
        if (length > left) {
            exceeded = true;
            return false;
        }
        left -= length;
        return true;
    }

    private void append() throws XMLStreamException {
        if (fits()) {
            builder.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }
}
