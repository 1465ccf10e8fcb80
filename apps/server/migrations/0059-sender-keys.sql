-- A key for each domain that mail is signed for (DKIM, RFC 6376). `signs_since` is set while DNS shows its record: what nobody can check is not signed.
create table sender_keys (
  workspace_id bigint not null,
  domain text not null check (char_length(domain) <= 253),
  selector text not null check (selector ~ '^[a-z0-9]{1,63}$'),
  public_key text not null,
  private_key_sealed text not null,
  signs_since timestamptz,
  stopped_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, domain)
);

grant select, insert, update, delete on sender_keys to ombud_app;
