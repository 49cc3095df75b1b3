package io.marquee.processor;

import io.marquee.records.Film;
import io.marquee.records.Page;
import io.marquee.records.RunSettings;
import io.marquee.records.RunTotals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * What the ingestor does to the processor over many runs, some of which die. Topics are queues: what a run that died has
 * published may be taken up at any time later, films and pages each at their own pace.
 */
final class SimulatedIngestor implements AutoCloseable {

    /** How a run ends. */
    enum Ending {
        SUCCEEDS,
        DIES_WHILE_IT_READS,
        DIES_BETWEEN_THE_BARRIERS,
        DIES_AFTER_THE_BARRIERS,
        LOSES_A_RECORD
    }

    private final Pipeline pipeline = new Pipeline();
    private final Map<Long, Film> films = new TreeMap<>();
    private final Map<String, Page> pages = new TreeMap<>();
    private final Deque<Runnable> filmsTopic = new ArrayDeque<>();
    private final Deque<Runnable> pagesTopic = new ArrayDeque<>();
    private boolean filmsUnknown = true;
    private boolean pagesUnknown = true;
    private int runs;
    private String standing;
    private List<String> standingReport = List.of();

    void set(Film film) {
        filmsUnknown |= !film.equals(films.put(film.filmId(), film));
    }

    void removeFilm(long film) {
        filmsUnknown |= films.remove(film) != null;
    }

    void set(Page page) {
        pagesUnknown |= !page.equals(pages.put(page.title(), page));
    }

    void removePage(String title) {
        pagesUnknown |= pages.remove(title) != null;
    }

    /**
     * Executes a run: reads what is not known to be as the last good run left it.
     *
     * @return its totals, if it lived to see them
     */
    Optional<RunTotals> run(Ending ending, RunSettings settings, Random random) {
        String run = "r%04d".formatted(++runs);
        boolean readFilms = filmsUnknown;
        boolean readPages = pagesUnknown;
        List<Film> filmsOfRun = readFilms ? shuffled(films.values(), random) : List.of();
        List<Page> pagesOfRun = readPages ? shuffled(pages.values(), random) : List.of();
        filmsOfRun.forEach(film -> filmsTopic.add(() -> pipeline.film(run, film)));
        pagesOfRun.forEach(page -> pagesTopic.add(() -> pipeline.page(run, page)));
        if (ending == Ending.DIES_WHILE_IT_READS) {
            forget(filmsTopic, random.nextInt(filmsOfRun.size() + 1));
            forget(pagesTopic, random.nextInt(pagesOfRun.size() + 1));
            consume(random, random.nextInt(10));
            return Optional.empty();
        }
        String report = standing;
        int lost = ending == Ending.LOSES_A_RECORD ? 1 : 0;
        filmsTopic.add(() -> {
            pipeline.stands(report);
            pipeline.filmsBarrier(run, filmsOfRun.size() + lost, readFilms, settings);
        });
        if (ending == Ending.DIES_BETWEEN_THE_BARRIERS) {
            consume(random, random.nextInt(10));
            return Optional.empty();
        }
        pagesTopic.add(() -> {
            pipeline.stands(report);
            pipeline.pagesBarrier(run, pagesOfRun.size(), readPages, settings);
        });
        if (ending == Ending.DIES_AFTER_THE_BARRIERS) {
            consume(random, random.nextInt(10));
            return Optional.empty();
        }
        consume(random, Integer.MAX_VALUE);
        RunTotals totals = pipeline.totals();
        if (totals.problems().isEmpty()) {
            filmsUnknown = false;
            pagesUnknown = false;
            standing = run;
            pipeline.read();
            standingReport = pipeline.report(run);
        }
        return Optional.of(totals);
    }

    /** Whether the newest good report is as it was, all of it. */
    boolean stands() {
        pipeline.read();
        return standing == null || pipeline.report(standing).equals(standingReport);
    }

    Map<String, String> filmTable() {
        return pipeline.filmTable();
    }

    /** The newest good report, without its run. */
    List<String> report() {
        return standingReport.stream().map(PlainJoin::withoutRun).toList();
    }

    /** What the tables have to hold now. */
    PlainJoin expected(RunSettings settings) {
        return PlainJoin.of(films.values(), pages.values(), settings);
    }

    private void consume(Random random, int most) {
        for (int taken = 0; taken < most && !(filmsTopic.isEmpty() && pagesTopic.isEmpty()); taken++) {
            boolean film = pagesTopic.isEmpty() || (!filmsTopic.isEmpty() && random.nextBoolean());
            (film ? filmsTopic : pagesTopic).remove().run();
        }
    }

    private static void forget(Deque<Runnable> topic, int count) {
        for (int i = 0; i < count; i++) {
            topic.removeLast();
        }
    }

    private static <T> List<T> shuffled(Collection<T> records, Random random) {
        List<T> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
