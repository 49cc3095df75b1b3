package io.marquee.processor.choose;

import static io.marquee.processor.Samples.film;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.processor.Samples;
import io.marquee.records.Film;
import io.marquee.records.RankBy;
import io.marquee.records.ReportRow;
import io.marquee.records.RunSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChoiceTest {

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
}
