import './no-network.ts';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DocumentEntry, DocumentHead, DocumentPart } from '../document.ts';
import { lackedSigns } from './glyphs.ts';
import { openPages, type Pages } from './page.ts';

/**
 * A process of its own that draws a case file: parts of the document as JSON, a line each, come in, and the PDF goes out. It
 * may read its code and its fonts and nothing else (pdf/draw-apart.ts), and knows no addresses.
 */
const faint = '#5a5f6b';
/** Bytes that may wait for the reader */
const mostWaiting = 512 * 1024;

let pages: Pages | null = null;
let remark = '';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const part = JSON.parse(line) as DocumentPart; // written by draw-apart.ts
  if ('head' in part) {
    const { head } = part;
    pages = openPages({ title: `${head.title} ${head.number} · ${head.brand}`, author: head.brand, language: head.language, footer: (page) => head.page.replace('%', String(page)) });
    pages.doc.pipe(process.stdout);
    remark = head.glyphs;
    drawHead(pages, head);
  } else if (pages && 'entry' in part) {
    drawEntry(pages, part.entry);
  } else if (pages && 'end' in part) {
    drawEnd(pages, part.end);
  }
  while (pages && pages.doc.readableLength > mostWaiting) await once(process.stdout, 'drain');
}
pages?.end();

function drawHead(on: Pages, { title, number, subject, brand, color, facts, remarks, timeline }: DocumentHead): void {
  on.line(/^#[0-9a-f]{6}$/i.test(color) ? color : '#16181d', 3);
  on.space(14);
  on.text(`${brand} · ${title} ${number}`, { size: 9.5, color: faint });
  on.text(subject, { size: 19, face: 'strong', leading: 1.25 });
  on.space(10);
  const labels = Math.min(150, Math.max(60, ...facts.map(([label]) => on.widthOf(label, 9.5))) + 18);
  for (const [label, value] of facts) on.fact(label, value, labels, 9.5);
  on.space(8);
  on.text(remarks.join(' '), { size: 8.5, color: faint });
  on.space(20);
  on.keep(90);
  on.text(timeline, { size: 12.5, face: 'strong' });
  on.space(2);
  on.line('#c9ccd3', 0.75);
  on.space(12);
}

function drawEntry(on: Pages, entry: DocumentEntry): void {
  if (entry.kind === 'event') return drawEvent(on, entry);
  on.keep(64);
  if (entry.kind === 'note') on.beside({ color: '#8a6d1a', width: 0.8, double: true }, 14, () => drawMessage(on, entry));
  else drawMessage(on, entry);
  on.space(18);
}

function drawEvent(on: Pages, { place, when, badges, text }: DocumentEntry): void {
  on.keep(16);
  on.text([`${place}.`, when, ...badges, text.replaceAll('\n', ' · ')].join('   '), { size: 8.5, color: faint });
  on.space(10);
}

function drawMessage(on: Pages, { place, when, who, badges, lines, text, filesTitle, files }: DocumentEntry): void {
  on.row([
    { text: `${place}.`, style: { size: 9, color: faint } },
    { text: who, style: { size: 10.5, face: 'strong' } },
    ...badges.map((badge) => ({ text: badge, style: { size: 8.5, face: 'strong' as const, color: '#6b5310' } })),
    { text: when, style: { size: 9, color: faint } },
  ]);
  for (const [label, value] of lines) on.text(`${label}: ${value}`, { size: 8.5, color: faint, leading: 1.35 });
  on.space(5);
  on.text(text, { size: 10, leading: 1.45 });
  if (files.length === 0) return;
  on.space(5);
  on.text(filesTitle, { size: 8.5, color: faint });
  for (const { name, detail } of files) {
    on.keep(26);
    on.text(name, { size: 9, indent: 8 });
    on.text(detail, { size: 7.5, color: faint, indent: 8 });
  }
}

function drawEnd(on: Pages, end: string): void {
  on.keep(40);
  on.space(6);
  on.line('#c9ccd3', 0.75);
  on.space(8);
  on.text(lackedSigns() ? `${end}. ${remark}` : end, { size: 8.5, color: faint });
}
