import type { Piece } from './search-queries.ts';

/** Text with what was looked for marked. The pieces are plain text. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, match }, at) =>
    match ? (
      <mark key={at} className="rounded-[3px] bg-amber-soft px-px font-strong text-text">
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}
