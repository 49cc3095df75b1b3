package io.marquee.ingest.verification;

import java.sql.SQLException;
import java.util.Optional;

/** One thing that must hold of every run's result. */
public sealed interface Rule permits Sums, Counts, ReportSize, NoneFound, ReportOrder, TopicEqualsTable, LinkedShare {

    /** What holds, in a few words. */
    String name();

    /**
     * Looks whether it holds.
     *
     * @return what is wrong, in one line; empty if it holds
     */
    Optional<String> finding(Subject subject) throws SQLException;
}
