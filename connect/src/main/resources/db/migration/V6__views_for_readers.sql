-- What dashboards ask for besides movie_report, genre_report and production_company_report.

create view decade_report as
select film.year / 10 * 10                                            as decade,
       count(*)                                                       as films,
       sum(film.budget)::bigint                                       as budget,
       sum(film.revenue)::bigint                                      as revenue,
       sum(film.revenue)::double precision / sum(film.budget)         as return_on_budget,
       percentile_cont(0.5) within group (order by film.return_on_budget) as median_return,
       (array_agg(film.title order by film.return_on_budget desc, film.vote_count desc, film.film_id))[1] as best_film
from film
where film.not_ranked_reason is null
  and film.year is not null
group by film.year / 10 * 10;

comment on view decade_report is 'How the money of the ranked films did, by decade of release.';
comment on column decade_report.decade is 'First year of the decade, such as 1990';
comment on column decade_report.films is 'Ranked films of the decade';
comment on column decade_report.budget is 'Sum of their budgets in US dollars';
comment on column decade_report.revenue is 'Sum of their revenues in US dollars';
comment on column decade_report.return_on_budget is 'Sum of their revenues / sum of their budgets';
comment on column decade_report.median_return is 'Median of their revenue / budget';
comment on column decade_report.best_film is 'Title of the film with the largest revenue / budget';

create view return_report as
select band.position,
       band.name,
       band.at_least,
       band.below,
       count(film.film_id) as films
from (values (1, 'under 0.5', null::double precision, 0.5::double precision),
             (2, '0.5 to 1', 0.5, 1),
             (3, '1 to 2', 1, 2),
             (4, '2 to 3', 2, 3),
             (5, '3 to 5', 3, 5),
             (6, '5 to 10', 5, 10),
             (7, '10 to 50', 10, 50),
             (8, '50 and more', 50, null)) as band (position, name, at_least, below)
left join film on film.not_ranked_reason is null
              and (band.at_least is null or film.return_on_budget >= band.at_least)
              and (band.below is null or film.return_on_budget < band.below)
group by band.position, band.name, band.at_least, band.below;

comment on view return_report is 'How the ranked films are distributed over bands of revenue / budget.';
comment on column return_report.position is 'Order of the bands, 1 for the lowest';
comment on column return_report.name is 'The band in words';
comment on column return_report.at_least is 'Least revenue / budget of the band; null: no least';
comment on column return_report.below is 'Revenue / budget that is above the band; null: none';
comment on column return_report.films is 'Ranked films in the band';

create view link_report as
select coalesce(film.match_method, 'no page')                         as method,
       count(*)                                                       as films,
       count(*)::double precision / sum(count(*)) over ()             as share,
       min(film.match_confidence)                                     as lowest_confidence,
       avg(film.match_confidence)                                     as average_confidence
from film
group by coalesce(film.match_method, 'no page');

comment on view link_report is 'How films found their Wikipedia pages.';
comment on column link_report.method is 'How the page was found; no page: none was';
comment on column link_report.films is 'Films whose page was found so';
comment on column link_report.share is 'Their part of all films, 0 to 1';
comment on column link_report.lowest_confidence is 'Confidence of the least certain of these links, 0 to 1; null without a page';
comment on column link_report.average_confidence is 'Average confidence of these links, 0 to 1; null without a page';

create view quality_report as
select question.position,
       question.name,
       question.films,
       question.films::double precision / nullif(counted.films, 0) as share
from (select count(*)                                                    as films,
             count(*) filter (where budget = 0)                          as no_budget,
             count(*) filter (where revenue = 0)                         as no_revenue,
             count(*) filter (where year is null)                        as no_year,
             count(*) filter (where imdb_id is null)                     as no_imdb_id,
             count(*) filter (where cardinality(genres) = 0)             as no_genre,
             count(*) filter (where cardinality(production_companies) = 0) as no_company,
             count(*) filter (where vote_count = 0)                      as no_votes,
             count(*) filter (where wikipedia_title is null)             as no_page,
             count(*) filter (where match_confidence < 0.8)              as uncertain_page,
             count(*) filter (where not_ranked_reason is not null)       as not_ranked
      from film) counted
cross join lateral (values (1, 'without a budget', counted.no_budget),
                           (2, 'without a revenue', counted.no_revenue),
                           (3, 'without a year', counted.no_year),
                           (4, 'without an IMDb id', counted.no_imdb_id),
                           (5, 'without a genre', counted.no_genre),
                           (6, 'without a production company', counted.no_company),
                           (7, 'without votes', counted.no_votes),
                           (8, 'without a page', counted.no_page),
                           (9, 'with a page below a confidence of 0.8', counted.uncertain_page),
                           (10, 'not ranked', counted.not_ranked)) as question (position, name, films);

comment on view quality_report is 'What the films lack, one row for each question.';
comment on column quality_report.position is 'Order of the questions';
comment on column quality_report.name is 'The question: films without …';
comment on column quality_report.films is 'Films of which it is true';
comment on column quality_report.share is 'Their part of all films, 0 to 1; null where there are no films';

create view run_report as
select run.run_id,
       run.started_at,
       run.state,
       run.reason,
       extract(epoch from run.ended_at - run.started_at)::double precision as seconds,
       run.films_read,
       run.wikipedia_read,
       run.films_rejected + run.wikipedia_rejected                         as rejected,
       run.film_count                                                      as films,
       run.matched                                                         as linked,
       run.matched::double precision / nullif(run.film_count, 0)           as linked_share,
       run.ranked,
       run.report_rows,
       run.error
from pipeline_run run
where run.state <> 'running';

comment on view run_report is 'Every run that has ended, for a trend over runs.';
comment on column run_report.run_id is 'The run: its start in UTC';
comment on column run_report.started_at is 'When it started';
comment on column run_report.state is 'succeeded, unchanged, suspect or failed';
comment on column run_report.reason is 'What started it: command, schedule or trigger';
comment on column run_report.seconds is 'How long it took, in seconds';
comment on column run_report.films_read is 'Records read of the films'' source';
comment on column run_report.wikipedia_read is 'Records read of the pages'' source';
comment on column run_report.rejected is 'Records of both sources that could not be used';
comment on column run_report.films is 'Films there are; null where the run did not count them';
comment on column run_report.linked is 'Films with a Wikipedia page';
comment on column run_report.linked_share is 'Part of the films that has a page, 0 to 1';
comment on column run_report.ranked is 'Films that could be ranked';
comment on column run_report.report_rows is 'Rows of its report';
comment on column run_report.error is 'What went wrong, or what verification found, in one line';
