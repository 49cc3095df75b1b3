package io.marquee.ingest.pages;

import io.marquee.ingest.wikitext.Article;
import io.marquee.ingest.wikitext.Wikitext;
import io.marquee.records.Page;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads {@code <page>}s of a MediaWiki export, one after the other. Not thread-safe. */
final class ExportPage {

    /** Wikipedia takes no article of more than 2 MB. Characters. */
    static final int LONGEST_TEXT = 8_000_000;

    private static final String MAIN = "0";

    private final XMLStreamReader2 xml;
    private final Site site;
    private final PageText text;

    private String title;
    private String namespace;
    private boolean redirects;
    private String redirectTitle;
    private String source;
    private boolean tooLong;

    /** @param xml from which pages are read */
    ExportPage(XMLStreamReader2 xml, Site site) {
        this.xml = xml;
        this.site = site;
        this.text = new PageText(xml, LONGEST_TEXT);
    }

    /** The title of the page that is being read, or null if it did not come yet. */
    String title() {
        return title;
    }

    /** Reads the page at whose start the parser stands, and leaves the parser at its end. */
    ReadPage read() throws XMLStreamException {
        title = null;
        namespace = null;
        redirects = false;
        redirectTitle = null;
        source = null;
        tooLong = false;
        while (Xml.nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "title" -> title = readShort();
                case "ns" -> namespace = readShort();
                case "redirect" -> {
                    redirects = true;
                    redirectTitle = xml.getAttributeValue(null, "title");
                    xml.skipElement();
                }
                case "revision" -> readRevision();
                default -> xml.skipElement();
            }
        }
        return result();
    }

    private String readShort() throws XMLStreamException {
        text.startPage();
        return text.read();
    }

    /** Of several revisions the last counts. */
    private void readRevision() throws XMLStreamException {
        if (isOther()) {
            xml.skipElement();
            return;
        }
        while (Xml.nextChild(xml)) {
            if (xml.getLocalName().equals("text")) {
                text.startPage();
                source = text.read();
                tooLong = text.exceeded();
            } else {
                xml.skipElement();
            }
        }
    }

    /** Whether the page is of another namespace, as far as is known. Versions before 0.6 tell it by the title alone. */
    private boolean isOther() {
        return namespace == null ? title != null && site.isOther(title) : !namespace.equals(MAIN);
    }

    private ReadPage result() {
        if (title == null) {
            return new ReadPage.Rejected(new Page(null, null, null, List.of()), "the title is missing");
        }
        if (isOther()) {
            return new ReadPage.Other(title);
        }
        if (tooLong) {
            return new ReadPage.Rejected(
                    new Page(title, site.url(title), null, List.of()),
                    "its text has more than " + LONGEST_TEXT + " characters");
        }
        return redirection().map(this::redirect).orElseGet(this::article);
    }

    private Optional<Redirection> redirection() {
        Optional<Redirection> written = source == null ? Optional.empty() : Redirection.of(source, redirects);
        if (redirectTitle == null) {
            return written;
        }
        // The element does not tell the section.
        boolean toSection = written.isPresent() && written.get().toSection();
        return Optional.of(toSection ? written.get() : Redirection.to(redirectTitle));
    }

    private ReadPage redirect(Redirection redirection) {
        String target = site.title(redirection.target());
        // Neither a section nor a page that is no article has the title as another name.
        boolean isName = !redirection.toSection() && !target.isEmpty() && !site.isOther(target);
        return isName ? new ReadPage.Whole(Page.redirect(title, site.url(title), target)) : new ReadPage.Other(title);
    }

    private ReadPage article() {
        if (source == null) {
            return new ReadPage.Other(title);
        }
        Article article = Wikitext.read(source);
        return new ReadPage.Whole(new Page(
                title,
                site.url(title),
                article.lead(),
                article.sections(),
                null,
                article.infobox(),
                article.categories(),
                article.imdbIds(),
                article.shortDescription()));
    }
}
