import { showToast } from '@ombud/ui';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { say } from '../../../lib/i18n.ts';

export const messageHash = (id: number): string => `message-${id}`;

/** A frame around what the address names. */
export const soughtLook = 'rounded-lg outline-2 outline-offset-4 outline-accent';

/** So many pages of older entries are read for a message. */
const mostPages = 100;

export interface Pages {
  scroller: RefObject<HTMLElement | null>;
  /** How many entries are there */
  entries: number;
  hasOlder: boolean;
  isReading: boolean;
  readOlder(): void;
  /** The newest entry is not to be kept in view any more */
  letGo(): void;
}

/**
 * The message that the address names (`#message-12`), once it is on the screen and in view: older pages are read until it is. Also when the
 * same one is asked for again. `forget`: whoever reads on needs no mark.
 */
export function useSoughtMessage({ scroller, entries, hasOlder, isReading, readOlder, letGo }: Pages): { sought: number | null; forget(): void } {
  const asked = useRouterState({ select: ({ location: { hash, state } }) => (/^message-\d{1,15}$/.test(hash) ? `${hash} ${state.__TSR_key ?? ''}` : '') });
  const [found, setFound] = useState<string | null>(null);
  const reading = useRef({ asked: '', pages: 0 });
  const id = asked === '' ? null : Number(asked.slice('message-'.length).split(' ')[0]);
  const isOpen = id !== null && found !== asked;

  useEffect(() => {
    if (!isOpen || entries === 0) return;
    if (reading.current.asked !== asked) reading.current = { asked, pages: 0 };
    letGo();
    const message = scroller.current?.querySelector<HTMLElement>(`[data-message="${id}"]`);
    if (message) {
      message.scrollIntoView({ block: message.offsetHeight > (scroller.current?.clientHeight ?? 0) ? 'start' : 'center' });
      message.focus({ preventScroll: true });
      setFound(asked);
    } else if (hasOlder && reading.current.pages < mostPages) {
      if (isReading) return;
      reading.current.pages += 1;
      readOlder();
    } else if (!isReading) {
      showToast({ title: say('escalations.source.gone'), tone: 'failed' });
      setFound(asked);
    }
  }, [asked, id, isOpen, entries, hasOlder, isReading, readOlder, letGo, scroller]);

  const [forgotten, setForgotten] = useState<string | null>(null);
  return { sought: id !== null && forgotten !== asked ? id : null, forget: () => found === asked && setForgotten(asked) };
}
