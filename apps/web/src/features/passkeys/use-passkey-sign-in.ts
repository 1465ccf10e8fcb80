import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../lib/problem.ts';
import { canFillIn, canUsePasskeys, PasskeyStop, passkeyText, signInByPasskey, stopAsking } from './browser.ts';

/** Milliseconds; a little less than the server's question lives. */
const askAgainAfter = 9 * 60_000;

export interface PasskeySignIn {
  /** This browser has passkeys at this address */
  possible: boolean;
  busy: boolean;
  problem: string | null;
  /** For a button; a passkey that the browser fills in needs none */
  start(): void;
  /** Something else is tried: what was said of a passkey is over */
  forget(): void;
}

/** Signs in by a button or, with `fillIn`, also by what the browser offers in a field with `autocomplete="… webauthn"`. */
export function usePasskeySignIn(onDone: () => void | Promise<void>, { fillIn = false } = {}): PasskeySignIn {
  const [possible] = useState(canUsePasskeys);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    if (!fillIn || busy) return undefined;
    let over = false;
    const again = () => !over && setRound((before) => before + 1);
    async function offer() {
      try {
        if (!(await canFillIn()) || over) return;
        await signInByPasskey({ fillIn: true });
        if (!over) await done.current();
      } catch (error) {
        // The person chose a passkey and it was refused, or what was asked had grown too old. Anything else is nothing that they did.
        if (over || !(error instanceof ApiProblem) || !['passkey_refused', 'passkey_expired'].includes(error.code)) return;
        setProblem(passkeyText(error));
        again();
      }
    }
    // A page that nobody looks at asks again when somebody does.
    const whenSeen = () => (document.hidden ? document.addEventListener('visibilitychange', again, { once: true }) : again());
    const timer = setTimeout(whenSeen, askAgainAfter);
    void offer();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
      if (possible) void stopAsking();
    };
  }, [fillIn, busy, round, possible]);

  async function signIn() {
    setBusy(true);
    setProblem(null);
    try {
      await signInByPasskey();
      await done.current();
    } catch (error) {
      if (!(error instanceof PasskeyStop) || error.why !== 'replaced') setProblem(passkeyText(error));
      setBusy(false);
    }
  }

  return { possible, busy, problem, start: () => void (busy || signIn()), forget: () => setProblem(null) };
}
