-- Films that came into the newest report, left it or moved in it, against the newest good report before. After a first
-- run every film has come in.
with newest as (
    select run_id from movie_report limit 1
), before as (
    select max(run.run_id) as run_id
    from pipeline_run run, newest
    where run.state = 'succeeded'
      and run.run_id < newest.run_id
)
select coalesce(now.title, earlier.title) as title,
       earlier.rank                       as rank_before,
       now.rank                           as rank_now
from (select * from movie_report_row where run_id = (select run_id from newest)) now
full join (select * from movie_report_row where run_id = (select run_id from before)) earlier using (film_id)
where earlier.rank is distinct from now.rank
order by coalesce(now.rank, earlier.rank);
