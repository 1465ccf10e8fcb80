import { languageNames, languages, type Language } from '@ombud/i18n';
import { Button, Menu, MenuChoices, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import { speak, useT, useTranslator } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useTitle } from '../../lib/title.ts';
import { BrandMark } from '../../shell/brand-mark.tsx';
import { AdministratorStep } from './administrator-step.tsx';
import { ColleaguesStep } from './colleagues-step.tsx';
import { DemoStep } from './demo-step.tsx';
import { EndStep } from './end-step.tsx';
import { InboxStep } from './inbox-step.tsx';
import { OrganisationStep } from './organisation-step.tsx';
import { firstOpen, setupQuery, visitorQuery, type Setup } from './setup-query.ts';
import { StepList } from './step-list.tsx';

const route = getRouteApi('/setup');

/** From the terminal's link to a desk that works; left at any time and taken up again where it was. */
export function SetupPage() {
  const t = useT();
  useTitle(t('setup.title'));
  const { hash } = useLocation();
  const [key, setKey] = useState(hash);
  const me = useQuery({ ...visitorQuery, enabled: key === '' });
  const mayGoOn = me.data?.permissions.includes('settings.manage') ?? false;
  const setup = useQuery({ ...setupQuery, enabled: key === '' && mayGoOn });
  const { step: wanted } = route.useSearch();

  if (key !== '') {
    return (
      <Frame steps={<StepList here="administrator" />}>
        <AdministratorStep
          setupKey={key}
          onDone={() => {
            // Used up: a reload must not bring it back.
            history.replaceState(history.state, '', '/setup');
            setKey('');
          }}
        />
      </Frame>
    );
  }
  if (me.isPending || (mayGoOn && setup.isPending)) return <Frame><SkeletonLines /></Frame>;
  if (me.error) return <Frame><LoadFailed error={me.error} retry={() => void me.refetch()} /></Frame>;
  if (setup.error) return <Frame><LoadFailed error={setup.error} retry={() => void setup.refetch()} /></Frame>;
  if (!mayGoOn || !setup.data) return <Frame><NothingToDo signedIn={Boolean(me.data)} /></Frame>;
  if (!setup.data.open && wanted !== 'end') return <Frame><NothingToDo signedIn /></Frame>;
  const here = wanted ?? firstOpen(setup.data);
  return (
    <Frame steps={<StepList here={here} setup={setup.data} />}>
      <Suspense fallback={<SkeletonLines />}>
        <Step here={here} setup={setup.data} />
      </Suspense>
    </Frame>
  );
}

function Step({ here, setup }: { here: ReturnType<typeof firstOpen>; setup: Setup }) {
  if (here === 'organisation') return <OrganisationStep />;
  if (here === 'inbox') return <InboxStep mail={setup.mail} />;
  if (here === 'colleagues') return <ColleaguesStep />;
  if (here === 'demo') return <DemoStep />;
  return <EndStep setup={setup} />;
}

function NothingToDo({ signedIn }: { signedIn: boolean }) {
  const t = useT();
  return (
    <>
      <h1 className="text-page tracking-[-0.01em]">{t(signedIn ? 'setup.finished.title' : 'setup.noLink.title')}</h1>
      <p className="mt-1 max-w-prose text-muted">{t(signedIn ? 'setup.finished.text' : 'setup.noLink.text')}</p>
      <p className="mt-5">
        <Link to={signedIn ? '/inbox' : '/sign-in'} className="text-accent-text underline underline-offset-2">
          {t(signedIn ? 'setup.toInbox' : 'signin.title')}
        </Link>
      </p>
    </>
  );
}

function Frame({ steps, children }: { steps?: ReactNode; children: ReactNode }) {
  const t = useT();
  const { language } = useTranslator();
  return (
    <div className="flex min-h-dvh flex-col bg-bg [--control:2.25rem] coarse:[--control:2.75rem]">
      <header className="mx-auto flex w-full max-w-4xl items-center justify-between gap-4 px-5 pt-5 desk:pt-8">
        <BrandMark className="size-9" />
        <Menu
          align="end"
          trigger={
            <Button tone="plain" aria-label={`${t('shell.language')}: ${languageNames[language]}`}>
              {languageNames[language]}
              <ChevronDown className="size-4" />
            </Button>
          }
        >
          <MenuChoices<Language>
            label={t('shell.language')}
            value={language}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(next) => void speak(next)}
          />
        </Menu>
      </header>
      <div className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-x-14 gap-y-6 px-5 pt-6 pb-16 desk:flex-row desk:pt-12">
        {steps}
        <main className="min-w-0 flex-1">{children}</main>
      </div>
    </div>
  );
}
