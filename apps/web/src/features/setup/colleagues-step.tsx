import { Button } from '@ombud/ui';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { toastDone } from '../../lib/toasts.ts';
import { InvitationsSection } from '../settings/agents/invitations-section.tsx';
import { InviteDialog } from '../settings/agents/invite-dialog.tsx';
import { SecretDialog } from '../settings/parts/secret-dialog.tsx';
import type { NewInvitation } from '../settings/types.ts';
import { useLeaveStep } from './setup-query.ts';
import { StepActions, StepFrame } from './step-frame.tsx';

/** Who else works here: invited by mail, or by a link to hand over where no mail goes out yet. */
export function ColleaguesStep() {
  const t = useT();
  const leave = useLeaveStep('colleagues');
  const [inviting, setInviting] = useState(false);
  const [handedOver, setHandedOver] = useState<{ invitation: NewInvitation; byChoice: boolean } | null>(null);
  const invited = (invitation: NewInvitation) => {
    setInviting(false);
    if (invitation.link === null) toastDone(t('people.invite.sent', { email: invitation.email }));
    else setHandedOver({ invitation, byChoice: false });
  };
  return (
    <StepFrame title={t('setup.colleagues.title')} lead={t('setup.colleagues.lead')}>
      <Button icon={<UserPlus className="size-4" />} onClick={() => setInviting(true)}>{t('people.invite')}</Button>
      <InvitationsSection onLink={(invitation, byChoice) => setHandedOver({ invitation, byChoice })} />
      <StepActions main={<Button tone="primary" onClick={() => void leave('done')}>{t('setup.continue')}</Button>} onLater={() => leave('later')} />
      {inviting && <InviteDialog onInvited={invited} onClose={() => setInviting(false)} />}
      {handedOver?.invitation.link && (
        <SecretDialog
          title={handedOver.byChoice ? t('people.invitation.copy.title') : t('people.invitation.copy.noServer')}
          text={t('people.invitation.copy.text', { email: handedOver.invitation.email })}
          label={t('people.invitation.copy.label')}
          secret={handedOver.invitation.link}
          doneLabel={t('settings.tokens.done')}
          onClose={() => setHandedOver(null)}
        />
      )}
    </StepFrame>
  );
}
