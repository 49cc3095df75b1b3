package io.marquee.processor;

import static io.marquee.processor.Samples.article;
import static io.marquee.processor.Samples.film;
import static io.marquee.processor.Samples.filmPage;
import static io.marquee.processor.Samples.page;
import static io.marquee.processor.Samples.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.processor.SimulatedIngestor.Ending;
import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever runs came before, and however they ended: a good run's tables depend on the sources alone. */
final class MarqueeTopologyPropertyTest {

    private static final int FILMS = 6;
    private static final List<String> FILM_TITLES = List.of("Heat", "Alien", "Gone", "HEAT!", "Heat & Dust");
    private static final List<String> PAGE_TITLES = List.of(
            "Heat",
            "Heat (film)",
            "Heat (1990 film)",
            "Heat and Dust (film)",
            "Alien",
            "Alien (1991 film)",
            "Gone",
            "Gone (novel)");
    private static final RunSettings DEFAULT = new RunSettings(3, RankBy.RETURN, 10_000, 10_000, 2);
    private static final RunSettings OTHER = new RunSettings(4, RankBy.RATIO, 30_000, 10_000, 2);

    /** A change of a source; what is zero is removed. */
    private record Change(boolean isFilm, int which, int content) {}

    /** The changes before a run, and the run. */
    private record Step(List<Change> changes, Ending ending, RunSettings settings, long seed) {}

    @Property(tries = 25)
    void theTablesOfAGoodRunAreWhatAPlainJoinOfTheSourcesGives(@ForAll("steps") List<Step> steps) {
        try (SimulatedIngestor ingestor = new SimulatedIngestor()) {
            for (Step step : steps) {
                execute(step, ingestor);
            }
        }
    }

    private static void execute(Step step, SimulatedIngestor ingestor) {
        step.changes().forEach(change -> apply(change, ingestor));
        Optional<RunTotals> totals = ingestor.run(step.ending(), step.settings(), new Random(step.seed()));

        assertThat(ingestor.stands()).as("the last good report is whole").isTrue();
        assertThat(totals.map(found -> found.problems().size()))
                .isEqualTo(
                        switch (step.ending()) {
                            case SUCCEEDS -> Optional.of(0);
                            case LOSES_A_RECORD -> Optional.of(1);
                            default -> Optional.empty();
                        });
        if (step.ending() == Ending.SUCCEEDS) {
            PlainJoin expected = ingestor.expected(step.settings());
            assertThat(ingestor.filmTable()).isEqualTo(expected.filmTable());
            assertThat(ingestor.report()).isEqualTo(expected.report());
            assertThat(totals.orElseThrow().films())
                    .isEqualTo(expected.filmTable().size());
            assertThat(totals.orElseThrow().reportRows())
                    .isEqualTo(expected.report().size());
        }
    }

    private static void apply(Change change, SimulatedIngestor ingestor) {
        if (change.isFilm()) {
            long id = 1L + change.which() % FILMS;
            if (change.content() == 0) {
                ingestor.removeFilm(id);
            } else {
                ingestor.set(film(
                        id,
                        FILM_TITLES.get(change.content() % FILM_TITLES.size()),
                        FILM_TITLES.get(change.content() / 5 % FILM_TITLES.size()),
                        1990 + change.content() % 3,
                        20_000L * (change.content() % 4),
                        60_000,
                        change.content() % 2));
            }
            return;
        }
        String title = PAGE_TITLES.get(change.which() % PAGE_TITLES.size());
        switch (change.content() % 7) {
            case 0 -> ingestor.removePage(title);
            case 1 -> ingestor.set(page(title, "A village.", "History"));
            case 2, 3 -> ingestor.set(redirect(title, PAGE_TITLES.get(change.content() / 7 % PAGE_TITLES.size())));
            case 4 -> ingestor.set(article(title, "tt000000" + change.content() % 8, "HEAT: " + title));
            default -> ingestor.set(filmPage(title, 1989 + change.content() % 5));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 59))
                .as(Change::new);
        Arbitrary<Ending> endings = Arbitraries.frequency(
                Tuple.of(4, Ending.SUCCEEDS),
                Tuple.of(2, Ending.DIES_WHILE_IT_READS),
                Tuple.of(2, Ending.DIES_BETWEEN_THE_BARRIERS),
                Tuple.of(2, Ending.DIES_AFTER_THE_BARRIERS),
                Tuple.of(1, Ending.LOSES_A_RECORD));
        return Combinators.combine(
                        changes.list().ofMaxSize(8),
                        endings,
                        Arbitraries.frequency(Tuple.of(4, DEFAULT), Tuple.of(1, OTHER)),
                        Arbitraries.longs())
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
