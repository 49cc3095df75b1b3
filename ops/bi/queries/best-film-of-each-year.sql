-- The film of each year that made the most of its budget.
select distinct on (year) year, title, budget, revenue, return_on_budget, wikipedia_url
from film
where not_ranked_reason is null
  and year is not null
order by year, return_on_budget desc, vote_count desc, film_id;
