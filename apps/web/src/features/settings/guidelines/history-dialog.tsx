import { Button, Chip, Dialog, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { guidelineKeys, GuidelineText, momentWord, useConditionWords, versionsOptions, type Guideline, type GuidelineVersion } from '../../tickets/guidelines/index.ts';
import { difference } from './difference.ts';

/** Every version, the newest first: who, when, and what was changed since the one before. */
export function HistoryDialog({ guideline, onClose }: { guideline: Guideline; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const query = useInfiniteQuery(versionsOptions(guideline.id));
  const versions = query.data?.pages.flatMap(({ items }) => items) ?? [];

  async function withdraw(version: number, withdrawn: boolean) {
    try {
      await api.patch('/api/v1/guidelines/{id}/versions/{version}', { path: { id: guideline.id, version }, body: { withdrawn } });
      if (withdrawn) offerUndo(t('guidelines.withdrawn', { version }), () => void withdraw(version, false));
    } catch (error) {
      toastProblem(error);
    }
    void client.invalidateQueries({ queryKey: guidelineKeys.all });
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={guideline.name} description={guideline.brand?.name ?? t('guidelines.allBrands')} width="wide" readOnly>
      {query.isPending && <SkeletonLines count={4} />}
      {query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      <ol className="flex flex-col divide-y divide-line-soft">
        {versions.map((version, at) => (
          // The oldest of a page waits for the one before it.
          <Entry key={version.version} version={version} before={versions[at + 1]} onWithdraw={guideline.may_edit && !version.withdrawn && new Date(version.effective_from) > new Date() ? () => void withdraw(version.version, true) : undefined} />
        ))}
      </ol>
      {query.hasNextPage && <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('guidelines.older')}</Button>}
    </Dialog>
  );
}

function Entry({ version, before, onWithdraw }: { version: GuidelineVersion; before: GuidelineVersion | undefined; onWithdraw: (() => void) | undefined }) {
  const t = useT();
  const formats = useFormats();
  const facts = useFacts();
  const isToCome = !version.withdrawn && new Date(version.effective_from) > new Date();
  const was = before && facts(before);
  return (
    <li className="py-4 first:pt-1">
      <h3 className="flex flex-wrap items-center gap-2 font-strong">
        {t('guidelines.version', { version: version.version })}
        {version.in_force && <Chip tone="green">{t('guidelines.state.inForce')}</Chip>}
        {isToCome && <Chip tone="blue">{t('guidelines.state.toCome')}</Chip>}
        {version.withdrawn && <Chip tone="amber">{t('guidelines.state.withdrawn')}</Chip>}
        <span className="min-w-0 flex-1 text-small font-normal text-faint">{t('guidelines.written', { who: version.created_by.name, when: formats.dateTime(new Date(version.created_at)) })}</span>
        {onWithdraw && <Button onClick={onWithdraw}>{t('guidelines.withdraw')}</Button>}
      </h3>
      <dl className="mt-1 mb-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-small text-muted">
        {facts(version).map(({ name, value }, at) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="m-0">{was && was[at] && was[at].value !== value && at > 0 ? <><Gone text={was[at].value} /> <Added text={value} /></> : value}</dd>
          </div>
        ))}
      </dl>
      {before && before.text !== version.text ? (
        <p className="m-0 max-w-[72ch] whitespace-pre-wrap break-words">
          {difference(before.text, version.text).map(({ kind, text }, at) => (kind === 'same' ? <span key={at}>{text}</span> : kind === 'gone' ? <Gone key={at} text={text} /> : <Added key={at} text={text} />))}
        </p>
      ) : before ? (
        <p className="m-0 text-muted">{t('guidelines.sameText')}</p>
      ) : (
        <GuidelineText text={version.text} />
      )}
    </li>
  );
}

/** Neither by colour alone: what is gone is struck through, what is new underlined. */
const Gone = ({ text }: { text: string }) => <del className="rounded-sm bg-red-soft text-red decoration-1">{text}</del>;
const Added = ({ text }: { text: string }) => <ins className="rounded-sm bg-green-soft text-green decoration-1 underline-offset-2">{text}</ins>;

/** From and until, when it matters, and which tickets: always the same three. */
function useFacts(): (version: GuidelineVersion) => { name: string; value: string }[] {
  const t = useT();
  const formats = useFormats();
  const words = useConditionWords();
  return ({ effective_from: from, effective_until: until, moments, conditions }) => {
    const lines = words(conditions);
    const begins = formats.dateTime(new Date(from));
    return [
      { name: t('guidelines.inForce'), value: until ? t('guidelines.fromUntil', { from: begins, until: formats.dateTime(new Date(until)) }) : t('guidelines.since', { from: begins }) },
      { name: t('guidelines.moments'), value: moments.map((moment) => t(momentWord(moment))).join(' · ') },
      { name: t('guidelines.conditions'), value: lines.length > 0 ? lines.join(' · ') : t('guidelines.conditions.every') },
    ];
  };
}
