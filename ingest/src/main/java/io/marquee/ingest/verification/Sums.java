package io.marquee.ingest.verification;

import io.marquee.records.SourceCounts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read was published or rejected, and what was published was seen. */
record Sums() implements Rule {

    @Override
    public String name() {
        return "read = published + rejected, published = seen";
    }

    @Override
    public Optional<String> finding(Subject subject) {
        String wrong = Stream.of(
                        describe("films", subject.run().films()),
                        describe("wikipedia", subject.run().wikipedia()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", and "));
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
    }

    private static Optional<String> describe(String source, SourceCounts counts) {
        return counts.addsUp()
                ? Optional.empty()
                : Optional.of("of %s %d records were read, %d published, %d rejected, %s seen"
                        .formatted(source, counts.read(), counts.published(), counts.rejected(), counts.seen()));
    }
}
