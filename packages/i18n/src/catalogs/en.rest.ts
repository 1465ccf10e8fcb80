import commitments from './en/commitments.json' with { type: 'json' };
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
import around from './en/around.json' with { type: 'json' };
import backups from './en/backups.json' with { type: 'json' };
import sending from './en/sending.json' with { type: 'json' };
import guidelines from './en/guidelines.json' with { type: 'json' };
import macros from './en/macros.json' with { type: 'json' };
import work from './en/work.json' with { type: 'json' };
import bulk from './en/bulk.json' with { type: 'json' };
import notifications from './en/notifications.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import calendars from './en/calendars.json' with { type: 'json' };
import sla from './en/sla.json' with { type: 'json' };
import views from './en/views.json' with { type: 'json' };
import webhooks from './en/webhooks.json' with { type: 'json' };

/** What opens later. */
export const rest = { composer, settings, setup, signin, customers, imports, search, outbox, people, passkeys, around, backups, sending, macros, work, bulk, notifications, home, views, calendars, sla, commitments, guidelines, webhooks };
