import common from './en/common.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import tickets from './en/tickets.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import keys from './en/keys.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };

/** What the list of the inbox shows, so that nobody waits for the other texts before they can work. */
export const first = { common, shell, tickets, fields, keys, errors };
