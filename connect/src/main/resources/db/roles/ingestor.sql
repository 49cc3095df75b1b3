-- The role of the ingestor: it reads all tables, verifies runs with temporary ones, and keeps the schedule in the schema
-- quartz, which is its own. The sinks' tables it fills by Kafka alone.
do $$
declare
    stored record;
begin
    if not exists (select from pg_roles where rolname = 'ingestor') then
        create role ingestor;
    end if;
    -- An owner that is no superuser can give a schema only to a role that it may become.
    if not pg_has_role(current_user, 'ingestor', 'SET') then
        execute format('grant ingestor to %I', current_user);
    end if;
    if not exists (select from pg_namespace where nspname = 'quartz') then
        create schema quartz authorization ingestor;
    end if;
    -- A schedule that was kept before there were roles goes on.
    alter schema quartz owner to ingestor;
    for stored in
        select relname
        from pg_class
        where relnamespace = 'quartz'::regnamespace and relkind = 'r' and relowner <> 'ingestor'::regrole
    loop
        execute format('alter table quartz.%I owner to ingestor', stored.relname);
    end loop;
    execute format('grant temporary on database %I to ingestor', current_database());
end
$$;

alter role ingestor login;
grant usage on schema public to ingestor;
revoke all on all tables in schema public from ingestor;
grant select on all tables in schema public to ingestor;
-- What later versions add can be read, too.
alter default privileges in schema public grant select on tables to ingestor;
