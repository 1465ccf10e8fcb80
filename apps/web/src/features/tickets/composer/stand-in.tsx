import { useLayoutEffect, useRef, useState } from 'react';
import { appendText } from './draft-content.ts';

export interface StandInProps {
  html: string;
  label: string;
  placeholder: string;
  autoFocus: boolean;
  focusWish: number;
  onChange(html: string): void;
}

/**
 * Takes what is typed while the editor's code is on its way. Without a field to go to, the letters of a quick
 * "Hej" would each act as a key of the ticket behind. What it takes is in the draft at once, where the editor finds it.
 */
export function StandIn({ html, label, placeholder, autoFocus, focusWish, onChange }: StandInProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [before] = useState(html);
  useLayoutEffect(() => {
    if (autoFocus || focusWish > 0) field.current?.focus();
  }, [autoFocus, focusWish]);
  return (
    <textarea
      ref={field}
      data-writing
      aria-label={label}
      placeholder={before ? undefined : placeholder}
      onChange={(event) => onChange(appendText(before, event.currentTarget.value))}
      className="min-h-[6.75rem] w-full max-w-[78ch] resize-none bg-transparent px-3.5 py-3 outline-none placeholder:text-faint"
    />
  );
}
