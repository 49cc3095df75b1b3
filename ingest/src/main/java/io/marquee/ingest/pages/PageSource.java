package io.marquee.ingest.pages;

import com.fasterxml.aalto.UncheckedStreamException;
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
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads the pages of one file of a dump; its format is told by the root element. */
public final class PageSource {

    /** The file that a zip must have. */
    public static final Wanted WANTED = Wanted.ending(".xml");

    private static final String REMEDY = ": name a Wikipedia dump such as "
            + "enwiki-latest-pages-articles-multistream.xml.bz2 or enwiki-latest-abstract.xml.gz";

    /** A line of the index that lies beside a multistream dump: where a stream begins, a page's number and its title. */
    private static final Pattern INDEX = Pattern.compile("\\d+:\\d+:.*", Pattern.DOTALL);

    private static final PageSink NOBODY = new PageSink() {
        @Override
        public void page(PagePlace place, Page page) {}

        @Override
        public void otherPage(PagePlace place, String title) {}

        @Override
        public void rejected(PagePlace place, String reason, Page page) {}
    };

    private final Source source;
    private final int threads;

    /** Reads with as many threads as {@link ReaderThreads#usual()} says. */
    public PageSource(Source source) {
        this(source, ReaderThreads.usual());
    }

    /**
     * @param source XML, or a gz, bz2 or zip that has it
     * @param threads that unpack and parse, where the format allows for more than one
     */
    public PageSource(Source source, int threads) {
        this.source = source;
        this.threads = threads;
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
        try (ReaderThreads workers = new ReaderThreads(threads);
                SourceContent content = SourceContent.open(source, WANTED, workers.executor(), threads)) {
            opened.accept(content);
            Reading reading = new Reading(content.name(), sink);
            reading.read(content.stream(), (xml, bytes) -> {
                reading.readPages(new OpenedDump(xml, bytes, workers.executor(), threads));
            });
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
            new Reading(content.name(), NOBODY).read(content.stream(), (xml, bytes) -> {});
        }
    }

    /** What is to be read once the format is known. */
    private interface Rest {
        void read(XMLStreamReader2 xml, HeadInputStream bytes) throws XMLStreamException;
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
            HeadInputStream bytes = new HeadInputStream(stream);
            try {
                xml = Xml.read(bytes);
                reader = start(xml);
                rest.read(xml, bytes);
            } catch (XMLStreamException e) {
                if (!rooted && INDEX.matcher(bytes.head()).matches()) {
                    throw index(e);
                }
                throw broken(e, xml);
            } catch (UncheckedStreamException e) {
                // What is wrong within a text is found when the text is asked for, by a method that throws nothing
                // else.
                throw broken(e.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException(e), xml);
            }
        }

        private void readPages(OpenedDump dump) throws XMLStreamException {
            reader.read(dump, place, this);
            if (place.number() == 0) {
                throw new UserException(file + " is not a " + reader.description() + ": it holds no <"
                        + reader.element() + ">" + REMEDY);
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
                            file + " is not a Wikipedia dump: its root element is <" + root + ">" + REMEDY));
        }

        @Override
        public void otherPage(PagePlace at, String title) {
            lastTitle = title;
            sink.otherPage(at, title);
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
            String where = "near line " + (place.line() > 0 ? place.line() : line(cause, xml)) + ", page "
                    + place.number() + page();
            if (cause.getNestedException() instanceof IOException e && !(e instanceof CharConversionException)) {
                return BrokenSource.of(file, where, e);
            }
            String message = firstLine(cause);
            if (!rooted) {
                return new UserException(
                        file + " is not a Wikipedia dump, and no XML " + where + " (" + message + ")" + REMEDY, cause);
            }
            if (message.toLowerCase(Locale.ROOT).contains("end-of-input")) {
                return BrokenSource.of(file, where, new EOFException(message));
            }
            return new UserException(
                    file + " is not well-formed " + where + " (" + message + "): fetch it again", cause);
        }

        private String page() {
            if (place.title() != null) {
                return ", in the page '" + place.title() + "'";
            }
            return lastTitle == null ? "" : ", after the page '" + lastTitle + "'";
        }

        private UserException index(XMLStreamException cause) {
            return new UserException(
                    file + " is the index of a multistream dump, which is not needed: leave it out and name the dump "
                            + "itself, such as enwiki-latest-pages-articles-multistream.xml.bz2",
                    cause);
        }

        private static String firstLine(XMLStreamException cause) {
            return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        }

        private static long line(XMLStreamException cause, XMLStreamReader2 xml) {
            Location location = cause.getLocation();
            if (location == null && xml != null) {
                location = xml.getLocation();
            }
            return location == null ? 1 : location.getLineNumber();
        }
    }
}
