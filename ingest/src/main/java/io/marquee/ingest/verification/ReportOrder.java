package io.marquee.ingest.verification;

import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import java.sql.SQLException;
import java.util.Optional;

/** The report is the best of the ranked films, in the order that was asked for. */
record ReportOrder() implements Rule {

    @Override
    public String name() {
        return "report in the order asked for";
    }

    @Override
    public Optional<String> finding(Subject subject) throws SQLException {
        return new NoneFound(name(), query(subject.run().settings())).finding(subject);
    }

    private static String query(RunSettings settings) {
        String score = settings.rankBy() == RankBy.RATIO ? "ratio" : "return_on_budget";
        return """
                with due as (
                    select film_id, row_number() over (order by %s desc, vote_count desc, film_id) as rank
                    from film
                    where not_ranked_reason is null
                )
                select 'rank ' || rank || ' has film ' || report.film_id || ' instead of ' || due.film_id
                from report join due using (rank)
                where report.film_id <> due.film_id
                """.formatted(score);
    }
}
