package io.marquee.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads the header by which a server says when to come again: seconds, or a date. */
final class RetryAfter {

    // Nobody waits for longer, and more digits would overflow.
    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** How long to wait from now; empty if the header says nothing that can be read. */
    static Optional<Duration> parse(String header, Instant now) {
        String text = header.trim();
        if (text.matches("\\d{1," + DIGITS + "}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date =
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text, Instant::from);
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
