package io.marquee.ingest.run;

import io.marquee.ingest.publish.Publisher;
import io.marquee.ingest.source.SourceContent;
import io.marquee.records.RejectedRecord;
import io.marquee.records.SourceCounts;
import io.marquee.settings.UserException;

/** Counts what a run reads of one source, tells its progress, and gives up on a source that is broken. Not thread-safe. */
final class SourceTally {

    /** Records between two looks at progress and cancellation. A power of two. */
    private static final int STRIDE = 512;

    private final String source;
    private final RunSession session;
    private SourceContent content;
    private Progress.Stage stage = Progress.Stage.PUBLISHING;
    private long steps;
    private long published;
    private long rejected;

    SourceTally(String source, RunSession session) {
        this.source = source;
        this.session = session;
        session.progress().reading(source);
    }

    void opened(SourceContent opened, Progress.Stage openedFor) {
        content = opened;
        stage = openedFor;
        steps = 0;
        tell();
    }

    void step() {
        if ((++steps & (STRIDE - 1)) == 0) {
            session.cancellation().check();
            tell();
        }
    }

    void done() {
        tell();
    }

    private void tell() {
        session.progress().at(stage, content.name(), content.bytesRead(), content.bytesTotal(), steps);
    }

    void published() {
        published++;
    }

    void rejected(Publisher publisher, String place, String reason, String text) {
        rejected++;
        publisher.rejected(new RejectedRecord(source, place, session.runId(), reason, text));
        int most = session.limits().maxRejected();
        if (rejected > most) {
            throw new UserException("more than " + most + " records of " + source + " cannot be used, the last is "
                    + place + " (" + reason + "): the source is broken, fetch it again, or raise --max-rejected");
        }
    }

    SourceCounts counts(String location, String fingerprint) {
        return new SourceCounts(location, fingerprint, true, published + rejected, published, rejected, null);
    }

    SourceCounts countsSoFar(String location) {
        return counts(location, null);
    }
}
