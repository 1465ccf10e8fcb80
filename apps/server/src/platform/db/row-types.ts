import pg from 'pg';

type Column = { schema: string; table: string; name: string; type: string; nullable: boolean; generated: boolean; always: boolean; choices: string | null };

const columnsQuery = `
  select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
         not a.attnotnull as nullable, a.attidentity <> '' or a.atthasdef as generated, a.attgenerated <> '' or a.attidentity = 'a' as always,
         (select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%' limit 1) as choices
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  order by n.nspname = 'identity', c.relname, a.attnum`;

const types: Record<string, string> = {
  bigint: 'number', integer: 'number', smallint: 'number', 'double precision': 'number', numeric: 'string',
  boolean: 'boolean', text: 'string', xid8: 'string', bytea: 'Buffer', jsonb: 'Json',
  'timestamp with time zone': 'Timestamp', 'text[]': 'string[]', tsvector: 'string', 'bigint[]': 'number[]',
};

/**
 * The TypeScript row types of the database as it stands: `check (x in (…))` becomes a union of its words.
 * @throws Error for a column type that has no mapping yet.
 */
export async function describeRows(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Column>(columnsQuery);
    return render(rows);
  } finally {
    await client.end();
  }
}

function render(columns: Column[]): string {
  const tables = Map.groupBy(columns, ({ schema, table }) => (schema === 'public' ? table : `${schema}.${table}`));
  const interfaces = [...tables].map(([name, own]) => `export interface ${typeName(name)} {\n${own.map(renderColumn).join('\n')}\n}`);
  const db = [...tables.keys()].map((name) => `  ${name.includes('.') ? `'${name}'` : name}: ${typeName(name)};`);
  return [
    '// Generated from the database by `npm run db:types`; a test fails when it drifts.',
    "import type { ColumnType } from 'kysely';",
    '',
    'export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;',
    'export type Timestamp = ColumnType<Date, Date | string, Date | string>;',
    'export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };',
    '// Any JSON may be read; writes go through `json()` of db.ts.',
    'export type Json = ColumnType<JsonValue, unknown, unknown>;',
    '',
    interfaces.join('\n\n'),
    '',
    `export interface DB {\n${db.join('\n')}\n}`,
    '',
  ].join('\n');
}

function renderColumn(column: Column): string {
  const base = column.choices ? choicesOf(column.choices) : types[column.type];
  if (!base) throw new Error(`${column.table}.${column.name}: no TypeScript type for ${column.type}`);
  const type = column.nullable ? `${base} | null` : base;
  const key = /^[a-z_]+$/.test(column.name) ? column.name : `'${column.name}'`;
  return `  ${key}: ${column.generated ? `Generated<${type}>` : type};`;
}

function choicesOf(definition: string): string {
  return [...definition.matchAll(/'([^']*)'::text/g)].map(([, word]) => `'${word}'`).join(' | ');
}

function typeName(table: string): string {
  return table.replace('identity.', 'identity_').split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + 'Row';
}
