import { languageNames, languages, type Language } from '@ombud/i18n';
import { Button, Menu, MenuChoices } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { speak, useT, useTranslator } from '../../lib/i18n.ts';
import { useTitle } from '../../lib/title.ts';
import { BrandMark } from '../../shell/brand-mark.tsx';

/** The frame of every page that one sees before being in: a mark, a heading, one thing to do, the language. */
export function Entrance({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const t = useT();
  const { language } = useTranslator();
  useTitle(title);
  return (
    <main className="flex min-h-dvh flex-col items-center bg-bg px-4">
      <div className="flex w-full max-w-[340px] flex-1 [--control:2.25rem] coarse:[--control:2.75rem] flex-col justify-center py-10">
        <BrandMark className="mb-5 size-10" />
        <h1 className="text-page tracking-[-0.01em]">{title}</h1>
        {lead && <p className="mt-1 text-muted">{lead}</p>}
        <div className="mt-6">{children}</div>
      </div>
      <footer className="py-5">
        <Menu
          side="top"
          align="center"
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
      </footer>
    </main>
  );
}

export function ToSignIn() {
  const t = useT();
  return (
    <Link to="/sign-in" className="inline-flex min-h-target items-center rounded-sm font-strong text-accent-text underline-offset-4 hover:underline">
      {t('signin.back')}
    </Link>
  );
}
