import type { OpenApiDocument, Operation, Schema } from './openapi-document.ts';
import { exampleOf, resolve, typeName } from './schema-examples.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

export const referenceStyle = `
:root { color-scheme: light dark; --line: light-dark(#d8dde0, #343c40); --soft: light-dark(#f3f6f6, #1b2124); --ink: light-dark(#182022, #e4eaec); --dim: light-dark(#556166, #9aa8ad); --accent: light-dark(#0b6e75, #5cc4cc); --page: light-dark(#fff, #12171a); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 16rem minmax(0, 60rem); }
a { color: var(--accent); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.25rem 1rem; border-right: 1px solid var(--line); font-size: 13px; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav li a { display: block; padding: 4px 0; text-decoration: none; }
nav h2 { font-size: 13px; margin: .75rem 0 .25rem; color: var(--dim); }
main { padding: 1.25rem 2rem 6rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } main h2 { margin: 2.5rem 0 .5rem; font-size: 1.2rem; }
article { border-top: 1px solid var(--line); padding: 1rem 0 1.5rem; } h3 { margin: 0; font: 600 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 .25rem; font-size: 13px; color: var(--dim); } p { margin: .35rem 0; }
.method { color: var(--accent); text-transform: uppercase; } code, pre { font: 13px/1.5 ui-monospace, monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow: auto; margin: .25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; } th { text-align: left; color: var(--dim); font-weight: 500; } td, th { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
details > summary { cursor: pointer; padding: .25rem 0; } .dim { color: var(--dim); }
@media (max-width: 800px) { body { display: block; } nav { position: static; height: auto; border: 0; } main { padding: 1rem; } }
`;

type Entry = { method: string; path: string; operation: Operation; anchor: string };

/** One page for people: every operation with its parameters, bodies and an example. No script. */
export function renderReference(document: OpenApiDocument): string {
  const groups = new Map<string, Entry[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'Other';
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation, anchor: operation.operationId ?? `${method}-${path}` }]);
    }
  }
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b, 'en'));
  const list = sorted.map(([tag, entries]) => html`<h2>${tag}</h2><ul>${raw(entries.map((entry) => html`<li><a href="#${entry.anchor}">${entry.operation.summary ?? entry.path}</a></li>`).join(''))}</ul>`);
  const sections = sorted.map(([tag, entries]) => html`<section><h2>${tag}</h2>${raw(entries.map((entry) => renderOperation(document, entry)).join(''))}</section>`);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${document.info.title} API</title><link rel="stylesheet" href="/api/docs/style.css"></head>
<body><nav aria-label="Operations"><a href="/api/v1/openapi.json">openapi.json</a>${raw(list.join(''))}</nav>
<main><h1>${document.info.title} API ${document.info.version}</h1><p>${prose(document.info.description ?? '')}</p>
<p>Send <code>Authorization: Bearer …</code> with a token of <code>npm run ombud -- token create --email …</code>.</p>${raw(sections.join(''))}</main></body></html>`;
}

function renderOperation(document: OpenApiDocument, { method, path, operation, anchor }: Entry): string {
  const parameters = operation.parameters ?? [];
  const rows = parameters.map((parameter) => renderField(document, parameter.name, { ...parameter.schema, description: parameter.description ?? parameter.schema?.description }, parameter.required ?? false, parameter.in));
  const [bodyType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    return renderAnswer(document, status, schema);
  });
  return html`<article id="${anchor}"><h3><span class="method">${method}</span> ${path}</h3><p>${operation.summary ?? ''}</p>${raw(operation.description ? html`<p class="dim">${prose(operation.description)}</p>` : '')}
${raw(rows.length ? html`<h4>Parameters</h4>${raw(table(rows))}` : '')}${raw(body?.schema ? html`<h4>Body <span class="dim">${bodyType ?? ''}</span></h4>${raw(renderSchema(document, body.schema))}` : '')}
<h4>Answers</h4>${raw(answers.join(''))}</article>`;
}

function renderAnswer(document: OpenApiDocument, status: string, schema: Schema | undefined): string {
  if (!schema || (schema.$ref ?? '').endsWith('/Problem')) return html`<p><code>${status}</code> <span class="dim">${schema ? 'problem details' : ''}</span></p>`;
  return html`<details><summary><code>${status}</code> <span class="dim">${typeName(schema)}</span></summary>${raw(renderSchema(document, schema))}</details>`;
}

function renderSchema(document: OpenApiDocument, schema: Schema): string {
  const whole = resolve(document, schema);
  const rows = Object.entries(whole.properties ?? {}).map(([name, field]) => renderField(document, name, field, whole.required?.includes(name) ?? false));
  return (rows.length ? table(rows) : '') + html`<pre>${JSON.stringify(exampleOf(document, schema), null, 2)}</pre>`;
}

function renderField(document: OpenApiDocument, name: string, schema: Schema, required: boolean, where = ''): string {
  const whole = resolve(document, schema);
  const notes = [schema.description ?? whole.description, whole.default === undefined ? '' : `Default ${JSON.stringify(whole.default)}`].filter(Boolean).join('. ');
  return html`<tr><td><code>${name}</code>${where ? ` ${where}` : ''}</td><td>${typeName(schema)}</td><td>${required ? 'required' : ''}</td><td>${prose(notes)}</td></tr>`;
}

function table(rows: string[]): string {
  return `<table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col"></th><th scope="col">What it is</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

type Raw = { raw: string };
const raw = (text: string): Raw => ({ raw: text });
/** A description's words between backticks are code. */
const prose = (text: string): Raw => raw(escape(text).replace(/`([^`]{1,200})`/g, '<code>$1</code>'));

/** Every value is escaped but those marked `raw`. */
function html(parts: TemplateStringsArray, ...values: (string | Raw)[]): string {
  return parts.reduce((text, part, index) => {
    const value = values[index - 1] ?? '';
    return text + (typeof value === 'string' ? escape(value) : value.raw) + part;
  });
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
