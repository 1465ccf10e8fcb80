import common from './da/common.json' with { type: 'json' };
import shell from './da/shell.json' with { type: 'json' };
import tickets from './da/tickets.json' with { type: 'json' };
import fields from './da/fields.json' with { type: 'json' };
import keys from './da/keys.json' with { type: 'json' };
import errors from './da/errors.json' with { type: 'json' };

export const first = { common, shell, tickets, fields, keys, errors };
