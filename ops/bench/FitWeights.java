import io.marquee.ingest.films.FilmReader;
import io.marquee.ingest.films.FilmSink;
import io.marquee.ingest.pages.PagePlace;
import io.marquee.ingest.pages.PageSink;
import io.marquee.ingest.pages.PageSource;
import io.marquee.ingest.source.Sources;
import io.marquee.ops.evaluation.Evaluation;
import io.marquee.ops.evaluation.Link;
import io.marquee.ops.evaluation.Truth;
import io.marquee.processor.join.TitleGroup;
import io.marquee.processor.join.WholeJoin;
import io.marquee.processor.match.Evidence;
import io.marquee.processor.match.Pairing;
import io.marquee.processor.match.Pairings;
import io.marquee.processor.pages.PageEntry;
import io.marquee.processor.pages.PageReading;
import io.marquee.records.Film;
import io.marquee.records.FilmGlance;
import io.marquee.records.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleFunction;

/**
 * Shows whether the weights of the evidence hold on films that they were not fitted on: {@code FitWeights FILMS TRUTH
 * DUMP...}. Fits them by logistic regression on every other film of the truth, starting from those in the program, and
 * measures the links of the other half; then the other way round; and beside it the weights in the program.
 */
public final class FitWeights {

    private static final Evidence[] ALL = Evidence.values();
    /** How hard the weights in the program pull: evidence that the films do not show keeps its weight. */
    private static final double PULL = 1;

    private static final int STEPS = 1500;

    private record Example(long film, List<Evidence> evidence, boolean right) {}

