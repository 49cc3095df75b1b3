package io.marquee.ops.console;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** The report: searched, sorted, as points, as a file. */
final class ReportPages {

    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final Set<String> COLUMNS =
            Set.of("rank", "title", "year", "budget", "revenue", "return_on_budget", "rating", "votes");
    private static final Set<String> ORDERS = Set.of("asc", "desc");

    /** The column and the order are put in from the sets above. */
    private static final String REPORT = """
            with asked (search, most, skipped) as (values (lower(?::text), ?::int, ?::int)),
                 wanted as materialized (
                     select report.*
                     from movie_report report, asked
                     where asked.search = ''
                        or strpos(lower(report.title), asked.search) > 0
                        or exists (select from unnest(report.production_companies || report.genres) as name
                                   where strpos(lower(name), asked.search) > 0))
            select json_strip_nulls(json_build_object(
                'run_id', (select run_id from wanted limit 1),
                'total', (select count(*) from wanted),
                'rows', coalesce((
                    select json_agg(page)
                    from (select rank, film_id, title, year, budget, revenue, ratio, return_on_budget, rating, votes,
                                 production_companies, genres, wikipedia_url, wikipedia_abstract
                          from wanted order by %s %s nulls last, rank
                          limit (select most from asked) offset (select skipped from asked)) page), '[]')))""";

    private static final String POINTS = """
            select json_strip_nulls(json_build_object('points', coalesce(json_agg(point), '[]')))
            from (select rank, title, year, budget, revenue, return_on_budget from movie_report order by rank) point""";

    private final Tables tables;

    ReportPages(Tables tables) {
        this.tables = tables;
    }

    Answer report(Query query) throws SQLException {
        String sorted = REPORT.formatted(query.oneOf("sort", COLUMNS, "rank"), query.oneOf("order", ORDERS, "asc"));
        return Answer.json(tables.value(
                        sorted,
                        query.text("search").strip(),
                        query.number("limit", USUAL, MOST),
                        query.number("offset", 0, Integer.MAX_VALUE))
                .orElseThrow());
    }

    Answer points(Query query) throws SQLException {
        return Answer.json(tables.value(POINTS).orElseThrow());
    }

    Answer csv(Query query) throws SQLException {
        return new Answer(
                200,
                "text/csv; charset=utf-8",
                tables.csv("select * from movie_report order by rank"),
                Map.of("Content-Disposition", "attachment; filename=\"movie-report.csv\""));
    }
}
