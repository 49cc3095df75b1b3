-- A report's rows and its run arrive in any order, in several transactions; the view takes the newest run of which all
-- is there. The limit makes PostgreSQL count reports from the newest on and stop at the first that is complete.
create view movie_report as
select report.rank,
       report.film_id,
       report.title,
       report.year,
       report.budget,
       report.revenue,
       report.ratio,
       report.return_on_budget,
       report.rating,
       report.votes,
       report.production_companies,
       report.genres,
       report.wikipedia_url,
       report.wikipedia_abstract,
       report.run_id
from movie_report_row report
where report.run_id = (
    select run.run_id
    from pipeline_run run
    where run.state = 'succeeded'
      and run.report_rows = (select count(*) from movie_report_row counted where counted.run_id = run.run_id)
    order by run.run_id desc
    limit 1
)
order by report.rank;

comment on view movie_report is 'The newest report of which every row is there.';
comment on column movie_report.rank is 'Place in the report, 1 for the first';
comment on column movie_report.film_id is 'TMDB id';
comment on column movie_report.title is 'Title in English';
comment on column movie_report.year is 'Year of the release';
comment on column movie_report.budget is 'Budget in US dollars';
comment on column movie_report.revenue is 'Revenue in US dollars';
comment on column movie_report.ratio is 'Budget / revenue';
comment on column movie_report.return_on_budget is 'Revenue / budget';
comment on column movie_report.rating is 'Average of the votes, 0 to 10';
comment on column movie_report.votes is 'Number of votes';
comment on column movie_report.production_companies is 'Names of the production companies';
comment on column movie_report.genres is 'Names of the genres';
comment on column movie_report.wikipedia_url is 'Address of the film''s Wikipedia page';
comment on column movie_report.wikipedia_abstract is 'What the film''s Wikipedia page says first';
comment on column movie_report.run_id is 'Run that made the report';

create view genre_report as
select part.name,
       count(*)                                                       as films,
       sum(film.budget)::bigint                                       as budget,
       sum(film.revenue)::bigint                                      as revenue,
       sum(film.revenue)::double precision / sum(film.budget)         as return_on_budget,
       percentile_cont(0.5) within group (order by film.return_on_budget) as median_return,
       (array_agg(film.title order by film.return_on_budget desc, film.vote_count desc, film.film_id))[1] as best_film
from film
cross join lateral (select distinct unnest(film.genres) as name) part
where film.not_ranked_reason is null
group by part.name;

comment on view genre_report is 'How the money of the ranked films did, by genre; a film counts in each of its genres.';
comment on column genre_report.name is 'The genre';
comment on column genre_report.films is 'Ranked films of the genre';
comment on column genre_report.budget is 'Sum of their budgets in US dollars';
comment on column genre_report.revenue is 'Sum of their revenues in US dollars';
comment on column genre_report.return_on_budget is 'Sum of their revenues / sum of their budgets';
comment on column genre_report.median_return is 'Median of their revenue / budget';
comment on column genre_report.best_film is 'Title of the film with the largest revenue / budget';

create view production_company_report as
select part.name,
       count(*)                                                       as films,
       sum(film.budget)::bigint                                       as budget,
       sum(film.revenue)::bigint                                      as revenue,
       sum(film.revenue)::double precision / sum(film.budget)         as return_on_budget,
       percentile_cont(0.5) within group (order by film.return_on_budget) as median_return,
       (array_agg(film.title order by film.return_on_budget desc, film.vote_count desc, film.film_id))[1] as best_film
from film
cross join lateral (select distinct unnest(film.production_companies) as name) part
where film.not_ranked_reason is null
group by part.name;

comment on view production_company_report is 'How the money of the ranked films did, by production company; a film counts for each of its companies.';
comment on column production_company_report.name is 'The production company';
comment on column production_company_report.films is 'Ranked films of the company';
comment on column production_company_report.budget is 'Sum of their budgets in US dollars';
comment on column production_company_report.revenue is 'Sum of their revenues in US dollars';
comment on column production_company_report.return_on_budget is 'Sum of their revenues / sum of their budgets';
comment on column production_company_report.median_return is 'Median of their revenue / budget';
comment on column production_company_report.best_film is 'Title of the film with the largest revenue / budget';
