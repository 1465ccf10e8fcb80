/**
 * Subjects that absent people's programs write, by language. They begin the subject, or follow its usual prefix:
 * somebody who writes about an out-of-office reply does not match.
 */
const prefixes = /^(((re|aw|sv|vs|antw|odp|rv|tr|fwd?)( ?\[\d{1,3}\])?: ?){0,3})/i;
const away: RegExp[] = [
  /^(out of (the )?office|out-of-office|ooo\b|away from (the )?office|i am (currently )?(out of|away|on (vacation|leave|holiday))|i'm (currently )?(out of|away|on (vacation|leave|holiday))|on (annual |parental |maternity |sick )?(vacation|leave|holiday)\b|vacation (reply|response|notice)|absence (notice|reply)|away (message|notice))/i,
  /^(abwesenheits(notiz|meldung|assistent|hinweis|agent|nachricht)|abwesend|abwesenheit|ich bin (im urlaub|nicht im|abwesend|außer haus)|nicht im (büro|haus)|außer haus|urlaub(snotiz|smeldung)?\b)/i,
  /^(frånvaro(meddelande|besked)?|ej på kontoret|inte på kontoret|(jag )?är (inte på kontoret|på semester|bortrest|tjänstledig|föräldraledig)|på semester|semester(meddelande)?\b|tjänstledig|föräldraledig)/i,
  /^(fravær(sbesked|smelding|endeassistent|sassistent)?|ikke på (kontoret|arbejde|jobb)|ikke til stede|ude af kontoret|(jeg )?er på ferie|på ferie|ferie(besked|melding)\b)/i,
  /^(fuera de (la )?oficina|ausencia( temporal)?|ausente|(estoy )?de vacaciones|respuesta de (ausencia|vacaciones)|no estoy en la oficina)/i,
  /^(fora (do|de) escritório|fora da empresa|ausência( temporária)?|(estou )?de férias|resposta de ausência)/i,
  /^(nieobecno(ść|sc)|poza biurem|jestem (na urlopie|nieobecn|poza biurem)|na urlopie|urlop\b|informacja o nieobecno)/i,
  /^(absence( du bureau)?\b|absent(e)?( du bureau)?\b|(je suis )?(en congés?|en vacances|absent)|hors du bureau|notification d['’]absence|message d['’]absence)/i,
  /^(afwezig(heid)?|niet aanwezig|niet op kantoor|buiten kantoor|(ik ben )?(op vakantie|met vakantie|afwezig)|afwezigheids(bericht|assistent|melding))/i,
  /^(fuori (sede|ufficio)|assenza|assente|(sono )?in ferie|avviso di assenza)/i,
  /^(poissa( toimistolta)?|olen (lomalla|poissa)|lomalla)/i,
  /^(нет на работе|вне офиса|в отпуске|отсутствую|я в отпуске|поза офісом|у відпустці)/i,
  /^(mimo kancelář|nepřítomnost|jsem na dovolené|mimo kanceláriu|házon kívül|irodán kívül|ofis dışında)/i,
  /^(不在|外出中|休暇|自動不在|外出|假期|休假|不在办公室|부재중)/,
];
/** Bare words with which an employee also asks for leave: by themselves they do not prove a program. */
const leave =
  /^(absence|on (annual |parental |maternity |sick )?(vacation|leave|holiday)|vacation|urlaub|abwesenheit|abwesend|semester|på semester|tjänstledig|frånvaro|fravær|ferie|på ferie|ausencia|vacaciones|de vacaciones|ausência|de férias|nieobecno(ść|sc)|urlop|na urlopie|en congés?|en vacances|absent|afwezig|op vakantie|assenza|in ferie|lomalla|в отпуске|отсутствую|у відпустці|休暇|外出|假期|休假)(?![\p{L}])[^:：]*$/iu;
const automatic: RegExp[] = [
  /^(auto(matic|mated|matisk|matyczn[ae]|matique|matica|mática|matisch(e|es)?|matisches)?[- ]?(reply|response|respons|answer|svar|antwort|odpowied[zź]|respuesta|resposta|réponse|risposta|antwoord|vastaus|acknowledge?ment)|(reply|response|respuesta|resposta|réponse|risposta|odpowiedź|antwort) (automática|automatique|automatica|automatyczna|automatisch)|autosvar|auto-?reply|autoresponder|autoresponse|automatisch antwoord|automaattinen vastaus|automatické odpověd|автоматический ответ|автоответ|автоматична відповідь|自動応答|自動返信|自动回复|自動回覆|자동 ?(회신|응답)|automatikus válasz|otomatik yanıt|automatyczna odpowiedź|svar automatiskt|automatiskt svar|automatisk svar)/i,
];

/** A person answers ("Re: Out of office …"): automatic replies name themselves before the subject that they answer. */
export function isAnsweringSubject(subject: string): boolean {
  return (prefixes.exec(subject.slice(0, 300).trim())?.[0] ?? '') !== '';
}

export function mayAskForLeave(subject: string): boolean {
  return leave.test(bare(subject));
}

function bare(subject: string): string {
  return subject
    .slice(0, 300)
    .trim()
    .replace(prefixes, '')
    .replace(/^[[(*\s"'„“”-]{1,10}/, '');
}

/** Somebody is away: shown small, and a solved ticket stays solved. */
export function isAwaySubject(subject: string): boolean {
  const text = bare(subject);
  const rest = text.replace(/^[^:：]{1,40}[:：]\s{0,5}/, '');
  return away.some((p) => p.test(text)) || (isAutomaticSubject(subject) && away.some((p) => p.test(rest)));
}

export function isAutomaticSubject(subject: string): boolean {
  return automatic.some((p) => p.test(bare(subject)));
}
