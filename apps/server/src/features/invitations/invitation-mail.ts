import { isLanguage, type Language } from '@ombud/i18n';
import type { Context } from '../../context.ts';
import { linkTo, type SystemMail, type SystemMailJob } from '../system-mail/index.ts';
import { findOpenInvitation } from './invitations.queries.ts';

type Words = { subject: string; invited: string; invitedBy: string; rest: string };

const words: Record<Language, Words> = {
  en: {
    subject: 'Your invitation to {workspace}',
    invited: 'You are invited to work with {workspace} in Ombud.',
    invitedBy: '{inviter} invites you to work with {workspace} in Ombud.',
    rest: `Open this link to accept:

{link}

It works once and for 7 days. If you did not expect this mail, you need not do anything.`,
  },
  sv: {
    subject: 'Din inbjudan till {workspace}',
    invited: 'Du är inbjuden att arbeta med {workspace} i Ombud.',
    invitedBy: '{inviter} bjuder in dig att arbeta med {workspace} i Ombud.',
    rest: `Öppna länken för att tacka ja:

{link}

Den fungerar en gång och i 7 dagar. Om du inte väntade dig det här mejlet behöver du inte göra något.`,
  },
  es: {
    subject: 'Tu invitación a {workspace}',
    invited: 'Te han invitado a trabajar con {workspace} en Ombud.',
    invitedBy: '{inviter} te invita a trabajar con {workspace} en Ombud.',
    rest: `Abre este enlace para aceptar:

{link}

Sirve una sola vez y durante 7 días. Si no esperabas este correo, no tienes que hacer nada.`,
  },
  da: {
    subject: 'Din invitation til {workspace}',
    invited: 'Du er inviteret til at arbejde med {workspace} i Ombud.',
    invitedBy: '{inviter} inviterer dig til at arbejde med {workspace} i Ombud.',
    rest: `Åbn linket for at sige ja:

{link}

Det virker én gang og i 7 dage. Hvis du ikke ventede denne mail, behøver du ikke gøre noget.`,
  },
  pl: {
    subject: 'Zaproszenie do {workspace}',
    invited: 'Masz zaproszenie do pracy z {workspace} w Ombud.',
    invitedBy: '{inviter} zaprasza Cię do pracy z {workspace} w Ombud.',
    rest: `Aby je przyjąć, otwórz ten link:

{link}

Działa jeden raz i przez 7 dni. Jeśli nie spodziewasz się tej wiadomości, nie musisz nic robić.`,
  },
};

/** The mail with the link; null when the invitation is gone or its link was given another way. */
export async function writeInvitation(context: Pick<Context, 'db' | 'sealer' | 'clock' | 'config'>, job: SystemMailJob): Promise<SystemMail | null> {
  const invitation = job.invitation_id === null ? null : await findOpenInvitation(context.db, { id: job.invitation_id }, context.clock.now());
  if (!invitation || job.token_sealed === null) return null;
  const { publicUrl } = context.config;
  const language = isLanguage(invitation.language) ? invitation.language : 'en';
  const { subject, invited, invitedBy, rest } = words[language];
  const values: Record<string, string> = { workspace: invitation.workspace, inviter: invitation.inviter_name ?? '', link: linkTo(publicUrl, 'invitation', context.sealer.open(job.token_sealed)) };
  const fill = (text: string) => text.replace(/\{(workspace|inviter|link)\}/g, (_whole, name: string) => values[name] ?? '');
  return {
    workspaceId: invitation.workspace_id,
    to: invitation.email,
    language,
    subject: fill(subject),
    text: `${fill(invitation.inviter_name ? invitedBy : invited)}\n\n${fill(rest)}\n`,
    messageId: `<invitation-${job.id}-${job.created_at.getTime()}@${new URL(publicUrl).hostname}>`,
  };
}
