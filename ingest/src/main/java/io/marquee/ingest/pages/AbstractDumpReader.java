package io.marquee.ingest.pages;

import io.marquee.records.Page;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads abstract dumps: {@code <doc>}s with title, URL, abstract and links, whose anchors name the article's sections.
 *
 * <p>Text that nobody asks for is skipped by the parser without being decoded; that is most of a dump.
 */
final class AbstractDumpReader implements PageReader {

    private static final String TITLE_PREFIX = "Wikipedia:";

    @Override
    public String description() {
        return "Wikipedia abstract dump";
    }

    @Override
    public String element() {
        return "doc";
    }

    @Override
    public void read(OpenedDump dump, PagePlace place, PageSink sink) throws XMLStreamException {
        dump.bytes().forget();
        XMLStreamReader2 xml = dump.xml();
        PageText text = new PageText(xml, PageText.LONGEST);
        while (Xml.nextChild(xml)) {
            if (xml.getLocalName().equals("doc")) {
                place.advance();
                sink.step();
                readPage(xml, text, place, sink);
            } else {
                xml.skipElement();
            }
        }
        // What follows the root element must be well-formed too: it may be a second document.
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private static void readPage(XMLStreamReader2 xml, PageText text, PagePlace place, PageSink sink)
            throws XMLStreamException {
        text.startPage();
        String title = null;
        String url = null;
        String abstractText = null;
        List<String> sections = List.of();
        while (Xml.nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "title" -> title = withoutPrefix(text.read());
                case "url" -> url = text.read();
                case "abstract" -> abstractText = text.read();
                case "links" -> sections = readSections(xml, text);
                default -> xml.skipElement();
            }
        }
        Page page = new Page(title, url, abstractText, sections);
        if (text.exceeded()) {
            sink.rejected(place, "it has more than " + PageText.LONGEST + " characters", page);
        } else if (title == null) {
            sink.rejected(place, "the title is missing", page);
        } else if (url == null) {
            sink.rejected(place, "the URL is missing", page);
        } else {
            sink.page(place, page);
        }
    }

    private static List<String> readSections(XMLStreamReader2 xml, PageText text) throws XMLStreamException {
        List<String> sections = new ArrayList<>();
        while (Xml.nextChild(xml)) {
            if (xml.getLocalName().equals("sublink")) {
                while (Xml.nextChild(xml)) {
                    if (xml.getLocalName().equals("anchor")) {
                        String anchor = text.read();
                        if (anchor != null) {
                            sections.add(anchor);
                        }
                    } else {
                        xml.skipElement();
                    }
                }
            } else {
                xml.skipElement();
            }
        }
        return sections;
    }

    private static String withoutPrefix(String title) {
        if (title == null || !title.startsWith(TITLE_PREFIX)) {
            return title;
        }
        String rest = title.substring(TITLE_PREFIX.length()).strip();
        return rest.isEmpty() ? null : rest;
    }
}
