package io.marquee.ingest.verification;

import io.marquee.records.PipelineRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of films has as many of each kind as the stream processor counted. */
record Counts() implements Rule {

    @Override
    public String name() {
        return "films, links and ranked films as counted";
    }

    @Override
    public Optional<String> finding(Subject subject) throws SQLException {
        PipelineRun run = subject.run();
        List<String> wrong = new ArrayList<>();
        try (Statement statement = subject.tables().createStatement();
                ResultSet found = statement.executeQuery("select count(*), count(wikipedia_url),"
                        + " count(*) filter (where not_ranked_reason is null) from film")) {
            found.next();
            compare(wrong, "films", run.filmCount(), found.getLong(1));
            compare(wrong, "films with a page", run.matched(), found.getLong(2));
            compare(wrong, "ranked films", run.ranked(), found.getLong(3));
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", wrong));
    }

    private static void compare(List<String> wrong, String what, Long counted, long stored) {
        if (counted == null || counted != stored) {
            wrong.add("%s %s were counted, and the table film has %d".formatted(counted, what, stored));
        }
    }
}
