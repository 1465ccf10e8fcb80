-- Where telephone numbers without a country code are at home (ISO 3166-1); null: as the time zone and the language say.
alter table identity.workspaces add column country text check (country ~ '^[A-Z]{2}$');

-- Several customers that are one person (docs/adr/0014-one-person-several-rows.md). Nothing that is a customer's moves: tickets,
-- addresses and brands stay where they are, and whoever reads goes to the person.
alter table customers
  -- Into whom it was merged, and at whose page that ends.
  add column merged_into bigint,
  add column person_id bigint,
  -- Its own name; while it is merged, `name` is the person's.
  add column own_name text,
  -- What the other took from it, because nothing stood there: {"language": "sv"}.
  add column given jsonb,
  add column merged_at timestamptz,
  add column merged_by bigint,
  add check ((merged_into is null) = (person_id is null) and (merged_into is null) = (own_name is null)),
  add check (person_id <> id),
  add foreign key (workspace_id, merged_into) references customers (workspace_id, id),
  add foreign key (workspace_id, person_id) references customers (workspace_id, id);
create index customers_person on customers (workspace_id, person_id) where person_id is not null;
create index customers_own_words on customers using gin (workspace_id, to_tsvector('simple', translate(own_name, '.-_/@:+''', '        '))) where own_name is not null;

-- A brand that the person is known to through one of the merged; null: through itself.
alter table customer_brands add column merged_from bigint;

-- Numbers from before they were read by the rules of their country; a job reads those that it can.
create index customer_addresses_unread on customer_addresses (workspace_id, id) where kind = 'phone' and address not like '+%';

-- What makes two customers look like one: a number or an address in one spelling, a name within an organization or domain.
-- Made again at any time.
create table customer_keys (
  workspace_id bigint not null,
  customer_id bigint not null,
  key text not null,
  primary key (workspace_id, customer_id, key),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete cascade
);
create index customer_keys_key on customer_keys (workspace_id, key);

-- Two who may be one person, and the word of somebody that they are not.
create table customer_pairs (
  workspace_id bigint not null,
  one_id bigint not null,
  other_id bigint not null check (other_id > one_id),
  reasons text[] not null,
  dismissed_at timestamptz,
  dismissed_by bigint,
  primary key (workspace_id, one_id, other_id),
  foreign key (workspace_id, one_id) references customers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, other_id) references customers (workspace_id, id) on delete cascade
);
create index customer_pairs_other on customer_pairs (workspace_id, other_id);
create index customer_pairs_open on customer_pairs (workspace_id, other_id desc, one_id desc) where dismissed_at is null;

-- How far the search for them follows the event feed, and the sweep over who was there before.
create table customer_checks (
  workspace_id bigint primary key,
  xid xid8 not null,
  event_id bigint not null,
  customers_below bigint
);

grant select, insert, update, delete on customer_keys, customer_pairs, customer_checks to ombud_app;
