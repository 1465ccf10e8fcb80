/**
 * Words with which mail programs introduce a quotation ("On … wrote:"), by language.
 * `starters` open the line and are followed by a date; `verbs` carry the meaning;
 * `tails` may stand between the verb and the colon. Lower case; collected from what the
 * programs write in each language (Gmail, Apple Mail, Thunderbird, Outlook, webmails).
 */
interface AttributionWords {
  readonly starters?: readonly string[];
  readonly verbs: readonly string[];
  readonly tails?: readonly string[];
}

export const attributionWords: Readonly<Record<string, AttributionWords>> = {
  ar: { starters: ['في', 'بتاريخ'], verbs: ['كتب', 'كتبت'] },
  bg: { starters: ['на'], verbs: ['написа'] },
  ca: { starters: ['el', 'en data'], verbs: ['va escriure', 'ha escrit'] },
  cs: { starters: ['dne'], verbs: ['napsal(a)', 'napsal', 'napsala', 'napsal/a', 'píše'] },
  da: { starters: ['den', 'på', 'd.'], verbs: ['skrev'], tails: ['følgende'] },
  de: {
    starters: ['am', 'zitat von'],
    verbs: ['schrieb', 'hat geschrieben', 'geschrieben', 'schrieb/en', 'schreibt'],
    tails: ['folgendes', 'wie folgt'],
  },
  el: { starters: ['στις', 'την'], verbs: ['έγραψε', 'έγραψε/αν'] },
  en: {
    starters: ['on', 'at', 'quoting', 'in reply to', 'in response to', 'in message', 'in article'],
    verbs: ['wrote', 'writes', 'has written', 'said', 'spake thusly'],
    tails: ['the following', 'as follows'],
  },
  es: { starters: ['el', 'el día', 'en', 'con fecha'], verbs: ['escribió', 'escribio', 'ha escrito', 'escribía'], tails: ['lo siguiente'] },
  et: { verbs: ['kirjutas'] },
  eu: { verbs: ['idatzi du', 'igorleak hau idatzi du'] },
  fa: { starters: ['در'], verbs: ['نوشت', 'نوشته'] },
  fi: { verbs: ['kirjoitti', 'kirjoittaa'], tails: ['seuraavaa'] },
  fr: { starters: ['le', 'en réponse à', 'selon', 'en date du'], verbs: ['a écrit', 'écrit', 'a ecrit', 'écrivait', 'ecrivait'], tails: ['ce qui suit'] },
  gl: { starters: ['o'], verbs: ['escribiu'] },
  he: { starters: ['בתאריך', 'ב'], verbs: ['כתב', 'כתבה', 'כתב/ה', 'מאת'] },
  hr: { starters: ['dana', 'u'], verbs: ['je napisao', 'je napisala', 'napisao je', 'napisala je', 'je napisao/la', 'napisao/la je'] },
  hu: { verbs: ['írta', 'ezt írta', 'ezt írta (időpont'], starters: ['időpont'] },
  id: { starters: ['pada'], verbs: ['menulis'] },
  is: { starters: ['þann'], verbs: ['skrifaði'] },
  it: { starters: ['il', 'il giorno', 'in data', 'nel', 'alle'], verbs: ['ha scritto', 'scrisse', 'scrive', 'scriveva'], tails: ['quanto segue'] },
  ja: { verbs: ['さんは書きました', 'さんが書きました', 'は書きました', 'が書きました', 'のメール', 'のメッセージ', 'さんからのメール'] },
  ko: { verbs: ['님이 작성', '작성', '님이 쓴 글', '님의 말', '에 쓴 글'] },
  lt: { verbs: ['rašė', 'parašė'] },
  lv: { verbs: ['rakstīja'] },
  nl: {
    starters: ['op', 'citeren van'],
    verbs: ['schreef', 'geschreven', 'heeft geschreven', 'schreven'],
    tails: ['het volgende', 'het volgende geschreven'],
  },
  no: { starters: ['den', 'på', 'kl.'], verbs: ['skrev', 'skreiv', 'skreva', 'har skrevet'], tails: ['følgende', 'fylgjande'] },
  pl: {
    starters: ['dnia', 'w dniu', 'użytkownik', 'w wiadomości'],
    verbs: ['napisał(a)', 'napisał', 'napisała', 'pisze', 'napisał/a', 'wiadomość napisana przez', 'wiadomość napisana', 'wiadomość otrzymana'],
    tails: ['następującą wiadomość'],
  },
  pt: { starters: ['em', 'a', 'no dia', 'na', 'no', 'citando', 'às'], verbs: ['escreveu', 'escreveram', 'escreveu no dia', 'escrevi'], tails: ['o seguinte'] },
  ro: { starters: ['pe', 'în', 'in', 'la', 'la data'], verbs: ['a scris'] },
  ru: {
    starters: ['в', 'от', 'пользователь'],
    verbs: ['написал(а)', 'написал', 'написала', 'пишет', 'писал', 'писала', 'писал(а)', 'написал (-а)', 'написали', 'вы писали'],
    tails: ['следующее'],
  },
  sk: { starters: ['dňa'], verbs: ['napísal(a)', 'napísal', 'napísala', 'píše'] },
  sl: { starters: ['dne'], verbs: ['je napisal', 'je napisala', 'je napisal/a', 'napisal/-a'] },
  sr: { starters: ['дана'], verbs: ['је написао', 'је написала', 'је написао/ла', 'пише'] },
  sv: { starters: ['den', 'på', 'kl', 'kl.', 'citerar'], verbs: ['skrev', 'skriver', 'har skrivit'], tails: ['följande'] },
  th: { verbs: ['เขียนว่า', 'เขียน'] },
  tr: { verbs: ['tarihinde şunu yazdı', 'tarihinde şunları yazdı', 'şunu yazdı', 'şunları yazdı', 'yazdı', 'tarihinde yazdı'] },
  uk: { starters: ['в', 'у'], verbs: ['написав(ла)', 'написав', 'написала', 'пише', 'писав', 'писала', 'написав(-ла)', 'написав (ла)'] },
  vi: { starters: ['vào', 'vào lúc'], verbs: ['đã viết', 'viết'] },
  zh: {
    starters: ['在', '于', '於'],
    verbs: ['写道', '寫道', '写到', '寫到', '撰写', '撰寫', '写信', '编写', '的邮件'],
  },
};

/** Pronouns before a verb: "you wrote:" is a sentence unless a quotation follows at once. */
export const pronouns: ReadonlySet<string> = new Set(
  (
    'i you we he she they it who someone somebody one jag du ni vi han hon de man dere dei ich ihr er sie wir wer ' +
    'ik jij je u hij zij wij jullie je tu il elle nous vous ils elles on yo tú usted él ella nosotros ustedes eu você ele ela ' +
    'nós vocês io lei lui noi voi ja ty on ona my wy я ты вы он она мы они ви він вона ми minä sinä hän me te mig dig os'
  ).split(' '),
);

/** Small words that occur inside personal and company names. */
export const nameParticles: ReadonlySet<string> = new Set(
  'von van vom zu zur der den de da di do dos das del della du des la le el al bin ibn via av af auf and und och og et y e i of at for from the by & - | / to på til ter ten'.split(
    ' ',
  ),
);
