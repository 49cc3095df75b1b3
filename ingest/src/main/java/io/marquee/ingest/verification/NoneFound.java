package io.marquee.ingest.verification;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A query finds nothing.
 *
 * @param name what holds
 * @param query finds what is wrong, a line of text each; {@code report} is the run's report
 */
record NoneFound(String name, String query) implements Rule {

    /** Ranks 1 to N and no others, and no film twice. A rank that is there twice cannot be stored. */
    static final NoneFound BAD_RANKS = new NoneFound("ranks 1 to N without gaps, each film once", """
            select 'rank ' || rank || ' is missing in the report'
            from generate_series(1, (select count(*) from report)) as due(rank)
            where rank not in (select rank from report)
            union all
            select 'film ' || film_id || ' stands in the report ' || count(*) || ' times'
            from report group by film_id having count(*) > 1
            """);

    /** Both ratios are those of budget and revenue; doubles are rounded the same way here and there. */
    static final NoneFound BAD_RATIOS = new NoneFound("ratio and return as recomputed", """
            with money as (
                select 'film' as place, film_id, budget, revenue, ratio, return_on_budget from film
                union all
                select 'movie_report_row', film_id, budget, revenue, ratio, return_on_budget from report
            ), recomputed as (
                select *,
                       case when budget > 0 and revenue > 0 then budget::double precision / revenue end as due_ratio,
                       case when budget > 0 and revenue > 0 then revenue::double precision / budget end as due_return
                from money
            )
            select 'film ' || film_id || ' has the ratio ' || coalesce(ratio::text, 'none') || ' and the return '
                || coalesce(return_on_budget::text, 'none') || ' in ' || place || ' instead of '
                || coalesce(due_ratio::text, 'none') || ' and ' || coalesce(due_return::text, 'none')
            from recomputed
            where (ratio is null) <> (due_ratio is null)
               or (return_on_budget is null) <> (due_return is null)
               or not abs(ratio - due_ratio) <= 1e-12 * due_ratio
               or not abs(return_on_budget - due_return) <= 1e-12 * due_return
            """);

    /** A page belongs to one film, unless it names the IMDb ids of all that it belongs to. */
    static final NoneFound SHARED_PAGES = new NoneFound("one page, one film, unless by its IMDb id", """
            select count(*) || ' films share the page ' || wikipedia_url
            from film
            where wikipedia_url is not null
            group by wikipedia_url
            having count(*) > 1 and bool_or(match_method is distinct from 'imdb id')
            """);

    @Override
    public Optional<String> finding(Subject subject) throws SQLException {
        String all = "with report as (select * from movie_report_row where run_id = ?), found(line) as (" + query
                + ") select line, count(*) over () - 1 from found order by line limit 1";
        try (PreparedStatement statement = subject.tables().prepareStatement(all)) {
            statement.setString(1, subject.run().runId());
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                long others = found.getLong(2);
                return Optional.of(found.getString(1) + (others == 0 ? "" : ", and " + others + " more like that"));
            }
        }
    }
}
