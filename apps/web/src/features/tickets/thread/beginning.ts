/** More than anybody reads at a glance, and little enough to be drawn at once */
const most = { lines: 400, characters: 40_000, html: 100_000 };
/** A fold that hides next to nothing is none: as much more is shown whole. */
const slack = 1.25;

export interface Beginning {
  shown: string;
  /** Lines of the whole; 0 when the whole is shown */
  lines: number;
}

/** The beginning of a long text, cut at a line's end where there is one near; a short text whole. */
export function beginningOf(text: string): Beginning {
  const end = endOfLines(text, most.lines * slack);
  if (end === text.length && text.length <= most.characters * slack) return { shown: text, lines: 0 };
  const cut = Math.min(endOfLines(text, most.lines), most.characters);
  const lineEnd = text.lastIndexOf('\n', cut);
  const whole = text.slice(0, lineEnd > cut / 2 ? lineEnd : cut);
  return { shown: whole.replace(/[\uD800-\uDBFF]$/, ''), lines: countLines(text) };
}

/** HTML is cut where it is: whoever parses it closes what is open, and drops half a tag. */
export function beginningOfHtml(html: string): { shown: string; cut: boolean } {
  const cut = html.length > most.html * slack;
  return { shown: cut ? html.slice(0, most.html) : html, cut };
}

/** Where so many lines end, or the whole does. */
function endOfLines(text: string, lines: number): number {
  let at = -1;
  for (let line = 0; line < lines; line += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
