alter table film add column match_candidates text[] not null default '{}';

comment on column film.match_candidates is 'The likeliest pages, the best first: confidence, title, and what spoke for and against each';
comment on column film.match_evidence is 'What spoke for the page and against it; weights are logarithms of odds';
