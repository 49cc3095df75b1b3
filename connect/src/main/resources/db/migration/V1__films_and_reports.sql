-- Rows come from Kafka topics, written by the JDBC sink: one topic, one table.
-- Money is whole US dollars as bigint; figures derived from it are double precision.

create table film (
    film_id              bigint           primary key,
    imdb_id              text,
    title                text             not null,
    original_title       text,
    original_language    text,
    release_date         date,
    year                 integer,
    budget               bigint           not null,
    revenue              bigint           not null,
    ratio                double precision,
    return_on_budget     double precision,
    runtime              double precision,
    genres               text[]           not null,
    production_companies text[]           not null,
    production_countries text[]           not null,
    spoken_languages     text[]           not null,
    collection           text,
    vote_average         double precision,
    vote_count           bigint           not null,
    popularity           double precision,
    status               text,
    tagline              text,
    overview             text,
    homepage             text,
    poster_path          text,
    adult                boolean,
    video                boolean,
    wikipedia_title      text,
    wikipedia_url        text,
    wikipedia_abstract   text,
    match_method         text,
    match_confidence     double precision,
    match_evidence       text,
    not_ranked_reason    text
);

comment on table film is 'Every film of the source, with how its money did and its Wikipedia page. Empty text and unknown figures are null.';
comment on column film.film_id is 'TMDB id';
comment on column film.imdb_id is 'IMDb id, such as tt0114709';
comment on column film.title is 'Title in English';
comment on column film.original_title is 'Title in the original language';
comment on column film.original_language is 'Original language, ISO 639-1 code';
comment on column film.release_date is 'First showing that TMDB knows';
comment on column film.year is 'Year of the release';
comment on column film.budget is 'Budget in US dollars; 0 means not known';
comment on column film.revenue is 'Revenue in US dollars; 0 means not known';
comment on column film.ratio is 'Budget / revenue, where both are known';
comment on column film.return_on_budget is 'Revenue / budget, where both are known';
comment on column film.runtime is 'Length in minutes';
comment on column film.genres is 'Names of the genres';
comment on column film.production_companies is 'Names of the production companies';
comment on column film.production_countries is 'Production countries, ISO 3166-1 codes';
comment on column film.spoken_languages is 'Languages spoken, ISO 639-1 codes';
comment on column film.collection is 'Series of films it belongs to';
comment on column film.vote_average is 'Average of the votes, 0 to 10';
comment on column film.vote_count is 'Number of votes';
comment on column film.popularity is 'TMDB''s own measure, without a unit';
comment on column film.status is 'Such as Released or Rumored';
comment on column film.tagline is 'The slogan';
comment on column film.overview is 'The plot in short';
comment on column film.homepage is 'Address of the film''s own site';
comment on column film.poster_path is 'Path of the poster on TMDB''s image host';
comment on column film.adult is 'Whether TMDB marks it as adult';
comment on column film.video is 'Whether it went straight to video';
comment on column film.wikipedia_title is 'Title of its Wikipedia page; null where none was found';
comment on column film.wikipedia_url is 'Address of its Wikipedia page';
comment on column film.wikipedia_abstract is 'What its Wikipedia page says first';
comment on column film.match_method is 'How the page was found';
comment on column film.match_confidence is 'How likely the page is the film''s, 0 to 1';
comment on column film.match_evidence is 'What spoke for the page and against it';
comment on column film.not_ranked_reason is 'Why the film is not ranked; null if it is';

create index film_title on film (lower(title));
create index film_year on film (year);
create index film_genres on film using gin (genres);
create index film_production_companies on film using gin (production_companies);
create index film_return_on_budget on film (return_on_budget desc) where not_ranked_reason is null;
create index film_ratio on film (ratio desc) where not_ranked_reason is null;

create table movie_report_row (
    run_id               text             not null,
    rank                 integer          not null,
    film_id              bigint           not null,
    title                text             not null,
    year                 integer,
    budget               bigint           not null,
    revenue              bigint           not null,
    ratio                double precision not null,
    return_on_budget     double precision not null,
    rating               double precision,
    votes                bigint           not null,
    production_companies text[]           not null,
    genres               text[]           not null,
    wikipedia_url        text,
    wikipedia_abstract   text,
    primary key (run_id, rank)
);

comment on table movie_report_row is 'Rows of the newest reports, the history included. A report may be incomplete while it is written: read movie_report, or join pipeline_run on report_rows.';
comment on column movie_report_row.run_id is 'Run that made the report: its start in UTC';
comment on column movie_report_row.rank is 'Place in the report, 1 for the first';
comment on column movie_report_row.film_id is 'TMDB id';
comment on column movie_report_row.title is 'Title in English';
comment on column movie_report_row.year is 'Year of the release';
comment on column movie_report_row.budget is 'Budget in US dollars';
comment on column movie_report_row.revenue is 'Revenue in US dollars';
comment on column movie_report_row.ratio is 'Budget / revenue';
comment on column movie_report_row.return_on_budget is 'Revenue / budget';
comment on column movie_report_row.rating is 'Average of the votes, 0 to 10';
comment on column movie_report_row.votes is 'Number of votes';
comment on column movie_report_row.production_companies is 'Names of the production companies';
comment on column movie_report_row.genres is 'Names of the genres';
comment on column movie_report_row.wikipedia_url is 'Address of the film''s Wikipedia page';
comment on column movie_report_row.wikipedia_abstract is 'What the film''s Wikipedia page says first';

create index movie_report_row_film_id on movie_report_row (film_id, run_id);
