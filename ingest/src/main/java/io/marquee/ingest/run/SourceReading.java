package io.marquee.ingest.run;

import io.marquee.ingest.films.FilmReader;
import io.marquee.ingest.films.FilmSink;
import io.marquee.ingest.pages.PagePlace;
import io.marquee.ingest.pages.PageSink;
import io.marquee.ingest.pages.PageSource;
import io.marquee.ingest.publish.Publisher;
import io.marquee.ingest.source.Fingerprint;
import io.marquee.ingest.source.FingerprintPart;
import io.marquee.ingest.source.Source;
import io.marquee.records.Film;
import io.marquee.records.Json;
import io.marquee.records.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a source from end to end and publishes it. */
final class SourceReading {

    private static final String TOO_LARGE = "it is larger than Kafka takes, 1 MB";

    private final Publisher publisher;
    private final RunSession session;

    SourceReading(Publisher publisher, RunSession session) {
        this.publisher = publisher;
        this.session = session;
    }

    Fingerprint films(Source source, SourceTally tally) throws IOException {
        FilmReader reader = new FilmReader(source, session.limits().maxRejected());
        FingerprintPart part = reader.read(
                new Films(tally),
                (content, reading) ->
                        tally.opened(content, reading == 1 ? Progress.Stage.SCANNING : Progress.Stage.PUBLISHING));
        tally.done();
        return new Fingerprint(List.of(part));
    }

    Fingerprint pages(List<Source> sources, SourceTally tally) throws IOException {
        List<FingerprintPart> parts = new ArrayList<>();
        for (Source source : sources) {
            parts.add(new PageSource(source, session.limits().readerThreads())
                    .read(new Pages(tally), content -> tally.opened(content, Progress.Stage.PUBLISHING)));
            tally.done();
        }
        return new Fingerprint(parts);
    }

    private final class Films implements FilmSink {

        private final SourceTally tally;

        private Films(SourceTally tally) {
            this.tally = tally;
        }

        @Override
        public void film(String place, Film film) {
            if (publisher.film(film)) {
                tally.published();
            } else {
                tally.rejected(publisher, place, TOO_LARGE, film.title());
            }
        }

        @Override
        public void rejected(String place, String reason, String row) {
            tally.rejected(publisher, place, reason, row);
        }

        @Override
        public void step() {
            tally.step();
        }
    }

    private final class Pages implements PageSink {

        private final SourceTally tally;

        private Pages(SourceTally tally) {
            this.tally = tally;
        }

        @Override
        public void page(PagePlace place, Page page) {
            if (publisher.page(page)) {
                tally.published();
            } else {
                tally.rejected(publisher, place.text(), TOO_LARGE, page.title());
            }
        }

        @Override
        public void otherPage(PagePlace place, String title) {
            publisher.otherPage(title);
            tally.published();
        }

        @Override
        public void rejected(PagePlace place, String reason, Page page) {
            tally.rejected(
                    publisher,
                    place.text(),
                    reason,
                    Json.mapper().valueToTree(page).toString());
        }

        @Override
        public void step() {
            tally.step();
        }
    }
}
