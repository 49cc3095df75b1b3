package io.marquee.ingest.pages;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts the XML of a MediaWiki export into batches of whole pages, and what lies between and around them, without parsing
 * it. Whether all of it is well-formed is for those to say who parse the parts. Not thread-safe.
 */
final class PageSplitter {

    private static final byte[] PAGE = ascii("<page");
    private static final byte[] PAGE_END = ascii("</page");
    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");
    private static final byte[] CDATA = ascii("<![CDATA[");
    private static final byte[] CDATA_END = ascii("]]>");
    private static final byte[] TAG_END = ascii(">");

    /** Bytes that tell one mark from another. */
    private static final int MARK = CDATA.length;

    private final InputStream xml;
    private final int batch;
    private final int longest;
    private final SplitBuffer buffer;

    // Places in the buffer. Nothing before the first was handed over; pages that are whole end at the second.
    private int pagesEnd;
    private int pageStart = -1;
    private int scan;

    private byte[] until;
    private boolean opening;
    private boolean closing;
    private byte[] headOfTooLong;
    private long linesOfTooLong;
    private boolean ended;
    private IOException failure;

    /**
     * @param xml UTF-8
     * @param batch bytes after which a batch ends
     * @param longest bytes that a page may have
     */
    PageSplitter(InputStream xml, int batch, int longest) {
        this.xml = xml;
        this.batch = batch;
        this.longest = longest;
        this.buffer = new SplitBuffer(2 * batch + MARK);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A part of the file. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    sealed interface Part {

        /** Whole pages, with nothing but white space between them. */
        record Pages(byte[] xml) implements Part {}

        /** What is no page. */
        record Other(byte[] xml) implements Part {}

        /** A page that is too long, of which the beginning is left. */
        record TooLong(byte[] head, long lines) implements Part {}
    }

    /**
     * The next part; null after the last.
     *
     * @throws IOException if reading fails or the file ends within a page, after all parts before
     */
    Part next() throws IOException {
        while (true) {
            Part part = until == null ? toMark() : toEnd();
            if (part != null) {
                return part;
            }
            if (ended && scan == buffer.limit()) {
                return last();
            }
        }
    }

    /** The beginning of the page within which the file ends; null if it ends elsewhere. */
    byte[] unfinished() {
        if (headOfTooLong != null) {
            return headOfTooLong;
        }
        return pageStart < 0 ? null : buffer.copy(pageStart, buffer.limit());
    }

    /** Lines that were read and not handed over. */
    long linesLeft() {
        return linesOfTooLong + buffer.lines(0, buffer.limit());
    }

    private Part toMark() {
        int mark = buffer.indexOf((byte) '<', scan);
        if (mark < 0 || (buffer.limit() - mark < MARK && !ended)) {
            scan = mark < 0 ? buffer.limit() : mark;
            return more();
        }
        scan = mark + 1;
        if (buffer.startsWith(COMMENT, mark)) {
            until = COMMENT_END;
            scan = mark + COMMENT.length;
        } else if (buffer.startsWith(CDATA, mark)) {
            until = CDATA_END;
            scan = mark + CDATA.length;
        } else if (pageStart >= 0 || headOfTooLong != null) {
            if (buffer.isTag(PAGE_END, mark)) {
                closing = true;
                until = TAG_END;
            }
            return null;
        } else if (buffer.isTag(PAGE, mark)) {
            return startPage(mark);
        }
        return pageStart >= 0 || headOfTooLong != null ? null : other(mark);
    }

    private Part startPage(int mark) {
        boolean afterPages = pagesEnd > 0;
        if (!afterPages || !buffer.isBlank(pagesEnd, mark)) {
            int end = afterPages ? pagesEnd : mark;
            if (end > 0) {
                // The mark is found again.
                scan = mark;
                return take(end);
            }
        }
        pageStart = mark;
        opening = true;
        until = TAG_END;
        return null;
    }

    /** Something that is no page ends a batch. */
    private Part other(int mark) {
        if (pagesEnd == 0) {
            return null;
        }
        until = null;
        scan = mark;
        return take(pagesEnd);
    }

    private Part toEnd() {
        int found = buffer.indexOf(until, scan);
        if (found < 0) {
            scan = ended ? buffer.limit() : Math.max(scan, buffer.limit() - until.length + 1);
            return more();
        }
        scan = found + until.length;
        until = null;
        boolean pageEnds = closing || (opening && buffer.at(found - 1) == '/');
        opening = false;
        closing = false;
        return pageEnds ? endPage() : null;
    }

    private Part endPage() {
        pageStart = -1;
        if (headOfTooLong != null) {
            Part.TooLong page = new Part.TooLong(headOfTooLong, linesOfTooLong + buffer.lines(0, scan));
            headOfTooLong = null;
            linesOfTooLong = 0;
            drop(scan);
            return page;
        }
        pagesEnd = scan;
        return pagesEnd >= batch ? take(pagesEnd) : null;
    }

    /** Reads more; before that, where there is no room, makes some by handing over what is finished. */
    private Part more() {
        if (ended) {
            scan = buffer.limit();
            return null;
        }
        if (buffer.isFull()) {
            if (headOfTooLong != null) {
                linesOfTooLong += buffer.lines(0, scan);
                drop(scan);
            } else if (pagesEnd > 0) {
                return take(pagesEnd);
            } else if (pageStart != 0) {
                return take(pageStart > 0 ? pageStart : scan);
            } else if (buffer.limit() <= longest) {
                buffer.grow();
            } else {
                headOfTooLong = buffer.copy(0, batch);
                pageStart = -1;
            }
            return null;
        }
        try {
            ended = !buffer.fill(xml);
        } catch (IOException e) {
            failure = e;
            ended = true;
        }
        return null;
    }

    private Part last() throws IOException {
        if (pagesEnd > 0) {
            return take(pagesEnd);
        }
        boolean within = pageStart >= 0 || headOfTooLong != null;
        int end = pageStart >= 0 ? pageStart : buffer.limit();
        if (headOfTooLong == null && end > 0) {
            return take(end);
        }
        if (failure != null) {
            throw failure;
        }
        if (within) {
            throw new EOFException("the file ends within a page");
        }
        return null;
    }

    private Part take(int end) {
        byte[] bytes = buffer.copy(0, end);
        Part part = pagesEnd > 0 ? new Part.Pages(bytes) : new Part.Other(bytes);
        drop(end);
        return part;
    }

    private void drop(int end) {
        buffer.drop(end);
        scan -= end;
        pageStart = pageStart < 0 ? -1 : pageStart - end;
        pagesEnd = 0;
    }
}
