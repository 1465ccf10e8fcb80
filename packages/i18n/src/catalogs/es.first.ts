import common from './es/common.json' with { type: 'json' };
import shell from './es/shell.json' with { type: 'json' };
import tickets from './es/tickets.json' with { type: 'json' };
import fields from './es/fields.json' with { type: 'json' };
import keys from './es/keys.json' with { type: 'json' };
import errors from './es/errors.json' with { type: 'json' };

export const first = { common, shell, tickets, fields, keys, errors };
