import type { Language } from '@ombud/i18n';

/** The words for moments in one language, folded (fold.ts); `|` between those that mean the same. All are parts of regular expressions. */
export interface WhenWords {
  today: string;
  tomorrow: string;
  dayAfter: string;
  /** Sunday first */
  weekdays: readonly string[];
  months: readonly string[];
  /** Of a weekday: the one of next week */
  next: string;
  thisWeek: string;
  nextWeek: string;
  endOfMonth: string;
  /** The day as such, by its end */
  endOfDay: string;
  /** The end of working hours */
  endOfWork: string;
  /** Before "two hours" */
  within: string;
  halfHour: string;
  minutes: string;
  hours: string;
  days: string;
  workDays: string;
  weeks: string;
  /** From one on */
  numbers: readonly string[];
  /** Before "15" */
  at: string;
  /** Between day and month */
  of: string;
  between: string;
  and: string;
  noon: string;
  morning: string;
  afternoon: string;
  evening: string;
}

export const whenWords: Record<Language, WhenWords> = {
  en: {
    today: 'today|tonight', tomorrow: 'tomorrow|tmrw', dayAfter: '(?:the )?day after tomorrow',
    weekdays: ['sunday|sun', 'monday|mon', 'tuesday|tues|tue', 'wednesday|wed', 'thursday|thurs|thur|thu', 'friday|fri', 'saturday|sat'],
    months: ['january|jan', 'february|feb', 'march|mar', 'april|apr', 'may', 'june|jun', 'july|jul', 'august|aug', 'september|sept|sep', 'october|oct', 'november|nov', 'december|dec'],
    next: 'next', thisWeek: '(?:end of (?:the|this) week|this week|later this week)', nextWeek: '(?:(?:end of |early |sometime )?next week)', endOfMonth: 'end of (?:the|this) month',
    endOfDay: '(?:end of (?:the )?day|eod|end of today)', endOfWork: '(?:close of business|cob|end of business|eob|close of play|end of (?:the )?(?:working|business) day)',
    within: 'within(?: the)?(?: next)?|in(?: the)?(?: next)?|inside(?: of)?', halfHour: '(?:half an hour|half hour|30 min)',
    minutes: 'minutes|minute|mins|min', hours: 'hours|hour|hrs|hr', days: 'days|day', workDays: '(?:working|business|work) days?', weeks: 'weeks|week',
    numbers: ['one|an|a', 'two|a couple of|couple of', 'three|a few', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    at: "at|by|before|until|no later than|not later than|around|about|latest|from", of: 'of ', between: 'between|from', and: 'and|to|till|until', noon: 'noon|midday|lunch|lunchtime',
    morning: 'morning', afternoon: 'afternoon', evening: 'evening|tonight',
  },
  sv: {
    today: 'idag|i dag|ikvall|i kvall', tomorrow: 'imorgon|i morgon|imorn|i morron', dayAfter: 'i ?overmorgon',
    weekdays: ['sondag(?:en)?', 'mandag(?:en)?', 'tisdag(?:en)?', 'onsdag(?:en)?', 'torsdag(?:en)?', 'fredag(?:en)?', 'lordag(?:en)?'],
    months: ['januari|jan', 'februari|feb', 'mars', 'april|apr', 'maj', 'juni|jun', 'juli|jul', 'augusti|aug', 'september|sept', 'oktober|okt', 'november|nov', 'december|dec'],
    next: 'nasta|nastkommande', thisWeek: '(?:(?:innan |fore |i )?slutet (?:av|pa) veckan|den har veckan|denna vecka|i veckan|innan veckan ar slut|fore veckans slut|innan veckans slut)', nextWeek: '(?:nasta vecka|i borjan av nasta vecka)', endOfMonth: '(?:slutet (?:av|pa) manaden|manadens slut|manadsskiftet)',
    endOfDay: '(?:dagens slut|under dagen|innan dagen ar slut|fore dagens slut)', endOfWork: '(?:arbetsdagens slut|kontorstidens slut|stangning)',
    within: 'inom(?: de narmaste)?|om', halfHour: '(?:en halvtimme|en halv ?timma?e?|halvtimmen)',
    minutes: 'minuter|minut|min', hours: 'timmar|timmen|timme|timma|tim', days: 'dagar|dag|dygn', workDays: '(?:arbetsdag(?:ar)?|vardag(?:ar)?|bankdag(?:ar)?)', weeks: 'veckor|vecka',
    numbers: ['en|ett', 'tva|ett par', 'tre|nagra', 'fyra', 'fem', 'sex', 'sju', 'atta', 'nio', 'tio'],
    at: 'kl\\.?|klockan|senast|innan|fore|till|vid|runt|fran', of: '', between: 'mellan|fran', and: 'och|till', noon: 'lunch|lunchen|klockan tolv|middagstid',
    morning: 'bitti|morgon|formiddag(?:en)?|pa morgonen', afternoon: 'eftermiddag(?:en)?|e\\.?m\\.?', evening: 'kvall(?:en)?|ikvall|i kvall',
  },
  es: {
    today: 'hoy|esta (?:tarde|noche|manana)', tomorrow: '(?<!\\b(?:la|esta|de|por) )manana', dayAfter: 'pasado manana',
    weekdays: ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
    months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre|setiembre', 'octubre', 'noviembre', 'diciembre'],
    next: '(?!)', thisWeek: '(?:(?:a|para|antes de|al|a) ?(?:el )?fin(?:al)?(?:es)? de (?:la|esta) semana|final de (?:la|esta) semana|esta semana|fin de (?:la )?semana laboral)', nextWeek: '(?:la semana que viene|la proxima semana|la semana proxima|la semana siguiente)', endOfMonth: '(?:fin(?:al)?(?:es)? de(?:l)? mes|final de mes)',
    endOfDay: '(?:final del dia|fin del dia|a lo largo del dia|durante el dia|antes de que acabe el dia)', endOfWork: '(?:final de la jornada|cierre de la oficina|fin de la jornada)',
    within: 'en(?: las proximas| los proximos| menos de| un plazo de| el plazo de)?|dentro de', halfHour: 'media hora',
    minutes: 'minutos|minuto|min', hours: 'horas|hora', days: 'dias|dia', workDays: '(?:dias? (?:habil(?:es)?|laborables?))', weeks: 'semanas|semana',
    numbers: ['una|un|uno', 'dos|un par de', 'tres|unos', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
    at: 'a las?|antes de las?|sobre las?|hasta las?|hacia las?|desde las?|de las?', of: 'de ', between: 'entre las?|de', and: 'y las?|y|a las?|a', noon: 'mediodia',
    morning: '(?:por|de|en) la manana|esta manana|a primera hora', afternoon: '(?:por|de|en) la tarde|esta tarde', evening: '(?:por|de|en) la noche|esta noche',
  },
  da: {
    today: 'i ?dag|i ?aften|i eftermiddag|i formiddag', tomorrow: 'i ?morgen', dayAfter: 'i ?overmorgen',
    weekdays: ['sondag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lordag'],
    months: ['januar|jan', 'februar|feb', 'marts', 'april|apr', 'maj', 'juni|jun', 'juli|jul', 'august|aug', 'september|sept', 'oktober|okt', 'november|nov', 'december|dec'],
    next: 'naeste|naestkommende', thisWeek: '(?:(?:i )?slutningen af ugen|inden ugen er omme|i denne uge|denne uge|inden ugens udgang|i lobet af ugen)', nextWeek: '(?:(?:i )?naeste uge)', endOfMonth: '(?:slutningen af maneden|maneds(?:skiftet|slut)|inden manedens udgang)',
    endOfDay: '(?:inden dagens udgang|dagens udgang|i lobet af dagen|inden dagen er omme)', endOfWork: '(?:arbejdstids ophor|lukketid|inden fyraften|fyraften)',
    within: 'inden for(?: de naeste)?|indenfor(?: de naeste)?|om|inden', halfHour: '(?:en halv time|en halv times tid)',
    minutes: 'minutter|minut|min', hours: 'timer|time|timen', days: 'dage|dag|dogn', workDays: '(?:hverdage?|arbejdsdage?|bankdage?)', weeks: 'uger|uge',
    numbers: ['en|et', 'to|et par', 'tre|nogle fa', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'],
    at: 'kl\\.?|klokken|senest|inden|for|ved|omkring|fra', of: '', between: 'mellem|fra', and: 'og|til', noon: 'middag|frokost|klokken tolv',
    morning: 'tidlig|formiddag|morgenstunden|om morgenen|i formiddag', afternoon: 'eftermiddag|i eftermiddag', evening: 'aften|i aften',
  },
  pl: {
    today: 'dzisiaj|dzis|dzisiejszego dnia', tomorrow: 'jutro|jutra|jutrzejszego dnia', dayAfter: 'pojutrze',
    weekdays: ['niedziel[aei]|niedziele', 'poniedzialek|poniedzialku', 'wtorek|wtorku', 'srod[aey]', 'czwartek|czwartku', 'piatek|piatku', 'sobot[aey]'],
    months: ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'wrzesnia', 'pazdziernika', 'listopada', 'grudnia'],
    next: 'przyszly|przyszla|przyszlego|nastepny|nastepna', thisWeek: '(?:(?:do |pod |z )?kon(?:ca|iec|cem) tygodnia|w tym tygodniu|jeszcze w tym tygodniu)', nextWeek: '(?:(?:w )?(?:przyszlym|nastepnym) tygodniu|przyszlego tygodnia)', endOfMonth: '(?:(?:do |pod )?kon(?:ca|iec) miesiaca)',
    endOfDay: '(?:(?:do |pod )?kon(?:ca|iec) dnia|w ciagu dnia|do konca dzisiejszego dnia)', endOfWork: '(?:konca (?:dnia pracy|dnia roboczego|pracy))',
    within: 'w ciagu(?: najblizszych)?|za|przez najblizsze', halfHour: 'pol godziny',
    minutes: 'minut|minuty|minute|min', hours: 'godzin|godziny|godzine|godz\\.?', days: 'dni|dzien|dob[ey]?', workDays: '(?:dni (?:roboczych|robocze)|dnia roboczego)', weeks: 'tygodni|tygodnie|tydzien|tygodnia',
    numbers: ['jednej|jednego|jeden|jedna', 'dwoch|dwa|dwie|paru|kilku', 'trzech|trzy', 'czterech|cztery', 'pieciu|piec', 'szesciu|szesc', 'siedmiu|siedem', 'osmiu|osiem', 'dziewieciu|dziewiec', 'dziesieciu|dziesiec'],
    at: 'o(?: godz(?:inie|\\.)?)?|do(?: godz(?:iny|\\.)?)?|przed(?: godz(?:ina|\\.)?)?|okolo|kolo|po(?: godz(?:inie|\\.)?)?|od(?: godz(?:iny|\\.)?)?|godz\\.?', of: '', between: 'miedzy|od|pomiedzy', and: 'a|do|i', noon: 'poludni(?:em|a|e)',
    morning: 'rano|przed poludniem|z rana', afternoon: 'po poludniu|popoludniu', evening: 'wieczorem|wieczor',
  },
};
