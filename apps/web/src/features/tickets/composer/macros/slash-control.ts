import { createStore, type Store } from '../../../../lib/store.ts';

/** What is typed after a slash in the text, and where. */
export interface Slash {
  query: string;
  /** Where the slash stands in the document, and where what is typed ends */
  from: number;
  to: number;
  /** Of the slash on the screen, in pixels */
  left: number;
  top: number;
  bottom: number;
}

/** Between the editor, which sees the slash, and the menu, which is drawn above it. */
export interface SlashControl {
  store: Store<Slash | null>;
  /** Not shown again for the slash that stands there */
  dismiss(): void;
  /** Told by the editor with every change */
  follow(slash: Slash | null): void;
}

export function createSlash(): SlashControl {
  const store = createStore<Slash | null>(null);
  let dismissed: number | null = null;
  return {
    store,
    dismiss() {
      dismissed = store.get()?.from ?? null;
      store.set(null);
    },
    follow(slash) {
      if (!slash) dismissed = null;
      if (slash && slash.from === dismissed) return;
      const before = store.get();
      if (slash && before && before.from === slash.from && before.query === slash.query && before.left === slash.left && before.top === slash.top) return;
      store.set(slash);
    },
  };
}

/** The slash at the end of what stands before the caret: at the beginning of a word, with the beginning of a name after it. */
export function readSlash(before: string): { query: string; at: number } | null {
  const match = /(?:^|[\s(\ufffc])\/((?:[^\s/\ufffc][^\n/\ufffc]{0,39})?)$/.exec(before);
  if (!match) return null;
  const query = match[1] ?? '';
  return { query, at: before.length - query.length - 1 };
}
