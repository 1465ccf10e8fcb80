import common from './en/common.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import tickets from './en/tickets.json' with { type: 'json' };
import composer from './en/composer.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import setup from './en/setup.json' with { type: 'json' };
import signin from './en/signin.json' with { type: 'json' };
import customers from './en/customers.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import search from './en/search.json' with { type: 'json' };
import outbox from './en/outbox.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import passkeys from './en/passkeys.json' with { type: 'json' };
import backups from './en/backups.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import views from './en/views.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import keys from './en/keys.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };

/** One file per area; the keys of English are the keys there are. */
export const catalog = { common, shell, tickets, composer, settings, setup, signin, customers, imports, search, outbox, people, passkeys, backups, fields, views, home, keys, errors };

type Texts<Area> = { [Key in keyof Area]: string };
export type Catalog = { [Area in keyof typeof catalog]: Texts<(typeof catalog)[Area]> };
