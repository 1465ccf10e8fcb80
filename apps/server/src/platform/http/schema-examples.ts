import type { OpenApiDocument, Schema } from './openapi-document.ts';

/** Follows a reference into the components. */
export function resolve(document: OpenApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...document.components?.schemas?.[name] };
}

/** A schema's type in a few words: `string | null`, `Ticket`, `array of Message`. */
export function typeName(schema: Schema, depth = 0): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return depth > 3 ? 'any' : [...new Set(choices.map((choice) => typeName(choice, depth + 1)))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'array') return `array of ${typeName(schema.items ?? {}, depth + 1)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return schema.format ? `${type} (${schema.format})` : type;
}

const byFormat: Record<string, string> = { email: 'robin@example.org', 'date-time': '2026-01-31T09:30:00.000Z', uri: 'https://example.org/' };

/** A small example that has the schema's shape. */
export function exampleOf(document: OpenApiDocument, given: Schema, depth = 0): unknown {
  const schema = resolve(document, given);
  if (depth > 6) return null;
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null');
  if (choice) return exampleOf(document, choice, depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(document, part, depth + 1)));
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, exampleOf(document, field, depth + 1)]));
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type;
  if (type === 'array') return schema.items ? [exampleOf(document, schema.items, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 0, Math.min(1, schema.maximum ?? 1));
  if (type === 'boolean') return false;
  if (type === 'object') return {};
  return type === 'string' ? (byFormat[schema.format ?? ''] ?? 'text') : null;
}
