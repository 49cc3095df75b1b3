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

    /** Characters of a page's texts together. */
    static final int LONGEST = 200_000;

    private final XMLStreamReader2 xml;
    private final StringBuilder builder = new StringBuilder(1 << 12);
    private int left;
    private boolean exceeded;

    PageText(XMLStreamReader2 xml) {
        this.xml = xml;
    }

    void startPage() {
        left = LONGEST;
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
        builder.setLength(0);
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
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
        }
        String text = builder.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private void append() throws XMLStreamException {
        int length = xml.getTextLength();
        if (length > left) {
            exceeded = true;
            return;
        }
        left -= length;
        builder.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }
}
