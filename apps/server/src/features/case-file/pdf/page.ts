import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { faces, type Run } from './glyphs.ts';
import { breakLines, type Line } from './lines.ts';

/** Points; A4 */
const edge = { left: 57, right: 57, top: 56, bottom: 66 };

export type TextStyle = { size: number; face?: 'regular' | 'strong'; color?: string; indent?: number; leading?: number };
export type Rule = { color: string; width: number; double?: boolean };

/** A sheet after the other, from the top down; a sheet that is full is given away at once. */
export function openPages({ title, author, language, footer }: { title: string; author: string; language: string; footer(page: number): string }) {
  const doc = new PDFDocument({
    size: 'A4', margin: 0, autoFirstPage: false, compress: true, pdfVersion: '1.7', lang: language, displayTitle: true,
    // None to begin with: a face that is opened twice is read again each time that it is asked for.
    font: '', info: { Title: title, Author: author, Creator: 'Ombud', Producer: 'Ombud' },
  });
  for (const [face, url] of Object.entries(faces)) doc.registerFont(face, fileURLToPath(url));
  const widths = new Map<string, number>();
  let number = 0;
  let y = 0;
  let top = 0;
  let left = 0;
  let rule: Rule | null = null;

  function measure(size: number) {
    return ({ face, text }: Run): number => {
      const key = `${face} ${size} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      const width = doc.font(face).fontSize(size).widthOfString(text);
      if (widths.size > 20_000) widths.clear();
      widths.set(key, width);
      return width;
    };
  }

  const bottom = () => doc.page.height - edge.bottom;
  const right = () => doc.page.width - edge.right;

  function drawRuns(runs: readonly Run[], x: number, at: number, { size, color = '#16181d' }: TextStyle): void {
    let place = x;
    for (const [index, run] of runs.entries()) {
      doc.font(run.face).fontSize(size).fillColor(color).text(run.text, place, at, { lineBreak: false });
      if (index < runs.length - 1) place += measure(size)(run);
    }
  }

  /** The line beside what belongs together, as far as it has come on this sheet. */
  function drawRule(): void {
    if (!rule || y <= top) return;
    const x = edge.left + 2;
    for (const place of rule.double ? [x, x + 3] : [x]) doc.moveTo(place, top).lineTo(place, y).lineWidth(rule.width).strokeColor(rule.color).stroke();
  }

  function newPage(): void {
    if (number > 0) drawRule();
    doc.addPage();
    number += 1;
    y = edge.top;
    top = y;
    const at = doc.page.height - edge.bottom + 26;
    const style = { size: 8, color: '#5a5f6b' };
    doc.moveTo(edge.left, at - 8).lineTo(right(), at - 8).lineWidth(0.5).strokeColor('#c9ccd3').stroke();
    const [line] = breakLines(footer(number), 'regular', right() - edge.left, measure(8));
    if (line) drawRuns(line.runs, right() - line.width, at, style);
    const [name] = breakLines(title, 'regular', right() - edge.left - 110, measure(8));
    if (name) drawRuns(name.runs, edge.left, at, style);
  }

  function drawLine({ runs, rightToLeft, width }: Line, style: TextStyle, height: number, from: number): void {
    if (y + height > bottom()) newPage();
    drawRuns(runs, rightToLeft ? right() - width : from, y, style);
    y += height;
  }

  newPage();
  return {
    doc,
    /** Starts another sheet where less than so many points are left. */
    keep(height: number): void {
      if (y + height > bottom()) newPage();
    },
    space(height: number): void {
      y = Math.min(y + height, bottom());
    },
    text(text: string, style: TextStyle): void {
      const from = edge.left + left + (style.indent ?? 0);
      const height = style.size * (style.leading ?? 1.42);
      for (const line of breakLines(text, style.face ?? 'regular', right() - from, measure(style.size))) drawLine(line, style, height, from);
    },
    /** Parts in one line, each in its own style, as far as there is room; then under each other. */
    row(parts: readonly { text: string; style: TextStyle }[], gap = 7): void {
      const height = Math.max(...parts.map(({ style }) => style.size)) * 1.45;
      if (y + height > bottom()) newPage();
      let x = edge.left + left;
      const base = Math.max(...parts.map(({ style }) => style.size));
      for (const { text, style } of parts) {
        const lines = breakLines(text, style.face ?? 'regular', right() - edge.left - left, measure(style.size));
        for (const [at, line] of lines.entries()) {
          if ((x + line.width > right() && x > edge.left + left) || at > 0) {
            y += height;
            x = edge.left + left;
            if (y + height > bottom()) newPage();
          }
          drawRuns(line.runs, x, y + (base - style.size) * 0.8, style);
          x += line.width + gap;
        }
      }
      y += height;
    },
    /** A label, and beside it what may take several lines. */
    fact(label: string, value: string, labelWidth: number, size: number): void {
      const style = { size, color: '#5a5f6b' };
      const [name] = breakLines(label, 'regular', labelWidth - 10, measure(size));
      const lines = breakLines(value, 'regular', right() - edge.left - labelWidth, measure(size));
      for (const [at, line] of lines.entries()) {
        if (y + size * 1.5 > bottom()) newPage();
        if (at === 0 && name) drawRuns(name.runs, edge.left, y, style);
        drawLine(line, { size }, size * 1.5, edge.left + labelWidth);
      }
    },
    widthOf: (text: string, size: number): number => breakLines(text, 'regular', 1_000, measure(size))[0]?.width ?? 0,
    /** A line across the sheet. */
    line(color: string, width: number): void {
      doc.moveTo(edge.left, y).lineTo(right(), y).lineWidth(width).strokeColor(color).stroke();
    },
    /** What `draw` writes stands to the right of a rule, on each sheet that it reaches. */
    beside(wanted: Rule, indent: number, draw: () => void): void {
      [rule, top, left] = [wanted, y, indent];
      draw();
      drawRule();
      [rule, left] = [null, 0];
    },
    end: () => doc.end(),
  };
}

export type Pages = ReturnType<typeof openPages>;
