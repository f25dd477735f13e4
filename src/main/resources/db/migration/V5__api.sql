-- Answers to calls with an Idempotency-Key, so that a call sent twice is done once.

create table api_answer (
    user_id         text        not null,
    idempotency_key text        not null check (length(idempotency_key) between 1 and 255),
    request_hash    text        not null,
    asked_at        timestamptz not null,
    status          smallint,
    location        text,
    body            text,
    primary key (user_id, idempotency_key)
);
comment on table api_answer is 'Rows older than a day are removed when another comes';
comment on column api_answer.status is 'Null only within the transaction that does the call';
create index api_answer_age on api_answer (asked_at);

-- The order of lists of risks: the newest first, of which a longer number is newer.
create index risk_newest on risk (length(risk_id) desc, risk_id desc);
