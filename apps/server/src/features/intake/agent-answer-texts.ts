import type { Language } from '@ombud/i18n';
import type { Refusal } from './agent-answer.rules.ts';

type Texts = { claims: string; /** Why the words of a mail are asked for that takes an approval */ asks: string; reasons: Record<Refusal, string> };

/** The note that is left on a ticket when a mail that claims to be an agent's is not taken; in the desk's language. */
export const refusalTexts: Record<Language, Texts> = {
  en: {
    claims: 'A mail that claims to be from {name} came to the address at which only {name} answers this ticket. It was not taken, and nothing was sent: {reason} What came is attached.',
    asks: 'Answered by mail.',
    reasons: {
      forged: 'its sender ({from}) could not be verified.',
      not_theirs: 'it came from {from}, which is not their address.',
      no_agent: 'they do not answer tickets here (any more).',
      not_seen: 'they do not see this ticket (any more).',
      empty: 'there was nothing new in it.',
      closed: 'the ticket is closed.',
      no_recipient: 'nobody on this ticket can get it by mail.',
      not_possible: 'the ticket does not allow it as it is now.',
    },
  },
  sv: {
    claims: 'Ett mejl som säger sig komma från {name} kom till adressen där bara {name} svarar på ärendet. Det togs inte emot, och inget skickades: {reason} Det som kom är bifogat.',
    asks: 'Besvarat per mejl.',
    reasons: {
      forged: 'avsändaren ({from}) gick inte att verifiera.',
      not_theirs: 'det kom från {from}, som inte är personens adress.',
      no_agent: 'personen svarar inte (längre) på ärenden här.',
      not_seen: 'personen ser inte (längre) ärendet.',
      empty: 'det fanns inget nytt i det.',
      closed: 'ärendet är stängt.',
      no_recipient: 'ingen på ärendet kan få det per mejl.',
      not_possible: 'ärendet tillåter det inte som det är nu.',
    },
  },
  es: {
    claims: 'A la dirección en la que solo {name} responde a este ticket llegó un correo que dice ser de {name}. No se aceptó y no se envió nada: {reason} Lo que llegó va adjunto.',
    asks: 'Respondido por correo.',
    reasons: {
      forged: 'no se pudo verificar el remitente ({from}).',
      not_theirs: 'llegó de {from}, que no es su dirección.',
      no_agent: 'esa persona (ya) no responde tickets aquí.',
      not_seen: 'esa persona (ya) no ve este ticket.',
      empty: 'no contenía nada nuevo.',
      closed: 'el ticket está cerrado.',
      no_recipient: 'nadie en este ticket puede recibirlo por correo.',
      not_possible: 'el ticket no lo permite en su estado actual.',
    },
  },
  da: {
    claims: 'En mail, der siger at være fra {name}, kom til adressen, hvor kun {name} svarer på sagen. Den blev ikke modtaget, og intet blev sendt: {reason} Det, der kom, er vedhæftet.',
    asks: 'Besvaret på mail.',
    reasons: {
      forged: 'afsenderen ({from}) kunne ikke bekræftes.',
      not_theirs: 'den kom fra {from}, som ikke er personens adresse.',
      no_agent: 'personen svarer ikke (længere) på sager her.',
      not_seen: 'personen ser ikke (længere) sagen.',
      empty: 'der var intet nyt i den.',
      closed: 'sagen er lukket.',
      no_recipient: 'ingen på sagen kan få den på mail.',
      not_possible: 'sagen tillader det ikke, som den er nu.',
    },
  },
  pl: {
    claims: 'Na adres, z którego na to zgłoszenie odpowiada tylko {name}, przyszła wiadomość podająca się za wiadomość tej osoby. Nie została przyjęta i nic nie wysłano: {reason} To, co przyszło, jest w załączniku.',
    asks: 'Odpowiedź nadeszła e-mailem.',
    reasons: {
      forged: 'nie udało się zweryfikować nadawcy ({from}).',
      not_theirs: 'przyszła z adresu {from}, który nie należy do tej osoby.',
      no_agent: 'ta osoba nie odpowiada (już) tutaj na zgłoszenia.',
      not_seen: 'ta osoba nie widzi (już) tego zgłoszenia.',
      empty: 'nie było w niej nic nowego.',
      closed: 'zgłoszenie jest zamknięte.',
      no_recipient: 'nikt w tym zgłoszeniu nie może jej dostać e-mailem.',
      not_possible: 'zgłoszenie nie pozwala na to w obecnym stanie.',
    },
  },
};
