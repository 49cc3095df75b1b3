-- The role with which dashboards read: all tables and views, and nothing else. ./marquee tables runs this at every start;
-- by hand it is to be run in the database marquee by its owner, as often as one likes. It sets no password: by hand, do
-- that with \password bi_reader in psql.
do $$
begin
    if not exists (select from pg_roles where rolname = 'bi_reader') then
        create role bi_reader;
    end if;
end
$$;

alter role bi_reader login;
alter role bi_reader set default_transaction_read_only = on;
alter role bi_reader set statement_timeout = '60s';
grant usage on schema public to bi_reader;
revoke all on all tables in schema public from bi_reader;
grant select on all tables in schema public to bi_reader;
-- What later versions add can be read, too.
alter default privileges in schema public grant select on tables to bi_reader;
