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

    static final String NAMES = "names-by-title-key";
    static final String PAGES = "pages-by-title-key";
    static final String COUNTS = "title-counts";
    static final String BARRIERS = "title-barriers";

    private JoinStores() {}

    /** Their stores. */
    public static List<StoreBuilder<?>> all() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NAMES), Serdes.String(), Json.serde(FilmName.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PAGES), Serdes.String(), Json.serde(StoredPage.class)),
                RunCounts.store(COUNTS),
                BarrierGate.store(BARRIERS));
    }
}
