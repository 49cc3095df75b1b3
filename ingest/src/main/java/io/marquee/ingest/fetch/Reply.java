package io.marquee.ingest.fetch;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's answer, whose body is still to be read or to be closed.
 *
 * @param status of HTTP
 * @param headers of the answer
 * @param body arrives as it is asked for
 */
record Reply(int status, HttpHeaders headers, BodyFeed body) implements AutoCloseable {

    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(?<first>\\d{1,18})-\\d{1,18}|\\*)/(?:(?<total>\\d{1,18})|\\*)");

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Bytes of the body, if the server says how many. */
    OptionalLong length() {
        return header("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    /** Where in the file the body begins, if the server says it. */
    OptionalLong rangeStart() {
        return range("first");
    }

    /** Bytes of the whole file of which the body is a range, if the server says it. */
    OptionalLong rangeTotal() {
        return range("total");
    }

    private OptionalLong range(String group) {
        Matcher matcher = CONTENT_RANGE.matcher(header("Content-Range").orElse(""));
        return matcher.matches() && matcher.group(group) != null
                ? OptionalLong.of(Long.parseLong(matcher.group(group)))
                : OptionalLong.empty();
    }

    /** Whether the body is a page for a browser. */
    boolean isWebPage() {
        return header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    @Override
    public void close() {
        body.close();
    }
}
