package io.marquee.ops.console;

import io.marquee.records.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history of runs, one run, and its log. */
final class RunPages {

    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final Set<String> STATES = Stream.of(RunState.values())
            .map(state -> state.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private static final String RUNS = """
            with asked (before, state, most) as (values (?::text, ?::text, ?::int)),
                 found as (
                     select run.*, row_number() over (order by run.run_id desc) as place
                     from pipeline_run run, asked
                     where (asked.before is null or run.run_id < asked.before)
                       and (asked.state is null or run.state = asked.state)
                     order by run.run_id desc
                     limit (select most + 1 from asked))
            select json_strip_nulls(json_build_object(
                'runs', coalesce((select json_agg(to_jsonb(found) - 'place' order by place)
                                  from found where place <= (select most from asked)), '[]'),
                'more', (select count(*) from found) > (select most from asked)))""";

    private static final String RUN =
            "select json_strip_nulls(row_to_json(run)) from pipeline_run run where run_id = ?";

    private final Tables tables;
    private final RunLogs logs;

    RunPages(Tables tables, RunLogs logs) {
        this.tables = tables;
        this.logs = logs;
    }

    Answer runs(Query query) throws SQLException {
        String state = query.given("state").isPresent() ? query.oneOf("state", STATES, "") : null;
        return Answer.json(
                tables.value(RUNS, query.given("before").orElse(null), state, query.number("limit", USUAL, MOST))
                        .orElseThrow());
    }

    Answer run(String runId) throws SQLException {
        return tables.value(RUN, runId)
                .map(Answer::json)
                .orElseGet(() -> Answer.error(404, "there is no run " + runId + " (any more): see all runs"));
    }

    Answer log(String runId) {
        try {
            return Answer.json(200, logs.of(runId));
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be read", e);
        }
    }
}
