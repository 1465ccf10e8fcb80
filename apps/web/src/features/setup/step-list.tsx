import { cx } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { Check, Clock } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { setupSteps, type SetupStep } from '../../routes/setup.ts';
import type { Setup } from './setup-query.ts';

type Here = 'administrator' | SetupStep;
const all: readonly Here[] = ['administrator', ...setupSteps];

/** Where one is; every step that is open can be gone to. On a phone: one line. */
export function StepList({ here, setup }: { here: Here; setup?: Setup }) {
  const t = useT();
  const at = all.indexOf(here);
  return (
    <nav aria-label={t('setup.steps')} className="shrink-0 desk:w-56">
      <p className="text-small text-muted desk:hidden">{t('setup.progress', { at: at + 1, of: all.length })}</p>
      <ol className="hidden flex-col gap-0.5 desk:flex">
        {all.map((step) => {
          const state = step === 'administrator' ? (setup ? 'done' : 'open') : (setup?.steps.find((one) => one.step === step)?.state ?? 'open');
          const row = (
            <>
              <span className={cx('grid size-5 shrink-0 place-items-center rounded-full border', step === here ? 'border-accent bg-accent-soft text-accent-text' : 'border-line text-muted')}>
                {state === 'done' && <Check aria-hidden className="size-3 stroke-[2.5]" />}
                {state === 'later' && <Clock aria-hidden className="size-3" />}
              </span>
              <span className="min-w-0">
                {t(`setup.step.${step}`)}
                {state !== 'open' && <span className="ml-1.5 text-small text-faint">{t(`setup.state.${state}`)}</span>}
              </span>
            </>
          );
          const classes = cx('flex min-h-9 items-center gap-2.5 rounded-md px-2', step === here ? 'font-strong text-text' : 'text-muted');
          return (
            <li key={step} aria-current={step === here ? 'step' : undefined}>
              {setup && step !== 'administrator' ? (
                <Link to="/setup" search={{ step }} className={cx(classes, 'hover:bg-pressed hover:text-text')}>
                  {row}
                </Link>
              ) : (
                <span className={classes}>{row}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
