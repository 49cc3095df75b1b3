create table rejected_record (
    source text not null,
    place  text not null,
    run_id text,
    reason text not null,
    record text,
    primary key (source, place)
);

comment on table rejected_record is 'Inputs that could not be used, each with its place and the reason.';
comment on column rejected_record.source is 'films, wikipedia, or the topic of a record that could not be processed';
comment on column rejected_record.place is 'Where in the source: file and line, file and number of the page, or partition and offset';
comment on column rejected_record.run_id is 'Run that met it last';
comment on column rejected_record.reason is 'Why it could not be used';
comment on column rejected_record.record is 'The input as it stood there, cut to 10000 characters';

create index rejected_record_run_id on rejected_record (run_id);

create table pipeline_run (
    run_id                text        primary key,
    state                 text        not null,
    reason                text,
    started_at            timestamptz not null,
    ended_at              timestamptz,
    error                 text,
    films_location        text,
    films_fingerprint     text,
    films_changed         boolean,
    films_read            bigint,
    films_published       bigint,
    films_rejected        bigint,
    films_seen            bigint,
    wikipedia_location    text,
    wikipedia_fingerprint text,
    wikipedia_changed     boolean,
    wikipedia_read        bigint,
    wikipedia_published   bigint,
    wikipedia_rejected    bigint,
    wikipedia_seen        bigint,
    film_count            bigint,
    matched               bigint,
    ranked                bigint,
    report_rows           integer,
    top                   integer,
    rank_by               text,
    min_budget            bigint,
    min_revenue           bigint,
    reports_kept          integer
);

comment on table pipeline_run is 'The story of every run. What holds of a run that succeeded: read = published + rejected, and published = seen, for each source.';
comment on column pipeline_run.run_id is 'The run: its start in UTC, so that the order of ids is the order in time';
comment on column pipeline_run.state is 'running, succeeded, unchanged (nothing to do) or failed; running and followed by a newer run: it died';
comment on column pipeline_run.reason is 'What started it: command, schedule or trigger';
comment on column pipeline_run.started_at is 'When it started';
comment on column pipeline_run.ended_at is 'When it ended';
comment on column pipeline_run.error is 'What went wrong, in one line';
comment on column pipeline_run.films_location is 'Where the films were read from';
comment on column pipeline_run.films_fingerprint is 'Tells one state of the films'' source from another';
comment on column pipeline_run.films_changed is 'Whether the run read the films';
comment on column pipeline_run.films_read is 'Records in the films'' source';
comment on column pipeline_run.films_published is 'Films sent to the topic';
comment on column pipeline_run.films_rejected is 'Records of the films'' source that could not be used';
comment on column pipeline_run.films_seen is 'Films that the stream processor counted';
comment on column pipeline_run.wikipedia_location is 'Where the pages were read from, comma-separated';
comment on column pipeline_run.wikipedia_fingerprint is 'Tells one state of the pages'' source from another';
comment on column pipeline_run.wikipedia_changed is 'Whether the run read the pages';
comment on column pipeline_run.wikipedia_read is 'Records in the pages'' source';
comment on column pipeline_run.wikipedia_published is 'Pages sent to the topic';
comment on column pipeline_run.wikipedia_rejected is 'Records of the pages'' source that could not be used';
comment on column pipeline_run.wikipedia_seen is 'Pages that the stream processor counted';
comment on column pipeline_run.film_count is 'Films there are';
comment on column pipeline_run.matched is 'Films with a Wikipedia page';
comment on column pipeline_run.ranked is 'Films that could be ranked';
comment on column pipeline_run.report_rows is 'Rows of the run''s report';
comment on column pipeline_run.top is 'How many films the report has at most';
comment on column pipeline_run.rank_by is 'What puts the films in order: return or ratio';
comment on column pipeline_run.min_budget is 'Films with a smaller budget are not ranked, US dollars';
comment on column pipeline_run.min_revenue is 'Films with a smaller revenue are not ranked, US dollars';
comment on column pipeline_run.reports_kept is 'How many reports stay as history';

create index pipeline_run_state on pipeline_run (state, run_id desc);
