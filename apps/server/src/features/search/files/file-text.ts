import { decodeText } from '../../../platform/mail/reading/charset.ts';
import { readOfficeText, unescapeXml } from './office-text.ts';
import { readPdfText } from './pdf-text.ts';

export type TextKind = 'plain' | 'html' | 'pdf' | 'office';

/** Characters of a file that can be found. */
const mostCharacters = 60_000;

const office = /officedocument|opendocument/;
const officeNames = /\.(?:docx|docm|xlsx|xlsm|pptx|pptm|odt|ods|odp)$/i;
const plainNames = /\.(?:txt|text|log|csv|tsv|md|json|xml|ya?ml|ics|vcf|srt|eml)$/i;

/** How the text of a file may be read; null when there is none to read. Type and name are the sender's word: the reader checks the bytes. */
export function textKind(type: string, name: string): TextKind | null {
  const kind = type.toLowerCase().split(';', 1)[0] ?? '';
  if (kind === 'application/pdf' || /\.pdf$/i.test(name)) return 'pdf';
  if (office.test(kind) || officeNames.test(name)) return 'office';
  if (kind === 'text/html' || /\.html?$/i.test(name)) return 'html';
  if (kind.startsWith('text/') || kind === 'application/json' || kind === 'application/xml' || plainNames.test(name)) return 'plain';
  return null;
}

/** What can be found of a file's text, on lines; empty when it is not what it says it is. Runs in a thread that may be ended at any moment. */
export async function readFileText(bytes: Uint8Array, kind: TextKind): Promise<string> {
  const text = await read(bytes, kind);
  return text.toWellFormed().replace(/[\0-\x08\x0b-\x1f\x7f]+/g, ' ').replace(/[^\S\n]+/g, ' ').trim().slice(0, mostCharacters);
}

async function read(bytes: Uint8Array, kind: TextKind): Promise<string> {
  switch (kind) {
    case 'pdf': return startsWith(bytes, '%PDF-') ? readPdfText(bytes, mostCharacters) : '';
    case 'office': return startsWith(bytes, 'PK') ? readOfficeText(bytes) : '';
    case 'html': return unescapeXml(decode(bytes).replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' '));
    case 'plain': return decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  // A PDF may begin with some bytes that are not its own (ISO 32000-1, annex H.3.4.1).
  return Buffer.from(bytes.subarray(0, 1024)).includes(Buffer.from(mark, 'latin1'));
}

const longestPlain = 1024 * 1024;

/** UTF-16 with its mark, UTF-8 (of which a part may end within a letter), else in whatever letters it reads best. */
function decode(whole: Uint8Array): string {
  const bytes = whole.subarray(0, longestPlain);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return decodeText(bytes, null);
  }
}
