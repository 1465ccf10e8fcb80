import common from './pl/common.json' with { type: 'json' };
import shell from './pl/shell.json' with { type: 'json' };
import tickets from './pl/tickets.json' with { type: 'json' };
import fields from './pl/fields.json' with { type: 'json' };
import keys from './pl/keys.json' with { type: 'json' };
import errors from './pl/errors.json' with { type: 'json' };

export const first = { common, shell, tickets, fields, keys, errors };
