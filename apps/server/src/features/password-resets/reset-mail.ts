import { isLanguage, type Language } from '@ombud/i18n';
import type { Context } from '../../context.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { keepToken, linkTo, newLinkToken, type SystemMail, type SystemMailJob } from '../system-mail/index.ts';
import { findForgetful, saveReset } from './password-resets.queries.ts';

export const goodFor = 3600_000;

const words: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'A new password for Ombud',
    text: `Somebody, probably you, has asked for a new password for Ombud. Open this link to choose one:

{link}

It works once and for one hour. If it was not you, you need not do anything: your password stays as it is.`,
  },
  sv: {
    subject: 'Ett nytt lösenord till Ombud',
    text: `Någon, troligen du, har bett om ett nytt lösenord till Ombud. Öppna länken för att välja ett:

{link}

Den fungerar en gång och i en timme. Var det inte du behöver du inte göra något: ditt lösenord är oförändrat.`,
  },
  es: {
    subject: 'Una contraseña nueva para Ombud',
    text: `Alguien, probablemente tú, ha pedido una contraseña nueva para Ombud. Abre este enlace para elegirla:

{link}

Sirve una sola vez y durante una hora. Si no has sido tú, no tienes que hacer nada: tu contraseña no cambia.`,
  },
  da: {
    subject: 'En ny adgangskode til Ombud',
    text: `Nogen, sandsynligvis dig, har bedt om en ny adgangskode til Ombud. Åbn linket for at vælge en:

{link}

Det virker én gang og i en time. Var det ikke dig, behøver du ikke gøre noget: din adgangskode er uændret.`,
  },
  pl: {
    subject: 'Nowe hasło do Ombud',
    text: `Ktoś, prawdopodobnie Ty, prosi o nowe hasło do Ombud. Aby je ustawić, otwórz ten link:

{link}

Działa jeden raz i przez godzinę. Jeśli to nie Ty, nie musisz nic robić: Twoje hasło pozostaje bez zmian.`,
  },
};

/** Only here it is looked up whether the address signs in: null when it does not. A repeat sends the same link. */
export async function writeReset(context: Pick<Context, 'db' | 'sealer' | 'clock' | 'config'>, job: SystemMailJob): Promise<SystemMail | null> {
  const { db, sealer, clock } = context;
  const { publicUrl } = context.config;
  const person = await findForgetful(db, job.address, clock.now());
  if (!person) return null;
  const token = job.token_sealed === null ? newLinkToken() : sealer.open(job.token_sealed);
  if (job.token_sealed === null)
    await db.transaction().execute(async (tx) => {
      await saveReset(tx, { userId: person.user_id, hash: hashToken(token), expiresAt: new Date(clock.now().getTime() + goodFor) });
      await keepToken(tx, job.id, sealer.seal(token));
    });
  const language = isLanguage(person.language) ? person.language : 'en';
  const { subject, text } = words[language];
  return {
    workspaceId: person.workspace_id,
    to: job.address,
    language,
    subject,
    text: `${text.replace('{link}', () => linkTo(publicUrl, 'new-password', token))}\n`,
    messageId: `<password-${job.id}-${job.created_at.getTime()}@${new URL(publicUrl).hostname}>`,
  };
}
