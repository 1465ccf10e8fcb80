import composer from './da/composer.json' with { type: 'json' };
import settings from './da/settings.json' with { type: 'json' };
import setup from './da/setup.json' with { type: 'json' };
import signin from './da/signin.json' with { type: 'json' };
import customers from './da/customers.json' with { type: 'json' };
import imports from './da/imports.json' with { type: 'json' };
import search from './da/search.json' with { type: 'json' };
import outbox from './da/outbox.json' with { type: 'json' };
import people from './da/people.json' with { type: 'json' };
import passkeys from './da/passkeys.json' with { type: 'json' };
import around from './da/around.json' with { type: 'json' };
import backups from './da/backups.json' with { type: 'json' };
import sending from './da/sending.json' with { type: 'json' };
import macros from './da/macros.json' with { type: 'json' };
import work from './da/work.json' with { type: 'json' };
import bulk from './da/bulk.json' with { type: 'json' };
import notifications from './da/notifications.json' with { type: 'json' };

export const rest = { composer, settings, setup, signin, customers, imports, search, outbox, people, passkeys, around, backups, sending, macros, work, bulk, notifications };
