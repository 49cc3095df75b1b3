-- Whether films that people like make more of their money: the median return by rating.
select floor(vote_average)                                           as rating,
       count(*)                                                      as films,
       percentile_cont(0.5) within group (order by return_on_budget) as median_return
from film
where not_ranked_reason is null
  and vote_count > 0
group by floor(vote_average)
order by rating;
