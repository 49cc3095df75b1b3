package io.marquee.ingest.pages;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads one format of dump. Stateless; {@link PageFormats} says which is for which root element. */
interface PageReader {

    /** What the format is called, for errors. */
    String description();

    /**
     * Reads all pages.
     *
     * @param xml stands at the start of the root element
     * @param place to be advanced at the start of each page
     * @param sink takes the pages
     * @throws XMLStreamException for what is not well-formed, or cannot be read
     */
    void read(XMLStreamReader2 xml, PagePlace place, PageSink sink) throws XMLStreamException;
}
