import { getDocumentProxy } from 'unpdf';

const mostPages = 200;

/** The text of the first pages, until there is enough. */
export async function readPdfText(bytes: Uint8Array, mostCharacters: number): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { useSystemFonts: false, stopAtErrors: false, verbosity: 0 });
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, mostPages) && length < mostCharacters; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push(text);
    length += text.length;
  }
  return pages.join('\n');
}
