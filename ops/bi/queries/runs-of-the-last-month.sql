-- How runs ended, day by day, for the last month.
select started_at::date                                              as day,
       count(*) filter (where state = 'succeeded')                   as succeeded,
       count(*) filter (where state = 'unchanged')                   as unchanged,
       count(*) filter (where state = 'suspect')                     as suspect,
       count(*) filter (where state = 'failed')                      as failed,
       max(seconds)                                                  as longest_seconds
from run_report
where started_at > now() - interval '30 days'
group by day
order by day;
