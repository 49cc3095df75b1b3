package io.marquee.ingest.pages;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.marquee.ingest.source.BrokenSource;
import io.marquee.ingest.source.FingerprintPart;
import io.marquee.ingest.source.Source;
import io.marquee.ingest.source.SourceContent;
import io.marquee.ingest.source.Wanted;
import io.marquee.records.Page;
import io.marquee.settings.UserException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads the pages of one file of a dump; its format is told by the root element. */
public final class PageSource {

    /** The file that a zip must have. */
    public static final Wanted WANTED = Wanted.ending(".xml");

    private static final String REMEDY = ": name an abstract dump such as enwiki-latest-abstract.xml.gz";

    // By its class: the parser that the JDK would find stops after 50 million entities.
    private static final InputFactoryImpl FACTORY = factory();

    private static final PageSink NOBODY = new PageSink() {
        @Override
        public void page(PagePlace place, Page page) {}

        @Override
        public void rejected(PagePlace place, String reason, Page page) {}
    };

    private final Source source;

    /** @param source XML, or a gz, bz2 or zip that has it */
    public PageSource(Source source) {
        this.source = source;
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /**
     * Reads everything.
     *
     * @param opened told of the content before it is read
     * @return what the source was when it was read
     * @throws UserException for a source that is missing, cut off, damaged, empty, not well-formed, no dump, has a DTD, or
     *     that is written to
     */
    public FingerprintPart read(PageSink sink, Consumer<SourceContent> opened) throws IOException {
        try (SourceContent content = SourceContent.open(source, WANTED)) {
            opened.accept(content);
            Reading reading = new Reading(content.name(), sink);
            reading.read(content.stream(), reading::readPages);
            return content.finish();
        }
    }

    /**
     * Opens it and reads no further than its root element: what is no dump is told at once.
     *
     * @throws UserException as {@link #read}
     */
    public void probe() throws IOException {
        try (SourceContent content = SourceContent.open(source, WANTED)) {
            new Reading(content.name(), NOBODY).read(content.stream(), xml -> {});
        }
    }

    /** What is to be read once the format is known. */
    private interface Rest {
        void read(XMLStreamReader2 xml) throws XMLStreamException;
    }

    /** One reading, which knows where it is for the sake of its errors. */
    private static final class Reading implements PageSink {

        private final String file;
        private final PageSink sink;
        private final PagePlace place;
        private PageReader reader;
        private String lastTitle;
        private boolean rooted;

        private Reading(String file, PageSink sink) {
            this.file = file;
            this.sink = sink;
            this.place = new PagePlace(file);
        }

        /** Goes to the root element, and does the rest from there. */
        private void read(InputStream stream, Rest rest) {
            XMLStreamReader2 xml = null;
            try {
                xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(stream);
                reader = start(xml);
                rest.read(xml);
            } catch (XMLStreamException e) {
                throw broken(e, xml);
            } catch (UncheckedStreamException e) {
                // What is wrong within a text is found when the text is asked for, by a method that throws nothing
                // else.
                throw broken(e.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException(e), xml);
            }
        }

        private void readPages(XMLStreamReader2 xml) throws XMLStreamException {
            reader.read(xml, place, this);
            if (place.number() == 0) {
                throw new UserException(file + " is not a " + reader.description() + ": it holds no <doc>" + REMEDY);
            }
            // What follows the root element must be well-formed too: it may be a second document.
            while (xml.hasNext()) {
                xml.next();
            }
        }

        /** Goes to the root element and tells the format by it. */
        private PageReader start(XMLStreamReader2 xml) throws XMLStreamException {
            int event = xml.getEventType();
            while (event != XMLStreamConstants.START_ELEMENT) {
                if (event == XMLStreamConstants.DTD) {
                    throw new UserException(
                            file + " has a document type definition (DTD), which is not accepted, and no dump has one"
                                    + REMEDY);
                }
                event = xml.next();
            }
            rooted = true;
            String root = xml.getLocalName();
            return PageFormats.of(root)
                    .orElseThrow(() -> new UserException(
                            file + " is not a Wikipedia abstract dump: its root element is <" + root + ">" + REMEDY));
        }

        @Override
        public void page(PagePlace at, Page page) {
            lastTitle = page.title();
            sink.page(at, page);
        }

        @Override
        public void rejected(PagePlace at, String reason, Page page) {
            sink.rejected(at, reason, page);
        }

        @Override
        public void step() {
            sink.step();
        }

        private UserException broken(XMLStreamException cause, XMLStreamReader2 xml) {
            Location location = cause.getLocation();
            if (location == null && xml != null) {
                location = xml.getLocation();
            }
            String where = "near line " + line(location) + ", page " + place.number()
                    + (lastTitle == null ? "" : ", after the page '" + lastTitle + "'");
            if (cause.getNestedException() instanceof IOException e && !(e instanceof CharConversionException)) {
                return BrokenSource.of(file, where, e);
            }
            String message = firstLine(cause);
            if (!rooted) {
                return new UserException(
                        file + " is not a Wikipedia abstract dump, and no XML " + where + " (" + message + ")" + REMEDY,
                        cause);
            }
            if (message.toLowerCase(Locale.ROOT).contains("end-of-input")) {
                return BrokenSource.of(file, where, new EOFException(message));
            }
            return new UserException(
                    file + " is not well-formed " + where + " (" + message + "): fetch it again", cause);
        }

        private static String firstLine(XMLStreamException cause) {
            return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        }

        private static long line(Location location) {
            return location == null ? 1 : location.getLineNumber();
        }
    }
}
