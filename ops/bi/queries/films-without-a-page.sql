-- Ranked films that found no page, the best known first, and the likeliest page that was not sure enough.
select film_id, title, year, vote_count, match_candidates[1] as likeliest_page
from film
where not_ranked_reason is null
  and wikipedia_title is null
order by vote_count desc, film_id
limit 50;
