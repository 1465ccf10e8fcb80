import common from './sv/common.json' with { type: 'json' };
import shell from './sv/shell.json' with { type: 'json' };
import tickets from './sv/tickets.json' with { type: 'json' };
import fields from './sv/fields.json' with { type: 'json' };
import keys from './sv/keys.json' with { type: 'json' };
import errors from './sv/errors.json' with { type: 'json' };

export const first = { common, shell, tickets, fields, keys, errors };
