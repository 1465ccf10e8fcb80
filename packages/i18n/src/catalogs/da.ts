import common from './da/common.json' with { type: 'json' };
import shell from './da/shell.json' with { type: 'json' };
import tickets from './da/tickets.json' with { type: 'json' };
import composer from './da/composer.json' with { type: 'json' };
import settings from './da/settings.json' with { type: 'json' };
import setup from './da/setup.json' with { type: 'json' };
import signin from './da/signin.json' with { type: 'json' };
import customers from './da/customers.json' with { type: 'json' };
import imports from './da/imports.json' with { type: 'json' };
import search from './da/search.json' with { type: 'json' };
import outbox from './da/outbox.json' with { type: 'json' };
import people from './da/people.json' with { type: 'json' };
import backups from './da/backups.json' with { type: 'json' };
import keys from './da/keys.json' with { type: 'json' };
import errors from './da/errors.json' with { type: 'json' };
import type { Catalog } from './en.ts';

export const catalog: Catalog = { common, shell, tickets, composer, settings, setup, signin, customers, imports, search, outbox, people, backups, keys, errors };
