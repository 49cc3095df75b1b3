alter table pipeline_run
    add column fetching_seconds      double precision,
    add column checking_seconds      double precision,
    add column reading_films_seconds double precision,
    add column reading_pages_seconds double precision,
    add column processing_seconds    double precision,
    add column verifying_seconds     double precision;

comment on column pipeline_run.state is 'running, succeeded, unchanged (nothing to do), suspect (complete, but not shown for what verification found) or failed; running and followed by a newer run: it died';
comment on column pipeline_run.error is 'What went wrong, or what verification found, in one line';
comment on column pipeline_run.fetching_seconds is 'How long sources were fetched; null for a stage that the run did not reach or did not need';
comment on column pipeline_run.checking_seconds is 'How long it looked whether the sources had changed';
comment on column pipeline_run.reading_films_seconds is 'How long films were read and published';
comment on column pipeline_run.reading_pages_seconds is 'How long pages were read and published';
comment on column pipeline_run.processing_seconds is 'How long it waited for the stream processor once all was published';
comment on column pipeline_run.verifying_seconds is 'How long it waited for the tables and looked at what is in them';
