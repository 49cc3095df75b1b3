package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.RunCounts;
import io.marquee.records.Json;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What the two sides of the join share. */
public final class JoinStores {

    /** The name of the stage. */
    public static final String STAGE = "candidates";

    /** What is counted of films that aliases lead on. */
    static final String LED_ON = "led-on";

    /** How many of them all tasks together had sent at the round before. */
    static final String LED_ON_BEFORE = "before";

    static final String NAMES = "names-by-title-key";
    static final String PAGES = "pages-by-title-key";
    static final String ALIASES = "aliases-by-title-key";
    static final String CHANGED = "changed-title-keys";
    static final String SENT = "sent-candidates";
    static final String COUNTS = "title-counts";
    static final String BARRIERS = "title-barriers";
    static final String ROUNDS = "title-rounds";

    private JoinStores() {}

    /** Their stores. */
    public static List<StoreBuilder<?>> all() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NAMES), Serdes.String(), Json.serde(FilmName.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PAGES), Serdes.String(), Json.serde(StoredPage.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ALIASES), Serdes.String(), Json.serde(StoredAlias.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CHANGED), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(SENT), Serdes.String(), Serdes.ByteArray()),
                RunCounts.store(COUNTS),
                BarrierGate.store(BARRIERS),
                BarrierGate.store(ROUNDS));
    }
}
