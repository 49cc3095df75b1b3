package io.marquee.processor.join;

import io.marquee.processor.flow.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers which candidates were sent on, so that only what has changed is sent again. */
final class SentCandidates {

    private static final char SEPARATOR = '\0';
    private static final StringSerializer STRINGS = new StringSerializer();

    private final KeyValueStore<String, byte[]> digests;

    SentCandidates(KeyValueStore<String, byte[]> digests) {
        this.digests = digests;
    }

    /** Hands over the candidates under a title key that are new or have changed, and those that have ended. */
    void update(String titleKey, Map<TitleGroup.Pair, Candidate> candidates, Consumer<Candidate> send) {
        Set<String> current = new HashSet<>();
        candidates.forEach((pair, candidate) -> {
            String key = titleKey + SEPARATOR + pair.filmId() + SEPARATOR + pair.title();
            current.add(key);
            byte[] digest = Digest.of(candidate);
            if (!Arrays.equals(digest, digests.get(key))) {
                digests.put(key, digest);
                send.accept(candidate);
            }
        });
        for (String key : known(titleKey)) {
            if (!current.contains(key)) {
                digests.delete(key);
                String[] parts = key.split(String.valueOf(SEPARATOR), 3);
                send.accept(Candidate.ended(Long.parseLong(parts[1]), parts[2]));
            }
        }
    }

    private List<String> known(String titleKey) {
        List<String> known = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> scan = digests.prefixScan(titleKey + SEPARATOR, STRINGS)) {
            scan.forEachRemaining(entry -> known.add(entry.key));
        }
        return known;
    }
}
