package io.marquee.ingest.run;

/** The stages of a run whose times are kept, in their order. */
enum RunStage {
    FETCHING,
    CHECKING,
    READING_FILMS,
    READING_PAGES,
    PROCESSING,
    VERIFYING
}
