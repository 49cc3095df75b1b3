package io.marquee.connect;

import java.util.Locale;

/** A role of the database besides the owner of the tables. */
public enum Role {

    /** Of the connectors: reads and writes the sinks' tables, and nothing else. */
    SINK_WRITER,

    /** Of the ingestor: reads all tables, makes temporary ones, owns the schema {@code quartz}. */
    INGESTOR,

    /** Of dashboards and other readers: reads all tables and views of {@code public}. */
    BI_READER;

    /** Its name in the database. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
