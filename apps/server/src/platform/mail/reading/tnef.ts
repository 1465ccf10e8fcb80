import { decodeText } from './charset.ts';

/** Opens `winmail.dat` (MS-OXTNEF): a bounded reader of what people sent, not of Outlook's forms. */
export type TnefFile = { name: string; type: string; content: Uint8Array; contentId: string | null };
export type Tnef = { text: string | null; html: string | null; files: TnefFile[] };

const signature = 0x223e9f78;
const attr = { rendering: 0x9002, attachData: 0x800f, attachTitle: 0x8010, attachment: 0x9005, body: 0x800c, messageProps: 0x9003 };
const prop = { attachData: 0x3701, attachName: 0x3704, attachLongName: 0x3707, mimeTag: 0x370e, contentId: 0x3712, displayName: 0x3001, body: 0x1000, html: 0x1013 };
const maxAttributes = 5000;

type Draft = { title: string; long: string; type: string; content: Uint8Array; contentId: string | null };

/** Null when it is no TNEF; what could be read when it ends early. */
export function readTnef(bytes: Buffer, maxFiles: number): Tnef | null {
  if (bytes.length < 15 || bytes.readUInt32LE(0) !== signature) return null;
  const result: Tnef = { text: null, html: null, files: [] };
  let draft: Draft | null = null;
  const flush = (): void => {
    if (draft && draft.content.length > 0 && result.files.length < maxFiles) {
      result.files.push({ name: draft.long || draft.title, type: draft.type || 'application/octet-stream', content: draft.content, contentId: draft.contentId });
    }
    draft = null;
  };
  let at = 6;
  for (let n = 0; n < maxAttributes && at + 11 <= bytes.length; n++) {
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const start = at + 9;
    const end = start + length;
    if (end > bytes.length) break;
    const value = bytes.subarray(start, end);
    if (id === attr.rendering) {
      flush();
      draft = { title: '', long: '', type: '', content: new Uint8Array(0), contentId: null };
    }
    const current = draft as Draft | null; // written by the closure above
    if (id === attr.body) result.text = string8(value);
    else if (id === attr.messageProps) {
      for (const [tag, data, wide] of mapiProps(value)) {
        if (tag === prop.body) result.text = wide ? string16(data) : string8(data);
        else if (tag === prop.html) result.html = decodeText(data, null);
      }
    } else if (current && id === attr.attachTitle) current.title = string8(value);
    else if (current && id === attr.attachData) current.content = value;
    else if (current && id === attr.attachment) readAttachmentProps(current, value);
    at = end + 2;
  }
  flush();
  return result;
}

function readAttachmentProps(draft: Draft, value: Buffer): void {
  for (const [tag, data, wide] of mapiProps(value)) {
    const text = (): string => (wide ? string16(data) : string8(data));
    if (tag === prop.attachLongName) draft.long = text();
    else if (tag === prop.attachName || tag === prop.displayName) draft.title ||= text();
    else if (tag === prop.mimeTag) draft.type = text().toLowerCase();
    else if (tag === prop.contentId) draft.contentId = text().replace(/^<|>$/g, '');
    else if (tag === prop.attachData && draft.content.length === 0) draft.content = data;
  }
}

function string8(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return decodeText(end < 0 ? bytes : bytes.subarray(0, end), null);
}

function string16(bytes: Buffer): string {
  return bytes.toString('utf16le').replace(/\u0000[\s\S]*$/, '');
}

const fixedSize: Record<number, number> = { 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0a: 4, 0x0b: 4, 0x14: 8, 0x40: 8, 0x48: 16 };

/** Properties as [id, bytes, is UTF-16]; stops at the first that does not fit. */
function* mapiProps(bytes: Buffer): Generator<[number, Buffer, boolean]> {
  if (bytes.length < 4) return;
  const total = Math.min(bytes.readUInt32LE(0), 2000);
  let at = 4;
  for (let n = 0; n < total && at + 4 <= bytes.length; n++) {
    const kind = bytes.readUInt16LE(at);
    const id = bytes.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      // A named property: a GUID and then a number or a name.
      if (at + 24 > bytes.length) return;
      const named = bytes.readUInt32LE(at + 16);
      const size = bytes.readUInt32LE(at + 20);
      at += named === 0 ? 24 : 24 + padded(size);
    }
    const multiple = (kind & 0x1000) !== 0;
    const base = kind & 0x0fff;
    const variable = base === 0x1e || base === 0x1f || base === 0x102 || base === 0x0d;
    let values = 1;
    if (multiple || variable) {
      if (at + 4 > bytes.length) return;
      values = bytes.readUInt32LE(at);
      at += 4;
    }
    for (let v = 0; v < values; v++) {
      let size = fixedSize[base];
      if (variable) {
        if (at + 4 > bytes.length) return;
        size = bytes.readUInt32LE(at);
        at += 4;
      }
      if (size === undefined || at + size > bytes.length) return;
      if (v === 0) yield [id, bytes.subarray(at, at + size), base === 0x1f];
      at += padded(size);
    }
  }
}

function padded(size: number): number {
  return (size + 3) & ~3;
}
