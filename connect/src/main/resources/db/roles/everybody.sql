-- What PostgreSQL gives to every role, and none of ours is to have by itself.
do $$
begin
    execute format('revoke create, temporary on database %I from public', current_database());
end
$$;

revoke create on schema public from public;