    private FitWeights() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: FitWeights FILMS TRUTH.csv DUMP...");
            System.exit(2);
        }
        List<Film> films = films(arguments[0]);
        List<Truth> truths = Truth.read(Path.of(arguments[1]));
        Map<String, List<List<Pairing>>> dumps = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        for (String dump : List.of(arguments).subList(2, arguments.length)) {
            List<List<Pairing>> groups = WholeJoin.of(films, entries(dump)).values().stream()
                    .map(TitleGroup::pairings)
                    .filter(pairings -> !pairings.isEmpty())
                    .toList();
            dumps.put(Path.of(dump).getFileName().toString(), groups);
            examples.addAll(examples(groups, truths));
        }
        double[] first = fit(examples.stream().filter(example -> example.film() % 2 == 0).toList());
        double[] second = fit(examples.stream().filter(example -> example.film() % 2 == 1).toList());
        System.out.printf("%-30s %8s %14s %14s%n", "evidence", "weight", "of even films", "of odd films");
        for (Evidence evidence : ALL) {
            System.out.printf("%-30s %8.1f %14.1f %14.1f%n", evidence, evidence.weight(), first[evidence.ordinal()], second[evidence.ordinal()]);
        }
        dumps.forEach((name, groups) -> {
            measure(name + ", fitted on even films, measured on odd", groups, truths, film -> film % 2 == 1, odds(first));
            measure(name + ", fitted on odd films, measured on even", groups, truths, film -> film % 2 == 0, odds(second));
            measure(name + ", weights of the program, odd films", groups, truths, film -> film % 2 == 1, Pairing::odds);
            measure(name + ", weights of the program, even films", groups, truths, film -> film % 2 == 0, Pairing::odds);
        });
    }

    private static List<Film> films(String location) throws IOException {
        List<Film> films = new ArrayList<>();
        new FilmReader(Sources.of(location), Integer.MAX_VALUE)
                .read(
                        new FilmSink() {
                            @Override
                            public void film(String place, Film film) {
                                films.add(film);
                            }

                            @Override
                            public void rejected(String place, String reason, String row) {}
                        },
                        (content, reading) -> {});
        return films;
    }

    private static Collection<PageEntry> entries(String location) throws IOException {
        List<PageEntry> entries = new ArrayList<>();
        new PageSource(Sources.of(location))
                .read(
                        new PageSink() {
                            @Override
                            public void page(PagePlace place, Page page) {
                                if (FilmGlance.mayBeFilm(page)) {
                                    entries.addAll(PageReading.entries(page));
                                }
                            }

                            @Override
                            public void otherPage(PagePlace place, String title) {}

                            @Override
                            public void rejected(PagePlace place, String reason, Page page) {}
                        },
                        content -> {});
        return entries;
    }

    /** What competes in the end: of each film the likeliest page that is not another's. */
    private static List<Example> examples(List<List<Pairing>> groups, List<Truth> truths) {
        Map<Long, Pairing> best = links(groups, Pairing::odds, Double.NEGATIVE_INFINITY);
        List<Example> examples = new ArrayList<>();
        for (Truth truth : truths) {
            Pairing pairing = best.get(truth.filmId());
            if (pairing != null) {
                examples.add(new Example(
                        truth.filmId(),
                        List.copyOf(pairing.evidence()),
                        pairing.page().title().equals(truth.page())));
            }
        }
        return examples;
    }

    private static double[] fit(List<Example> examples) {
        double[] weights = new double[ALL.length];
        for (Evidence evidence : ALL) {
            weights[evidence.ordinal()] = evidence.weight();
        }
        double[] mean = new double[ALL.length];
        double[] square = new double[ALL.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] slope = new double[ALL.length];
            for (Example example : examples) {
                double likely = 1 / (1 + Math.exp(-sum(weights, example.evidence())));
                example.evidence().forEach(item -> slope[item.ordinal()] += likely - (example.right() ? 1 : 0));
            }
            for (int i = 0; i < weights.length; i++) {
                slope[i] += PULL * (weights[i] - ALL[i].weight());
                mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
                square[i] = 0.999 * square[i] + 0.001 * slope[i] * slope[i];
                weights[i] -= 0.02 * (mean[i] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
        return weights;
    }

    private static double sum(double[] weights, Collection<Evidence> evidence) {
        double sum = 0;
        for (Evidence item : evidence) {
            sum += weights[item.ordinal()];
        }
        return sum;
    }

    private static ToDoubleFunction<Pairing> odds(double[] weights) {
        return pairing -> sum(weights, pairing.evidence());
    }

    /** The links by film: in each group the surest pairing takes its page and its film, then the next. */
    private static Map<Long, Pairing> links(
            List<List<Pairing>> groups, ToDoubleFunction<Pairing> odds, double least) {
        Map<Long, Pairing> links = new HashMap<>();
        for (List<Pairing> group : groups) {
            Map<String, Long> owners = new HashMap<>();
            Map<Long, String> served = new HashMap<>();
            group.stream()
                    .filter(pairing -> odds.applyAsDouble(pairing) >= least)
                    .sorted((one, other) -> Double.compare(odds.applyAsDouble(other), odds.applyAsDouble(one)))
                    .forEach(pairing -> {
                        long film = pairing.film().filmId();
                        if (!served.containsKey(film) && !owners.containsKey(pairing.page().title())) {
                            owners.put(pairing.page().title(), film);
                            served.put(film, pairing.page().title());
                            links.merge(film, pairing, (one, other) ->
                                    odds.applyAsDouble(one) >= odds.applyAsDouble(other) ? one : other);
                        }
                    });
        }
        return links;
    }

    private static void measure(
            String name,
            List<List<Pairing>> groups,
            List<Truth> truths,
            LongPredicate films,
            ToDoubleFunction<Pairing> odds) {
        double least = Math.log(Pairings.LEAST_CONFIDENCE / (1 - Pairings.LEAST_CONFIDENCE));
        Map<Long, Link> links = new HashMap<>();
        links(groups, odds, least)
                .forEach((film, pairing) -> links.put(
                        film, new Link(pairing.page().title(), pairing.method(), pairing.confidence())));
        Evaluation evaluation = Evaluation.of(
                truths.stream().filter(truth -> films.test(truth.filmId())).toList(), links);
        System.out.println();
        System.out.println(name);
        evaluation.byClass().forEach((key, score) -> System.out.printf(
                "  %-16s precision %.4f recall %.4f (%d linked, %d right)%n",
                key, score.precision(), score.recall(), score.linked(), score.right()));
    }
}
