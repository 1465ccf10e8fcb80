/** A JSON Schema as OpenAPI 3.1 documents carry it: as much of it as our routes use. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
};

export type Components = Record<string, Schema>;

export function resolve(schema: Schema, components: Components): Schema {
  if (!schema.$ref) return schema;
  const named = components[schema.$ref.split('/').at(-1) ?? ''];
  if (!named) throw new Error(`no component ${schema.$ref}`);
  return resolve(named, components);
}

/** A small value that fits: required fields only. */
export function sample(given: Schema, components: Components, name = ''): unknown {
  const schema = resolve(given, components);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (choice) return sample(choice, components, name);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': return Object.fromEntries((schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? {}, components, key)]));
    case 'array': return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, components, name));
    case 'integer':
    case 'number': return Math.max(schema.minimum ?? 1, 1);
    case 'boolean': return true;
    case 'null': return null;
    default: return sampleText(schema, name);
  }
}

function sampleText(schema: Schema, name: string): string {
  if (schema.format === 'email' || name === 'email') return 'somebody@sample.example';
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (name === 'address') return 'sample@sample.example';
  if (name === 'pattern') return 'blocked@sample.example';
  if (name === 'color') return '#123456';
  if (name === 'password') return 'a long enough password';
  if (name === 'time_zone') return 'Europe/Stockholm';
  if (/language/.test(name)) return 'sv';
  const text = 'sample';
  return text.padEnd(Math.min(schema.minLength ?? 0, 200), 'x').slice(0, schema.maxLength ?? 200);
}
