package io.marquee.processor.choose;

import static io.marquee.processor.Samples.film;
import static io.marquee.processor.Samples.filmPage;
import static io.marquee.processor.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.processor.Samples;
import io.marquee.processor.join.Candidate;
import io.marquee.processor.pages.CandidatePage;
import io.marquee.processor.pages.PageReading;
import io.marquee.records.Film;
import io.marquee.records.Page;
import io.marquee.records.RankBy;
import io.marquee.records.ReportRow;
import io.marquee.records.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChoiceTest {

    private static final Film HEAT = film(949, "Heat", 1995, 60_000_000, 187_436_818);

    @Test
    void thePageWithTheFilmsYearIsChosen() {
        assertThat(chosen(HEAT, filmPage("Heat (1986 film)", 1986), filmPage("Heat (1995 film)", 1995)))
                .contains("Heat (1995 film)");
    }

    @Test
    void aYearApartIsTheSameFilmButAnExactYearIsBetter() {
        assertThat(chosen(HEAT, filmPage("Heat (1996 film)", 1996))).contains("Heat (1996 film)");
        assertThat(chosen(HEAT, filmPage("Heat (1996 film)", 1996), filmPage("Heat (1995 film)", 1995)))
                .contains("Heat (1995 film)");
    }

    @Test
    void aFilmOfAnotherTimeIsNoLink() {
        assertThat(chosen(HEAT, filmPage("Heat (1972 film)", 1972))).isEmpty();
        assertThat(chosen(HEAT, filmPage("Heat", 1972))).isEmpty();
    }

    @Test
    void theSuffixFilmIsTakenBeforeThePlainTitle() {
        assertThat(chosen(
                        HEAT, page("Heat (film)", "| music =", "Plot"), page("Heat", "| screenplay =", "Plot", "Cast")))
                .contains("Heat (film)");
    }

    @Test
    void aPageThatGivesNoYearIsTheOldestFilmsAndNotARemakes() {
        CandidatePage page =
                PageReading.read(page("Heat", "| screenplay =", "Plot", "Cast")).orElseThrow();

        assertThat(Matcher.choose(HEAT, List.of(new Candidate(949, "heat", "Heat", page, false))))
                .isPresent();
        assertThat(Matcher.choose(HEAT, List.of(new Candidate(949, "heat", "Heat", page, true))))
                .isEmpty();
    }

    @Test
    void aPageThatSpellsTheTitleAsTheFilmDoesIsTakenFirst() {
        Film film = film(8078, "Alien: Again", 1997, 1, 1);

        assertThat(chosen(film, filmPage("Alien Again", 1997), page("Alien: Again", "| writer =", "Plot", "Cast")))
                .contains("Alien: Again");
    }

    @Test
    void theChoiceDoesNotDependOnTheOrderOfCandidates() {
        List<Candidate> pages = new ArrayList<>(read(
                filmPage("Heat (1995 film)", 1995),
                filmPage("Heat", 1995),
                filmPage("HEAT", 1995),
                filmPage("Heat (film)", 1995)));
        String expected = Matcher.choose(HEAT, pages).orElseThrow().page().title();
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(pages, random);
            assertThat(Matcher.choose(HEAT, pages).orElseThrow().page().title()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    0, 0, no budget and no revenue
                    0, 5000000, no budget
                    5000000, 0, no revenue
                    113, 5000000, budget below 10000
                    9999, 5000000, budget below 10000
                    10000, 9999, revenue below 10000
                    10000, 10000, -
                    237000000, 2787965087, -
                    """)
    void aFilmThatIsNotRankedSaysWhy(long budget, long revenue, String reason) {
        Money money = Money.of(film(1, "A", 2000, budget, revenue), RunSettings.DEFAULT);

        assertThat(money.notRankedReason()).isEqualTo(reason);
    }

    @Test
    void bothRatiosAreReckonedWhereTheMoneyIsKnown() {
        Money money = Money.of(film(1, "A", 2000, 50, 200), RunSettings.DEFAULT);

        assertThat(money.ratio()).isEqualTo(0.25);
        assertThat(money.returnOnBudget()).isEqualTo(4.0);
    }

    @Property
    void theBestOfManyAreTheFirstOfAllInOrder(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 9) Integer> revenues,
            @ForAll @IntRange(min = 1, max = 20) int size) {
        List<ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < revenues.size(); i++) {
            Film film = Samples.film(i + 1L, "A", 2000, 20_000, revenues.get(i) * 10_000L);
            rows.add(Enrichment.row(Enrichment.enrich(film, List.of(), RunSettings.DEFAULT), "r"));
        }
        Comparator<ReportRow> order = Ranking.order(RankBy.RETURN);
        Best best = new Best(size, order);
        rows.forEach(best::add);

        assertThat(best.inOrder())
                .isEqualTo(rows.stream().sorted(order).limit(size).toList());
    }

    private static Optional<String> chosen(Film film, Page... pages) {
        return Matcher.choose(film, read(pages)).map(match -> match.page().title());
    }

    private static List<Candidate> read(Page... pages) {
        return Arrays.stream(pages)
                .flatMap(page -> PageReading.read(page).stream())
                .map(page -> new Candidate(0, "", page.title(), page, false))
                .toList();
    }
}
