import { Unzip, UnzipInflate } from 'fflate';

/** Bytes of XML that are unpacked of one document, however small it is packed: what lies beyond is not read. */
const mostBytes = 24 * 1024 * 1024;
const mostParts = 3_000;
/** Packed bytes at a time: DEFLATE makes at most about a thousand times as much of them. */
const step = 8 * 1024;

/** Where the words are: Office Open XML (ECMA-376) and OpenDocument (ISO 26300). */
const textParts = /^(?:word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/sheet\d+\.xml|ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+\.xml|content\.xml)$/;

class Enough extends Error {}

/** The words of a docx, xlsx, pptx, odt, ods or odp; empty when it is another zip. */
export function readOfficeText(bytes: Uint8Array): string {
  const parts: { name: string; chunks: Uint8Array[] }[] = [];
  let unpacked = 0;
  let seen = 0;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > mostParts) throw new Enough();
    if (!textParts.test(file.name)) return;
    const part = { name: file.name, chunks: [] as Uint8Array[] };
    parts.push(part);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > mostBytes) throw new Enough();
      part.chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += step) unzip.push(bytes.subarray(from, from + step), from + step >= bytes.length);
  } catch (error) {
    // What was read until then is still worth finding.
    if (!(error instanceof Enough) && parts.length === 0) throw error;
  }
  return parts.map(({ name, chunks }) => textOfXml(Buffer.concat(chunks).toString('utf8'), name)).join('\n');
}

const breaks = /<\/?(?:w:(?:p|br|tab|tc)|a:(?:p|br)|si|row|c|text:(?:p|h|tab|s|line-break)|table:table-cell)\b[^>]*>/g;

/** The text between the tags. Parts of one word in several runs come together; nothing is resolved or fetched. */
function textOfXml(xml: string, name: string): string {
  // A cell with t="s" holds the number of a shared string, which is read by itself.
  const cells = name.startsWith('xl/worksheets/') ? xml.replace(/<c\b[^>]*\bt="s"[^>]*>[\s\S]*?<\/c>/g, ' ') : xml;
  return unescapeXml(cells.replace(breaks, ' ').replace(/<[^>]*>/g, ''));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
