package io.marquee.processor.films;

import io.marquee.records.Film;
import io.marquee.records.Json;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A film as the processor keeps it.
 *
 * @param film as it came last
 * @param run the run that brought it last
 * @param gone whether a run did not bring it again; it is let go when that run's pages are chosen
 */
public record StoredFilm(Film film, String run, boolean gone) {

    /** Films by id. */
    public static final String STORE = "films-by-id";

    /** The store of films. */
    public static StoreBuilder<KeyValueStore<Long, StoredFilm>> store() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.Long(), Json.serde(StoredFilm.class));
    }
}
