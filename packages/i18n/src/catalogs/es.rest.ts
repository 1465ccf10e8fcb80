import composer from './es/composer.json' with { type: 'json' };
import settings from './es/settings.json' with { type: 'json' };
import setup from './es/setup.json' with { type: 'json' };
import signin from './es/signin.json' with { type: 'json' };
import customers from './es/customers.json' with { type: 'json' };
import imports from './es/imports.json' with { type: 'json' };
import search from './es/search.json' with { type: 'json' };
import outbox from './es/outbox.json' with { type: 'json' };
import people from './es/people.json' with { type: 'json' };
import passkeys from './es/passkeys.json' with { type: 'json' };
import around from './es/around.json' with { type: 'json' };
import backups from './es/backups.json' with { type: 'json' };
import sending from './es/sending.json' with { type: 'json' };
import macros from './es/macros.json' with { type: 'json' };
import work from './es/work.json' with { type: 'json' };
import bulk from './es/bulk.json' with { type: 'json' };
import notifications from './es/notifications.json' with { type: 'json' };

export const rest = { composer, settings, setup, signin, customers, imports, search, outbox, people, passkeys, around, backups, sending, macros, work, bulk, notifications };
