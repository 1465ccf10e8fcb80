import composer from './pl/composer.json' with { type: 'json' };
import settings from './pl/settings.json' with { type: 'json' };
import setup from './pl/setup.json' with { type: 'json' };
import signin from './pl/signin.json' with { type: 'json' };
import customers from './pl/customers.json' with { type: 'json' };
import imports from './pl/imports.json' with { type: 'json' };
import search from './pl/search.json' with { type: 'json' };
import outbox from './pl/outbox.json' with { type: 'json' };
import people from './pl/people.json' with { type: 'json' };
import passkeys from './pl/passkeys.json' with { type: 'json' };
import around from './pl/around.json' with { type: 'json' };
import backups from './pl/backups.json' with { type: 'json' };
import sending from './pl/sending.json' with { type: 'json' };
import macros from './pl/macros.json' with { type: 'json' };
import work from './pl/work.json' with { type: 'json' };
import bulk from './pl/bulk.json' with { type: 'json' };
import notifications from './pl/notifications.json' with { type: 'json' };

export const rest = { composer, settings, setup, signin, customers, imports, search, outbox, people, passkeys, around, backups, sending, macros, work, bulk, notifications };
