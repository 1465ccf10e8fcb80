import { Button, Checkbox, Dialog } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useStore } from '../../../lib/store.ts';
import { statusWord } from '../store/words.ts';
import { asking, type Asking } from './ask-first.ts';
import { setKnown } from './guideline-queries.ts';
import { GuidelineText } from './guideline-text.tsx';
import { OfBrand } from './of-brand.tsx';

/** Stands wherever tickets are; the dialog comes when a change of status asks for it. */
export function GuidelineAskHost() {
  const what = useStore(asking);
  return what && <AskDialog key={what.guidelines.map(({ id }) => id).join()} what={what} />;
}

/** Enter goes on, Esc leaves everything as it is. */
function AskDialog({ what: { what, status, guidelines, answer } }: { what: Asking }) {
  const t = useT();
  const client = useQueryClient();
  const goesOn = useRef<HTMLButtonElement>(null);
  const [known, setKnownHere] = useState<readonly number[]>([]);
  const word = t(statusWord(status === 'case' || status === 'reply' ? 'open' : status));
  const title = 'number' in what ? t('guidelines.ask.title', { number: `#${what.number}`, status: word }) : t('guidelines.ask.many', { status: word });

  function goOn() {
    for (const guideline of guidelines) if (known.includes(guideline.id)) setKnown(client, guideline, true);
    answer(true);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter') return;
    const isBox = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'checkbox';
    // A key that is still held down from what was pressed before is no answer.
    if (event.repeat || isBox) event.preventDefault();
    if (isBox && !event.repeat) goOn();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && answer(false)}
      title={title}
      description={t('guidelines.ask.lead', { count: guidelines.length })}
      initialFocus={goesOn}
      actions={
        <>
          <Button tone="plain" keys="esc" onClick={() => answer(false)}>{t('guidelines.ask.leave')}</Button>
          <Button ref={goesOn} tone="primary" keys="enter" onKeyDown={onKeyDown} onClick={goOn}>{t('guidelines.ask.goOn')}</Button>
        </>
      }
    >
      <ul className="flex flex-col gap-5" onKeyDown={onKeyDown}>
        {guidelines.map((guideline) => (
          <li key={guideline.id} className="min-w-0">
            <h3 className="flex min-w-0 items-center gap-2 font-strong"><span className="min-w-0 truncate">{guideline.name}</span><OfBrand brand={guideline.brand} /></h3>
            <GuidelineText text={guideline.text} className="mt-1 mb-2" />
            <Checkbox
              label={<span className="text-muted">{t('guidelines.ask.known')}<span className="sr-only"> ({guideline.name})</span></span>}
              checked={known.includes(guideline.id)}
              onCheckedChange={(on) => setKnownHere(on ? [...known, guideline.id] : known.filter((id) => id !== guideline.id))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
