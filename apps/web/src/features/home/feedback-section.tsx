import { RelativeTime } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { DueWords } from '../staff-feedback/due-words.tsx';
import { feedbackPages, ownPages } from '../staff-feedback/feedback-queries.ts';
import { HomeSection } from './home-section.tsx';

const most = 5;
/** So long something about oneself is news. */
const newsFor = 14 * 86_400_000;
const rowClass = 'flex items-baseline gap-3 rounded-md px-2 py-2 outline-offset-[-2px] hover:bg-hover';

export function useFeedbackNews() {
  const me = useMe().agent.id;
  const open = useInfiniteQuery(feedbackPages('waiting')).data?.pages[0]?.items.filter(({ owner }) => owner === null || owner.id === me) ?? [];
  const own = useInfiniteQuery(ownPages).data?.pages[0]?.items.filter(({ released_at: at }) => Date.parse(at) > Date.now() - newsFor) ?? [];
  return { open, own };
}

/** Complaints that this agent deals with or nobody does, and what customers said about this agent of late. */
export function FeedbackSection() {
  const t = useT();
  const { open, own } = useFeedbackNews();
  return (
    <>
      <HomeSection title={t('staff-feedback.home')} count={Math.min(open.length, most)} all={open.length > most ? <Link to="/feedback" className="text-small text-accent-text hover:underline">{t('home.all')}</Link> : undefined}>
        {open.slice(0, most).map((item) => (
          <li key={item.id}>
            <Link data-home to="/feedback/$id" params={{ id: item.id }} className={`${rowClass} flex-wrap gap-y-0.5`}>
              <span className="min-w-0 grow truncate">{t('staff-feedback.of', { kind: t(`staff-feedback.kind.${item.kind}`), who: item.about.name })}</span>
              <span className="text-small text-muted"><DueWords item={item} /></span>
            </Link>
          </li>
        ))}
      </HomeSection>
      <HomeSection title={t('staff-feedback.home.own')} count={Math.min(own.length, most)} all={own.length > most ? <Link to="/feedback" search={{ of: 'me' }} className="text-small text-accent-text hover:underline">{t('home.all')}</Link> : undefined}>
        {own.slice(0, most).map((item) => (
          <li key={item.id}>
            <Link data-home to="/feedback" search={{ of: 'me' }} className={rowClass}>
              <span className="shrink-0 text-muted">{t(`staff-feedback.kind.${item.kind}`)}</span>
              <span className="min-w-0 flex-1 truncate">{item.text}</span>
              <RelativeTime at={item.released_at} className="shrink-0 text-small text-faint" />
            </Link>
          </li>
        ))}
      </HomeSection>
    </>
  );
}
