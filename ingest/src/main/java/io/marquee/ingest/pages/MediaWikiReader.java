package io.marquee.ingest.pages;

import javax.xml.stream.XMLStreamException;

/**
 * Reads MediaWiki exports, such as Wikipedia's multistream dumps, of all versions: {@code <page>}s with title, namespace,
 * and the article's text. Pages are read by several threads and handed over in their order.
 */
final class MediaWikiReader implements PageReader {

    @Override
    public String description() {
        return "MediaWiki export dump";
    }

    @Override
    public String element() {
        return "page";
    }

    @Override
    public void read(OpenedDump dump, PagePlace place, PageSink sink) throws XMLStreamException {
        String encoding = dump.xml().getEncoding();
        String declared = dump.xml().getCharacterEncodingScheme();
        for (String name : new String[] {encoding, declared}) {
            if (name != null && !name.equalsIgnoreCase("UTF-8") && !name.equalsIgnoreCase("US-ASCII")) {
                throw new XMLStreamException("its encoding is " + name + ", that of dumps is UTF-8");
            }
        }
        new MediaWikiReading(dump, place, sink).read();
    }
}
