import composer from './sv/composer.json' with { type: 'json' };
import settings from './sv/settings.json' with { type: 'json' };
import setup from './sv/setup.json' with { type: 'json' };
import signin from './sv/signin.json' with { type: 'json' };
import customers from './sv/customers.json' with { type: 'json' };
import imports from './sv/imports.json' with { type: 'json' };
import search from './sv/search.json' with { type: 'json' };
import outbox from './sv/outbox.json' with { type: 'json' };
import people from './sv/people.json' with { type: 'json' };
import passkeys from './sv/passkeys.json' with { type: 'json' };
import around from './sv/around.json' with { type: 'json' };
import backups from './sv/backups.json' with { type: 'json' };
import sending from './sv/sending.json' with { type: 'json' };
import macros from './sv/macros.json' with { type: 'json' };
import work from './sv/work.json' with { type: 'json' };
import bulk from './sv/bulk.json' with { type: 'json' };
import notifications from './sv/notifications.json' with { type: 'json' };

export const rest = { composer, settings, setup, signin, customers, imports, search, outbox, people, passkeys, around, backups, sending, macros, work, bulk, notifications };
