import { Button } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { KeyRound, Smartphone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useT } from '../../lib/i18n.ts';
import { signOut } from '../../lib/session.ts';
import { AddPasskey } from '../passkeys/add-passkey.tsx';
import { passkeysQuery } from '../passkeys/passkeys-query.ts';
import { WhyNoPasskeys, whyNoPasskeys } from '../passkeys/why-none.tsx';
import { Entrance } from '../signin/entrance.tsx';
import { useEntering } from '../signin/use-entering.ts';
import { SetUpSecondFactor } from './set-up.tsx';

/** Where somebody is led whose role must have a second factor: nothing else opens before it is there. */
export function SetUpPage() {
  const t = useT();
  const router = useRouter();
  const enter = useEntering();
  const passkeys = useQuery(passkeysQuery);
  const [way, setWay] = useState<'passkey' | 'app' | null>(null);
  const why = passkeys.data ? whyNoPasskeys(passkeys.data) : null;
  async function leave() {
    await signOut();
    await router.navigate({ to: '/sign-in' });
  }
  return (
    <Entrance title={t('people.factor.must.title')} lead={t('people.factor.must.text')}>
      {way === null && (
        <div className="flex flex-col gap-2">
          <Choice icon={<KeyRound />} title={t('passkeys.choice')} text={t('passkeys.choice.text')} disabled={why !== null} onClick={() => setWay('passkey')} />
          {why && <WhyNoPasskeys why={why} />}
          <Choice icon={<Smartphone />} title={t('people.factor.choice')} text={t('people.factor.choice.text')} onClick={() => setWay('app')} />
        </div>
      )}
      {way === 'passkey' && <AddPasskey onDone={() => void enter()} />}
      {way === 'app' && <SetUpSecondFactor onDone={() => void enter()} />}
      <div className="mt-6 -ml-3 flex flex-wrap gap-1">
        {way !== null && (
          <Button tone="plain" onClick={() => setWay(null)}>
            {t('people.factor.choice.other')}
          </Button>
        )}
        <Button tone="plain" onClick={() => void leave()}>
          {t('shell.signOut')}
        </Button>
      </div>
    </Entrance>
  );
}

function Choice({ icon, title, text, disabled, onClick }: { icon: ReactNode; title: string; text: string; disabled?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onClick}
      className="flex w-full items-start gap-3 rounded-lg border border-line bg-pane px-3.5 py-3 text-left shadow-low transition-colors duration-[var(--quick)] enabled:hover:bg-hover disabled:opacity-55 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
    >
      {icon}
      <span>
        <span className="block font-strong">{title}</span>
        <span className="block text-small text-muted">{text}</span>
      </span>
    </button>
  );
}
