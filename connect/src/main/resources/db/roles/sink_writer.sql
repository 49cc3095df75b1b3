-- The role of the connectors. The tables that it may write are those of the sinks, which the program names.
do $$
begin
    if not exists (select from pg_roles where rolname = 'sink_writer') then
        create role sink_writer;
    end if;
end
$$;

alter role sink_writer login;
grant usage on schema public to sink_writer;
revoke all on all tables in schema public from sink_writer;
