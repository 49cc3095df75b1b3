package io.marquee.ops.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links against the truth. Pure.
 *
 * @param byClass by evidence class; those of the ranked films as {@code <class>, ranked}
 * @param byMethod by how the link was found; what was not linked is not among them
 * @param byConfidence by confidence, in bands of a tenth
 * @param misses films that are linked wrongly or not at all, to read
 */
public record Evaluation(
        Map<String, Score> byClass, Map<String, Score> byMethod, Map<String, Score> byConfidence, List<String> misses) {

    /**
     * Compares.
     *
     * @param truths what is known
     * @param links the pipeline's links by film id
     */
    public static Evaluation of(List<Truth> truths, Map<Long, Link> links) {
        Evaluation evaluation = new Evaluation(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        truths.forEach(truth -> evaluation.add(truth, links.get(truth.filmId())));
        return evaluation;
    }

    private void add(Truth truth, Link link) {
        count(byClass, truth.evidence(), truth, link);
        if (truth.ranked()) {
            count(byClass, truth.evidence() + ", ranked", truth, link);
        }
        if (link != null) {
            count(byMethod, link.method(), truth, link);
            count(byConfidence, band(link.confidence()), truth, link);
        }
        String linked = link == null ? "none" : link.page();
        String page = truth.page() == null ? "none" : truth.page();
        if (!linked.equals(page)) {
            misses.add("%s: is %s, linked %s".formatted(truth.film(), page, linked));
        }
    }

    private static void count(Map<String, Score> scores, String key, Truth truth, Link link) {
        scores.merge(
                key,
                Score.NONE.with(truth, link),
                (one, other) -> new Score(
                        one.linked() + other.linked(), one.right() + other.right(), one.known() + other.known()));
    }

    private static String band(double confidence) {
        double from = Math.min(0.9, Math.floor(confidence * 10 + 1e-9) / 10);
        return String.format(Locale.ROOT, "%.1f to %.1f", from, from + 0.1);
    }

    /** The figures as lines to print, without the misses. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        table(lines, "evidence", byClass);
        table(lines, "match method", byMethod);
        table(lines, "confidence", byConfidence);
        return lines;
    }

    private static void table(List<String> lines, String name, Map<String, Score> scores) {
        lines.add(String.format(
                Locale.ROOT,
                "%-28s %8s %8s %8s %9s %7s %6s",
                name,
                "linked",
                "right",
                "known",
                "precision",
                "recall",
                "F1"));
        scores.forEach((key, score) -> lines.add(String.format(
                Locale.ROOT,
                "%-28s %8d %8d %8d %9.4f %7.4f %6.4f",
                key,
                score.linked(),
                score.right(),
                score.known(),
                score.precision(),
                score.recall(),
                score.f1())));
        lines.add("");
    }
}
