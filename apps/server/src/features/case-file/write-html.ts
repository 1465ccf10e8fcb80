import { createHash } from 'node:crypto';
import type { DocumentEntry, DocumentPart } from './document.ts';

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.5rem; background: #fff; color: #16181d; font: 14px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { border-top: 4px solid var(--brand, #16181d); padding-top: 1rem; }
.over { margin: 0; color: #5a5f6b; font-size: 13px; }
h1 { margin: 0.1rem 0 0; font-size: 22px; line-height: 1.25; }
h2 { margin: 2rem 0 0.75rem; border-bottom: 1px solid #c9ccd3; padding-bottom: 0.25rem; font-size: 15px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 1rem 0 0; }
dt { color: #5a5f6b; } dd { margin: 0; }
.remarks { margin: 1rem 0 0; color: #5a5f6b; font-size: 13px; }
ol { margin: 0; padding: 0; list-style: none; }
li.entry { margin: 0 0 1.1rem; }
.bar { display: flex; flex-wrap: wrap; gap: 0 0.6rem; align-items: baseline; break-after: avoid; }
.who { font-weight: 600; } .when { color: #5a5f6b; font-variant-numeric: tabular-nums; }
.badge { border: 1px solid #8a8f9b; border-radius: 3px; padding: 0 0.35rem; font-size: 12px; }
.lines { margin: 0.15rem 0 0; color: #5a5f6b; font-size: 13px; }
.text { margin: 0.35rem 0 0; white-space: pre-wrap; }
.note { border-left: 3px double #8a6d1a; padding-left: 0.75rem; }
.event { color: #5a5f6b; font-size: 13px; } .event .text { margin: 0; }
.files { margin: 0.4rem 0 0; padding: 0; font-size: 13px; list-style: none; }
.files span { color: #5a5f6b; font-size: 11.5px; }
footer { border-top: 1px solid #c9ccd3; margin-top: 2rem; padding-top: 0.5rem; color: #5a5f6b; font-size: 13px; }
@page { margin: 18mm 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; } }
`;

/** Nothing runs and nothing is fetched; `allow-modals` is for the browser's own print, which the opener asks for. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-same-origin allow-modals`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A page to print: every text that anybody wrote is text. */
export async function* writeHtml(parts: AsyncIterable<DocumentPart>): AsyncGenerator<string> {
  for await (const part of parts) {
    if ('head' in part) {
      const { language, title, number, subject, brand, facts, remarks, timeline } = part.head;
      yield `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(`${title} ${number}`)}</title><style>${style}</style></head><body>
<header><p class="over">${escape(`${brand} · ${title} ${number}`)}</p><h1 dir="auto">${escape(subject)}</h1>
<dl>${facts.map(([label, value]) => `<dt>${escape(label)}</dt><dd dir="auto">${escape(value)}</dd>`).join('')}</dl>
<p class="remarks">${escape(remarks.join(' '))}</p></header>
<main><h2>${escape(timeline)}</h2><ol>`;
    } else if ('entry' in part) yield entryHtml(part.entry);
    else yield `</ol></main><footer>${escape(part.end)}</footer></body></html>\n`;
  }
}

function entryHtml({ place, kind, when, who, badges, lines, text, filesTitle, files }: DocumentEntry): string {
  const bar = `<div class="bar"><span class="when">${place}.</span>${who ? `<span class="who" dir="auto">${escape(who)}</span>` : ''}${badges.map((badge) => `<span class="badge">${escape(badge)}</span>`).join('')}<span class="when">${escape(when)}</span></div>`;
  const labelled = lines.length > 0 ? `<div class="lines">${lines.map(([label, value]) => `<div dir="auto">${escape(label)}: ${escape(value)}</div>`).join('')}</div>` : '';
  const attached = files.length > 0 ? `<p class="lines">${escape(filesTitle)}</p><ul class="files">${files.map(({ name, detail }) => `<li>${escape(name)} <br><span>${escape(detail)}</span></li>`).join('')}</ul>` : '';
  return `<li class="entry ${kind}">${bar}${labelled}<p class="text" dir="auto">${escape(text)}</p>${attached}</li>`;
}
