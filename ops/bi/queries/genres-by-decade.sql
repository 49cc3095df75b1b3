-- How genres did decade by decade, where there are at least three films to speak of.
select film.year / 10 * 10                                                as decade,
       part.genre,
       count(*)                                                           as films,
       percentile_cont(0.5) within group (order by film.return_on_budget) as median_return
from film
cross join lateral (select distinct unnest(film.genres) as genre) part
where film.not_ranked_reason is null
  and film.year is not null
group by decade, part.genre
having count(*) >= 3
order by decade, median_return desc;
