import type { Language } from '@ombud/i18n';
import { useId } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { AllSettings } from '../../satisfaction/satisfaction-queries.ts';
import { previewOf } from './satisfaction-draft.ts';

interface MailPreviewProps {
  language: Language;
  brand: string;
  question: string;
  words: AllSettings['defaults'][Language];
}

/** The mail as the customer gets it, while it is written. */
export function MailPreview({ language, brand, question, words }: MailPreviewProps) {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h3 id={id} className="mb-1.5 font-strong">{t('satisfaction.preview')}</h3>
      <div lang={language} className="rounded-lg border border-line bg-raised px-4 py-3">
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{previewOf(question, language, brand)}</p>
        <ul className="m-0 mt-3 flex list-none flex-col gap-1.5 p-0">
          {words.scores.toReversed().map((name, at) => <li key={name} className="rounded-md border border-line px-3 py-1.5">{`${5 - at} – ${name}`}</li>)}
        </ul>
        <p className="mt-3 text-small text-muted">{words.note}</p>
      </div>
    </section>
  );
}
