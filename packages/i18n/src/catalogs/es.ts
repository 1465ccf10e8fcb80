import common from './es/common.json' with { type: 'json' };
import shell from './es/shell.json' with { type: 'json' };
import tickets from './es/tickets.json' with { type: 'json' };
import composer from './es/composer.json' with { type: 'json' };
import settings from './es/settings.json' with { type: 'json' };
import setup from './es/setup.json' with { type: 'json' };
import signin from './es/signin.json' with { type: 'json' };
import customers from './es/customers.json' with { type: 'json' };
import imports from './es/imports.json' with { type: 'json' };
import search from './es/search.json' with { type: 'json' };
import outbox from './es/outbox.json' with { type: 'json' };
import people from './es/people.json' with { type: 'json' };
import backups from './es/backups.json' with { type: 'json' };
import keys from './es/keys.json' with { type: 'json' };
import errors from './es/errors.json' with { type: 'json' };
import type { Catalog } from './en.ts';

export const catalog: Catalog = { common, shell, tickets, composer, settings, setup, signin, customers, imports, search, outbox, people, backups, keys, errors };
