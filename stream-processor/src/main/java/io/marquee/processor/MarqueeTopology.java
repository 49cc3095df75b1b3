package io.marquee.processor;

import io.marquee.processor.choose.ChoosePages;
import io.marquee.processor.choose.Chosen;
import io.marquee.processor.films.CleanFilms;
import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.FlowSerdes;
import io.marquee.processor.flow.Partitions;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.join.JoinFilms;
import io.marquee.processor.join.JoinPages;
import io.marquee.processor.join.JoinStores;
import io.marquee.processor.join.Joined;
import io.marquee.processor.pages.CleanPages;
import io.marquee.processor.pages.PageEntry;
import io.marquee.processor.rank.RankFilms;
import io.marquee.processor.rank.Reported;
import io.marquee.records.EnrichedFilm;
import io.marquee.records.Film;
import io.marquee.records.Json;
import io.marquee.records.ReportKey;
import io.marquee.records.ReportRow;
import io.marquee.records.RunKey;
import io.marquee.records.RunTotals;
import io.marquee.records.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;

/** The topology: clean, key by title, join, choose, rank. */
public final class MarqueeTopology {

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final StreamsBuilder builder = new StreamsBuilder();
    private final int partitions;

    private MarqueeTopology(int partitions) {
        this.partitions = partitions;
    }

    /**
     * Builds the topology.
     *
     * @param partitions of {@code films} and {@code pages}, and so of each parallel stage
     * @param settings of the Streams application, for what of them shapes the topology
     */
    public static Topology build(int partitions, Properties settings) {
        MarqueeTopology topology = new MarqueeTopology(partitions);
        topology.connect();
        return topology.builder.build(settings);
    }

    private void connect() {
        KStream<byte[], Flow<Film>> films = source(Topics.FILMS, FlowSerdes.source(Json.deserializer(Film.class)));
        KStream<byte[], Flow<byte[]>> pages = source(Topics.PAGES, FlowSerdes.source(BYTES.deserializer()));

        KStream<byte[], Flow<Candidate>> candidates = join(keyByTitle(films), keyPagesByTitle(pages));
        KStream<byte[], Chosen> chosen = choose(candidates);

        publishFilms(chosen);
        publishReport(rank(chosen));
    }

    private <T> KStream<byte[], Flow<T>> source(String topic, Serde<Flow<T>> values) {
        return builder.stream(topic, Consumed.with(BYTES, values).withName(topic));
    }

    private KStream<String, Flow<FilmName>> keyByTitle(KStream<byte[], Flow<Film>> films) {
        return films.process(() -> new CleanFilms(partitions), Named.as("clean-films"), add(CleanFilms.stores()))
                .repartition(byKey(CleanFilms.STAGE, Serdes.String(), FlowSerdes.between(FilmName.class), partitions));
    }

    private KStream<String, Flow<PageEntry>> keyPagesByTitle(KStream<byte[], Flow<byte[]>> pages) {
        return pages.process(
                        () -> new CleanPages(partitions),
                        Named.as("clean-pages"),
                        add(List.of(RunCounts.store(CleanPages.COUNTS))))
                .repartition(byKey(CleanPages.STAGE, Serdes.String(), FlowSerdes.between(PageEntry.class), partitions));
    }

    private KStream<byte[], Flow<Candidate>> join(
            KStream<String, Flow<FilmName>> names, KStream<String, Flow<PageEntry>> pages) {
        String[] shared = add(JoinStores.all());
        // Aliases lead films from one title key to another: what the join sends comes back to it.
        KStream<String, Flow<FilmName>> ledOn = builder.stream(
                Topics.FILM_ALIASES,
                Consumed.with(Serdes.String(), FlowSerdes.between(FilmName.class))
                        .withName(Topics.FILM_ALIASES));
        KStream<byte[], Joined> joined = names.merge(ledOn, Named.as("all-names"))
                .process(() -> new JoinFilms(partitions), Named.as("join-films"), shared)
                .merge(
                        pages.process(() -> new JoinPages(partitions), Named.as("join-pages"), shared),
                        Named.as("join-both"));
        joined.filter((key, value) -> value.ledOn() != null, Named.as("led-on-only"))
                .mapValues(Joined::ledOn, Named.as("led-on"))
                .to(
                        Topics.FILM_ALIASES,
                        Produced.with(BYTES, FlowSerdes.between(FilmName.class))
                                .withStreamPartitioner(Partitions.barriersEverywhere())
                                .withName("film-aliases-sink"));
        return joined.filter((key, value) -> value.candidate() != null, Named.as("candidates-only"))
                .mapValues(Joined::candidate, Named.as("candidates"))
                .repartition(byKey(JoinStores.STAGE, BYTES, FlowSerdes.between(Candidate.class), partitions));
    }

    private KStream<byte[], Chosen> choose(KStream<byte[], Flow<Candidate>> candidates) {
        String[] own = add(ChoosePages.stores());
        String[] stores = Stream.concat(
                        Stream.of(own), CleanFilms.stores().stream().map(StoreBuilder::name))
                .toArray(String[]::new);
        return candidates.process(ChoosePages::new, Named.as("choose-pages"), stores);
    }

    private KStream<byte[], Reported> rank(KStream<byte[], Chosen> chosen) {
        return chosen.filter((key, value) -> value.ranked() != null, Named.as("ranked-only"))
                .mapValues(Chosen::ranked, Named.as("ranked"))
                .repartition(byKey(ChoosePages.STAGE, BYTES, FlowSerdes.between(ReportRow.class), 1))
                .process(RankFilms::new, Named.as("rank-films"), add(RankFilms.stores()));
    }

    private void publishFilms(KStream<byte[], Chosen> chosen) {
        chosen.filter((key, value) -> value.published() != null, Named.as("published-only"))
                .mapValues(value -> value.published().film(), Named.as("published"))
                .to(
                        Topics.ENRICHED_FILMS,
                        Produced.with(BYTES, Json.serde(EnrichedFilm.class)).withName("enriched-films-sink"));
    }

    private void publishReport(KStream<byte[], Reported> reported) {
        reported.filter((key, value) -> value.row() != null, Named.as("rows-only"))
                .map(
                        (key, value) ->
                                KeyValue.pair(value.row().key(), value.row().content()),
                        Named.as("rows"))
                .to(
                        Topics.MOVIE_REPORT,
                        Produced.with(Json.serde(ReportKey.class), Json.serde(ReportRow.class))
                                .withName("movie-report-sink"));
        reported.filter((key, value) -> value.totals() != null, Named.as("totals-only"))
                .map(
                        (key, value) -> KeyValue.pair(new RunKey(value.totals().runId()), value.totals()),
                        Named.as("totals"))
                .to(
                        Topics.RUN_TOTALS,
                        Produced.with(Json.serde(RunKey.class), Json.serde(RunTotals.class))
                                .withName("run-totals-sink"));
    }

    private <K, T> Repartitioned<K, Flow<T>> byKey(String name, Serde<K> keys, Serde<Flow<T>> values, int count) {
        return Repartitioned.<K, Flow<T>>as(name)
                .withKeySerde(keys)
                .withValueSerde(values)
                .withNumberOfPartitions(count)
                .withStreamPartitioner(Partitions.barriersEverywhere());
    }

    private String[] add(Collection<StoreBuilder<?>> stores) {
        stores.forEach(builder::addStateStore);
        return stores.stream().map(StoreBuilder::name).toArray(String[]::new);
    }
}
