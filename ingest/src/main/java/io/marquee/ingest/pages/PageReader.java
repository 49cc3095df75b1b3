package io.marquee.ingest.pages;

import javax.xml.stream.XMLStreamException;

/** Reads one format of dump. Stateless; {@link PageFormats} says which is for which root element. */
interface PageReader {

    /** What the format is called, for errors. */
    String description();

    /** What the element of a page is called. */
    String element();

    /**
     * Reads all pages, and the file to its end.
     *
     * @param dump whose root element was found
     * @param place to be advanced at the start of each page
     * @param sink takes the pages
     * @throws XMLStreamException for what is not well-formed, or cannot be read
     */
    void read(OpenedDump dump, PagePlace place, PageSink sink) throws XMLStreamException;
}
