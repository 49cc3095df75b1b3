package io.marquee.ingest.pages;

import com.fasterxml.aalto.UncheckedStreamException;
import io.marquee.records.Page;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.xml.stream.XMLStreamException;

/**
 * One reading of a MediaWiki export: splits it, has the batches read by others, and hands over what they read. What goes
 * wrong is told once all that comes before it in the file was handed over. Not thread-safe.
 */
final class MediaWikiReading {

    private static final int BATCH = 1 << 20;

    /** Bytes of a page: the longest articles have a seventh of it. */
    private static final int LONGEST_PAGE = 1 << 24;

    /** Parts that a block of packed data spans, which has 900 kB. */
    private static final int PARTS_OF_A_BLOCK = 4;

    /** Bytes in memory beyond which no further batch is begun. */
    private static final long MOST_WAITING = 3L << 23;

    private final PageSplitter splitter;
    private final Outline outline = new Outline();
    private final ExecutorService workers;
    private final int ahead;
    private final PagePlace place;
    private final PageSink sink;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long bytesWaiting;
    private long linesBetween;
    private Site site;
    private Failure failure;
    private boolean ended;

    MediaWikiReading(OpenedDump dump, PagePlace place, PageSink sink) {
        this.splitter = new PageSplitter(dump.bytes().again(), BATCH, LONGEST_PAGE);
        this.workers = dump.workers();
        this.ahead = 2 * dump.threads() + 2;
        this.place = place;
        this.sink = sink;
    }

    /**
     * A part of the file whose pages are to be handed over.
     *
     * @param batch its pages, once they are read
     * @param lines between the part before and this one
     * @param bytes that it holds in memory
     */
    private record Waiting(Future<PageBatch> batch, long lines, long bytes) {}

    /**
     * What ended the splitting.
     *
     * @param lines between the last part and where it went wrong
     * @param page the beginning of the page within which it went wrong, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Failure(XMLStreamException cause, long lines, byte[] page) {}

    void read() throws XMLStreamException {
        place.addLines(1);
        fill();
        while (!queue.isEmpty()) {
            Waiting next = queue.remove();
            place.addLines(next.lines());
            handOver(await(next.batch()));
            bytesWaiting -= next.bytes();
            fill();
        }
        if (failure != null) {
            place.addLines(failure.lines());
            if (failure.page() != null) {
                place.advance();
                place.within(PageBatch.titleOf(failure.page(), outline.root()));
            }
            throw damage(failure.cause());
        }
    }

    private void fill() {
        while (!ended && queue.size() < ahead && bytesWaiting < MOST_WAITING) {
            try {
                PageSplitter.Part part = splitter.next();
                if (part == null) {
                    ended = true;
                    outline.end();
                } else {
                    add(part);
                }
            } catch (IOException e) {
                long lines = linesBetween + splitter.linesLeft();
                fail(new Failure(new XMLStreamException(e), lines, splitter.unfinished()));
            } catch (XMLStreamException e) {
                fail(new Failure(e, linesBetween, null));
            } catch (UncheckedStreamException e) {
                XMLStreamException cause =
                        e.getCause() instanceof XMLStreamException known ? known : new XMLStreamException(e);
                fail(new Failure(cause, linesBetween, null));
            }
        }
    }

    private void fail(Failure first) {
        failure = first;
        ended = true;
    }

    private void add(PageSplitter.Part part) throws XMLStreamException {
        if (part instanceof PageSplitter.Part.Other other) {
            outline.feed(other.xml());
            linesBetween += lines(other.xml());
            return;
        }
        if (!outline.takesPages()) {
            throw new XMLStreamException("a page stands outside of the root element");
        }
        if (site == null) {
            site = outline.site();
        }
        if (part instanceof PageSplitter.Part.Pages pages) {
            byte[] xml = pages.xml();
            Outline.Root root = outline.root();
            queue(workers.submit(() -> PageBatch.read(xml, root, site)), xml.length);
        } else if (part instanceof PageSplitter.Part.TooLong page) {
            Page rejected = new Page(PageBatch.titleOf(page.head(), outline.root()), null, null, List.of());
            ReadPage read = new ReadPage.Rejected(rejected, "it has more than " + LONGEST_PAGE + " bytes of XML");
            queue(CompletableFuture.completedFuture(new PageBatch(List.of(read), page.lines(), null, null)), 0);
        }
    }

    private void queue(Future<PageBatch> batch, long bytes) {
        queue.add(new Waiting(batch, linesBetween, bytes));
        linesBetween = 0;
        bytesWaiting += bytes;
    }

    private static long lines(byte[] xml) {
        long lines = 0;
        for (byte one : xml) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static PageBatch await(Future<PageBatch> batch) throws XMLStreamException {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new XMLStreamException(new InterruptedIOException("interrupted while reading"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void handOver(PageBatch batch) throws XMLStreamException {
        for (ReadPage page : batch.pages()) {
            place.advance();
            sink.step();
            page.handTo(sink, place);
        }
        place.addLines(batch.lines());
        if (batch.failure() == null) {
            return;
        }
        place.advance();
        place.within(batch.failed());
        if (batch.failure() instanceof XMLStreamException known) {
            throw damage(known);
        }
        if (batch.failure() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(place.text() + " could not be read", batch.failure());
    }

    /** What is not well-formed may be the work of damage, which a packed file tells at the end of a block only. */
    private XMLStreamException damage(XMLStreamException told) {
        if (told.getNestedException() != null) {
            return told;
        }
        try {
            for (int i = 0; i < PARTS_OF_A_BLOCK; i++) {
                splitter.next();
            }
            return told;
        } catch (EOFException e) {
            // That the file ends does not explain what came before.
            return told;
        } catch (IOException e) {
            return new XMLStreamException(e);
        }
    }
}
