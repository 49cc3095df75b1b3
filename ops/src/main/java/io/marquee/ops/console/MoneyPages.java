package io.marquee.ops.console;

import java.sql.SQLException;

/** How the money did by genre, company and decade, how returns are distributed, and how links were found. */
final class MoneyPages {

    private static final int USUAL = 20;
    private static final int MOST = 500;

    private static final String GROUPS = """
            select json_strip_nulls(json_build_object('groups', coalesce(json_agg(part), '[]')))
            from (%s limit ?) part""";
    private static final String GENRES = GROUPS.formatted("select * from genre_report order by revenue desc, name");
    private static final String COMPANIES =
            GROUPS.formatted("select * from production_company_report order by films desc, revenue desc, name");
    private static final String DECADES = GROUPS.formatted("""
            select decade || 's' as name, films, budget, revenue, return_on_budget, median_return, best_film
            from decade_report order by decade""");

    private static final String RETURNS = """
            select json_build_object('bands', coalesce(json_agg(
                json_build_object('name', name, 'films', films) order by position), '[]'))
            from return_report""";

    /** Nothing is linked below a confidence of 0.6; the last band holds 1, too. */
    private static final String LINKS = """
            select json_strip_nulls(json_build_object(
                'methods', (select coalesce(json_agg(link order by films desc, method), '[]') from link_report link),
                'confidence', (
                    select json_agg(json_build_object('at_least', 0.6 + 0.05 * (band - 1), 'below', 0.6 + 0.05 * band,
                                                      'films', coalesce(films, 0)) order by band)
                    from generate_series(1, 8) as band
                    left join (select least(width_bucket(match_confidence::numeric, 0.6, 1, 8), 8) as band,
                                      count(*) as films
                               from film where match_confidence is not null group by 1) counted using (band))))""";

    private static final String QUALITY = """
            select json_strip_nulls(json_build_object('questions', coalesce(json_agg(
                json_build_object('name', name, 'films', films, 'share', share) order by position), '[]')))
            from quality_report""";

    private final Tables tables;

    MoneyPages(Tables tables) {
        this.tables = tables;
    }

    Answer genres(Query query) throws SQLException {
        return groups(GENRES, query);
    }

    Answer companies(Query query) throws SQLException {
        return groups(COMPANIES, query);
    }

    Answer decades(Query query) throws SQLException {
        return groups(DECADES, query);
    }

    Answer returns(Query query) throws SQLException {
        return Answer.json(tables.value(RETURNS).orElseThrow());
    }

    Answer links(Query query) throws SQLException {
        return Answer.json(tables.value(LINKS).orElseThrow());
    }

    Answer quality(Query query) throws SQLException {
        return Answer.json(tables.value(QUALITY).orElseThrow());
    }

    private Answer groups(String sql, Query query) throws SQLException {
        return Answer.json(tables.value(sql, query.number("limit", USUAL, MOST)).orElseThrow());
    }
}
