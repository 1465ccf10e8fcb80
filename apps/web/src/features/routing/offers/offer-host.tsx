import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { live } from '../../../lib/live.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { shownBulkChanges } from '../../tickets/bulk/use-bulk-changes.ts';
import { closeEnded } from './close-ended.ts';
import { AwayCard } from './away-card.tsx';
import { OfferCard } from './offer-card.tsx';
import { ownOffersOptions, useAnswerOffer, type Offer } from './offer-queries.ts';

/** What is offered to the agent, in the corner of whatever page is shown, and the word that they are away when they have answered nothing. */
export function OfferHost() {
  const may = useMay('tickets.write');
  const { agent } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data, dataUpdatedAt } = useQuery({ ...ownOffersOptions, enabled: may });
  const [seenAway, setSeenAway] = useState<string | null>(null);
  const answer = useAnswerOffer((number) => void navigate({ to: '/inbox/$view/$number', params: { view: 'mine', number } }));
  useEffect(
    () =>
      live.subscribe((message) => {
        const isOwn = message.type === 'event' && message.event.type === 'availability.updated' && message.event.data['agent_id'] === agent.id;
        if (message.type === 'offers' || isOwn) void client.invalidateQueries({ queryKey: ownOffersOptions.queryKey });
      }),
    [client, agent.id],
  );
  useEffect(() => {
    if (data) void closeEnded(data.items.map(({ id }) => id));
  }, [data]);
  const offer = answer.isPending ? null : (data?.items[0] ?? null);
  const say = (accept: boolean, note = '') => offer && answer.mutate({ offer, accept, note });
  const isBulkShown = useStore(shownBulkChanges).length > 0;
  useCommands([
    { id: 'offer.accept', label: 'routing.offer.acceptIt', group: 'general', icon: <Check />, keys: ['shift+y'], enabled: () => offer !== null, run: () => say(true) },
    { id: 'offer.decline', label: 'routing.offer.declineIt', group: 'general', icon: <X />, keys: ['shift+n'], enabled: () => offer !== null, run: () => say(false) },
  ]);
  const away = data?.away_since ?? null;
  return (
    <>
      <Announced offer={offer} />
      <div className={`pointer-events-none fixed inset-x-3 z-30 mx-auto flex max-w-md flex-col gap-2 desk:right-4 desk:left-auto desk:w-88 ${isBulkShown ? 'bottom-[calc(13rem+env(safe-area-inset-bottom))] desk:bottom-36' : 'bottom-[calc(4.5rem+env(safe-area-inset-bottom))] desk:bottom-4'}`}>
        {offer && <OfferCard key={offer.id} offer={offer} readAt={dataUpdatedAt} onAnswer={say} onOver={() => void client.invalidateQueries({ queryKey: ownOffersOptions.queryKey })} />}
        {!offer && away !== null && away !== seenAway && <AwayCard onClose={() => setSeenAway(away)} />}
      </div>
    </>
  );
}

/** Read out once when an offer comes: the seconds that pass are not. */
function Announced({ offer }: { offer: Offer | null }) {
  const t = useT();
  return (
    <p role="alert" className="sr-only">
      {offer && t('routing.offer.announce', { subject: offer.ticket.subject, customer: offer.ticket.customer, count: offer.seconds })}
    </p>
  );
}
