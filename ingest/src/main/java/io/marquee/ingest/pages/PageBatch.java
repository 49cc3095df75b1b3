package io.marquee.ingest.pages;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Pages of a MediaWiki export that were read together.
 *
 * @param pages those that could be read
 * @param lines that they took
 * @param failure what ended the reading before its end, or null
 * @param failed title of the page within which it ended, or null
 */
record PageBatch(List<ReadPage> pages, long lines, Throwable failure, String failed) {

    /**
     * Reads pages.
     *
     * @param xml whole {@code <page>}s
     * @param root start and end tag of the element in which they stand
     */
    static PageBatch read(byte[] xml, Outline.Root root, Site site) {
        List<ReadPage> pages = new ArrayList<>();
        XMLStreamReader2 parser = null;
        ExportPage page = null;
        try {
            parser = parser(xml, root);
            page = new ExportPage(parser, site);
            parser.next();
            while (Xml.nextChild(parser)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                pages.add(page.read());
            }
            return new PageBatch(pages, linesTo(parser), null, null);
        } catch (UncheckedStreamException e) {
            // What is wrong within a text is found when the text is asked for, by a method that throws nothing else.
            Throwable cause = e.getCause() instanceof XMLStreamException known ? known : e;
            return new PageBatch(pages, linesTo(parser), cause, page.title());
        } catch (XMLStreamException | RuntimeException | Error e) {
            return new PageBatch(pages, linesTo(parser), e, page == null ? null : page.title());
        }
    }

    /** The title of a page of which only the beginning is there; null if that is too short for it. */
    static String titleOf(byte[] beginning, Outline.Root root) {
        try {
            XMLStreamReader2 parser = parser(beginning, root);
            parser.next();
            Xml.nextChild(parser);
            while (Xml.nextChild(parser)) {
                if (parser.getLocalName().equals("title")) {
                    PageText text = new PageText(parser, PageText.LONGEST);
                    text.startPage();
                    return text.read();
                }
                parser.skipElement();
            }
        } catch (XMLStreamException | UncheckedStreamException e) {
            // It ends here.
        }
        return null;
    }

    private static XMLStreamReader2 parser(byte[] xml, Outline.Root root) throws XMLStreamException {
        return Xml.read(new SequenceInputStream(Collections.enumeration(
                List.of(bytes(root.start()), new ByteArrayInputStream(xml), bytes(root.end())))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long linesTo(XMLStreamReader2 parser) {
        return parser == null ? 0 : parser.getLocation().getLineNumber() - 1;
    }
}
