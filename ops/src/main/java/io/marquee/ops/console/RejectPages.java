package io.marquee.ops.console;

import io.marquee.ops.history.RejectedReason;
import java.sql.SQLException;

/** Rejected records, by reason and one by one. */
final class RejectPages {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private static final String KINDS = """
            select json_build_object(
                'total', coalesce(sum(records), 0),
                'kinds', coalesce(json_agg(kind order by records desc, source, kind.reason), '[]'))
            from (select source, %s as reason, count(*) as records, min(place) as example
                  from rejected_record group by 1, 2) kind""".formatted(RejectedReason.KIND);

    private static final String RECORDS = """
            with asked (source, kind, most, skipped) as (values (?::text, ?::text, ?::int, ?::int)),
                 wanted as (
                     select rejected_record.*
                     from rejected_record, asked
                     where (asked.source is null or rejected_record.source = asked.source)
                       and (asked.kind is null or %s = asked.kind))
            select json_strip_nulls(json_build_object(
                'total', (select count(*) from wanted),
                'rows', coalesce((
                    select json_agg(page)
                    from (select source, place, reason, record
                          from wanted order by source, place
                          limit (select most from asked) offset (select skipped from asked)) page), '[]')))""".formatted(RejectedReason.KIND);

    private final Tables tables;

    RejectPages(Tables tables) {
        this.tables = tables;
    }

    Answer kinds(Query query) throws SQLException {
        return Answer.json(tables.value(KINDS).orElseThrow());
    }

    Answer records(Query query) throws SQLException {
        return Answer.json(tables.value(
                        RECORDS,
                        query.given("source").orElse(null),
                        query.given("reason").orElse(null),
                        query.number("limit", USUAL, MOST),
                        query.number("offset", 0, Integer.MAX_VALUE))
                .orElseThrow());
    }
}
