import { Button } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { canUsePasskeys, passkeyText, provePasskey, type Assertion } from './browser.ts';
import { passkeysQuery } from './passkeys-query.ts';

export type Proof = { password: string } | { passkey: Assertion };

/** Beside a field for the password: a passkey does as well, for who has one that works here. */
export function ByPasskey<Done>({ run, onDone }: { run(proof: Proof): Promise<Done>; onDone(done: Done): void }) {
  const t = useT();
  const passkeys = useQuery(passkeysQuery);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!canUsePasskeys() || !passkeys.data?.items.some(({ usable, barred }) => usable && !barred)) return null;

  async function prove() {
    setBusy(true);
    setProblem(null);
    try {
      onDone(await run({ passkey: await provePasskey() }));
    } catch (error) {
      setProblem(passkeyText(error));
    }
    setBusy(false);
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button tone="plain" className="-ml-3" icon={<KeyRound className="size-4" />} busy={busy} onClick={() => void prove()}>
        {t('passkeys.instead')}
      </Button>
      <FormProblem text={problem} />
    </div>
  );
}
