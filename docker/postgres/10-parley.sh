#!/usr/bin/env bash
# Makes Parley's two roles and its database; runs once, when the volume is empty.
set -euo pipefail

psql --no-psqlrc --set=ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv owner_password PARLEY_OWNER_PASSWORD
\getenv app_password PARLEY_APP_PASSWORD
create role parley_owner login password :'owner_password';
create role parley_app login password :'app_password';
create database parley owner parley_owner encoding 'UTF8' template template0;
revoke all on database parley from public;
grant connect on database parley to parley_app;
\connect parley
alter schema public owner to parley_owner;
revoke all on schema public from public;
SQL
