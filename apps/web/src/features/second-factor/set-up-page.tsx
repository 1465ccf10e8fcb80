import { Button } from '@ombud/ui';
import { useRouter } from '@tanstack/react-router';
import { useT } from '../../lib/i18n.ts';
import { signOut } from '../../lib/session.ts';
import { Entrance } from '../signin/entrance.tsx';
import { useEntering } from '../signin/use-entering.ts';
import { SetUpSecondFactor } from './set-up.tsx';

/** Where somebody is led whose role must have a second factor: nothing else opens before it is there. */
export function SetUpPage() {
  const t = useT();
  const router = useRouter();
  const enter = useEntering();
  async function leave() {
    await signOut();
    await router.navigate({ to: '/sign-in' });
  }
  return (
    <Entrance title={t('people.factor.must.title')} lead={t('people.factor.must.text')}>
      <SetUpSecondFactor onDone={() => void enter()} />
      <Button tone="plain" className="mt-6 -ml-3" onClick={() => void leave()}>
        {t('shell.signOut')}
      </Button>
    </Entrance>
  );
}
