import type { Language } from '@ombud/i18n';

/** How one promises in a language, folded (fold.ts); parts of regular expressions, each looked for in one clause. */
export interface PromiseWords {
  /** Somebody of ours does something for the customer */
  promises: readonly string[];
  /** Of them, what is a call */
  call: string;
  /** No promise: denied, doubted, or on a condition */
  never: string;
}

const enDo = 'get back|come back|call|phone|ring|write|send|reply|respond|answer|let you know|be in touch|be back|follow up|update|contact|email|e-mail|mail|message|text|check|look into|look at|visit|be there|be with you|come (?:by|round|over|out)|stop by|fix|repair|replace|ship|deliver|finish|complete|refund|confirm|inform|notify|tell you|arrange|schedule|resolve|sort|have (?:an answer|it|this|that|the|your|news|a reply|an update)|give you|provide|process|credit|install|return|reach out|report back|investigate|review|prepare|forward|share|post|transfer|pay|test|hear';
const enSubject = "(?:i|we|(?:our|the|a|one of our|my) (?:[a-z]+ )?(?:team|technician|technicians|engineer|colleague|colleagues|specialist|department|manager|supervisor|driver|courier|supplier|warehouse|support)|somebody|someone)";

const svVerb = 'aterkommer|ringer|hor av|horer av|skickar|mejlar|mailar|svarar|meddelar|kontaktar|kollar|undersoker|fixar|lagar|levererar|besoker|kommer|bekraftar|betalar|aterbetalar|uppdaterar|skriver|informerar|aterkopplar|ser till|ordnar|reparerar|byter|forbereder|granskar|hor oss|slar en signal|ger (?:dig|er)|lamnar besked|tar kontakt|utreder|bokar|krediterar|postar|testar|foljer upp|faxar|vidarebefordrar';
const svInf = 'aterkomma|ringa|hora av|skicka|mejla|maila|svara|meddela|kontakta|kolla|undersoka|fixa|laga|leverera|besoka|komma|bekrafta|betala|aterbetala|uppdatera|skriva|informera|aterkoppla|se till|ordna|reparera|byta|forbereda|granska|sla en signal|ge (?:dig|er)|lamna besked|ta kontakt|utreda|boka|kreditera|posta|testa|folja upp|ha (?:ett|en|svar|besked|det)|vara (?:klar|klara|hos|framme|tillbaka)|faxa|vidarebefordra';
const svWho = '(?:jag|vi|en (?:tekniker|kollega|montor|servicetekniker)|var (?:tekniker|kollega|montor|leverantor|chef)|min (?:kollega|chef)|nagon (?:av oss|hos oss|fran oss)|teknikern|kollegan|montoren)';

const esVerb = 'llamare|llamaremos|llamo|llamamos|contestare|contestaremos|respondere|responderemos|respondo|respondemos|enviare|enviaremos|envio|enviamos|mandare|mandaremos|mando|mandamos|escribire|escribiremos|escribo|escribimos|avisare|avisaremos|aviso|avisamos|informare|informaremos|contactare|contactaremos|confirmare|confirmaremos|confirmo|confirmamos|volvere a|volveremos a|vuelvo a|volvemos a|devolvere|devolveremos|devuelvo|devolvemos|dire|diremos|dare|daremos|doy|damos|tendre|tendremos|revisare|revisaremos|comprobare|comprobaremos|mirare|miraremos|pasare|pasaremos|visitare|visitaremos|repararemos|reparare|entregaremos|entregare|reembolsaremos|reembolsare|abonaremos|abonare|arreglaremos|arreglare|cambiaremos|cambiare|instalaremos|solucionaremos|solucionare|resolveremos|resolvere|actualizare|actualizaremos|hare|haremos|prepararemos|preparare|contare|contaremos|notificaremos|notificare|remitire|remitiremos|facilitaremos|facilitare|recogeremos|estare|estaremos|ire|iremos|pondre|pondremos|pongo en contacto|ponemos en contacto|gestionaremos|gestionare|transferiremos|adelantaremos|investigaremos|investigare';
const daVerb = 'vender (?:tilbage|retur)|ringer|skriver|sender|svarer|kontakter|giver (?:dig|jer|besked|lyd)|melder|folger op|ordner|leverer|kigger|undersoger|bekraefter|betaler|refunderer|opdaterer|informerer|besoger|kommer|reparerer|bytter|mailer|horer|tager fat|tager kontakt|ser (?:pa|til)|tjekker|installerer|forbereder|fikser|overforer|krediterer|laver|aftaler|booker|faxer|efterser|gennemgar|er (?:hos|tilbage|klar|fremme)|har (?:et svar|svar|en losning|nyt)|rydder|retter';
const daInf = 'vende (?:tilbage|retur)|ringe|skrive|sende|svare|kontakte|give (?:dig|jer|besked|lyd)|melde|folge op|ordne|levere|kigge|undersoge|bekraefte|betale|refundere|opdatere|informere|besoge|komme|reparere|bytte|maile|tage (?:fat|kontakt)|se (?:pa|til)|tjekke|installere|forberede|fikse|overfore|kreditere|lave|aftale|booke|gennemga|vaere (?:hos|tilbage|klar|fremme)|have (?:et svar|svar|en losning|nyt)|rette';
const daWho = '(?:jeg|vi|en (?:tekniker|kollega|montor)|vores (?:tekniker|kollega|montor|leverandor|chef)|min (?:kollega|chef)|teknikeren|kollegaen|montoren|en af os)';

const plVerb = 'oddzwonie|oddzwonimy|zadzwonie|zadzwonimy|odezwe sie|odezwiemy sie|odpowiem|odpowiemy|odpisze|odpiszemy|wysle|wyslemy|przesle|przeslemy|napisze|napiszemy|dam (?:panu|pani|panstwu|ci|wam )?\\s?znac|damy (?:panu|pani|panstwu|ci|wam )?\\s?znac|skontaktuje sie|skontaktujemy sie|wroce|wrocimy|sprawdze|sprawdzimy|dostarczymy|dostarcze|przekaze|przekazemy|poinformuje|poinformujemy|powiadomie|powiadomimy|potwierdze|potwierdzimy|naprawimy|naprawie|przyjade|przyjedziemy|zalatwie|zalatwimy|zwrocimy|zwroce|udziele|udzielimy|wyjasnie|wyjasnimy|przygotuje|przygotujemy|wymienimy|wymienie|zajme sie|zajmiemy sie|rozwiazemy|rozwiaze|zrealizujemy|przelejemy|odesle|odeslemy|umowie|umowimy|bede|bedziemy|zaktualizuje|zaktualizujemy|podesle|podeslemy|wystawimy|wystawie|zainstalujemy|zbadamy|zbadam|przedzwonie|przedzwonimy|dokonamy|podam|podamy|usuniemy|usune|zamowimy|zamowie|nadamy|nadam';
const plThird = '(?:technik|serwisant|kolega|kolezanka|nasz [a-z]+|nasza [a-z]+|konsultant|konsultantka|kurier|kierownik|specjalista|ktos (?:od nas|z nas))';

export const promiseWords: Record<Language, PromiseWords> = {
  en: {
    promises: [
      `\\b${enSubject}(?:'ll| will| shall| am going to|'m going to| are going to|'re going to| promise to| can definitely| will definitely| is going to|'ll definitely| commit to| undertake to| guarantee to)(?: [a-z']+){0,2}? (?:${enDo})\\b`,
      `\\b${enSubject} (?:will|'ll) (?:be )?(?:[a-z]+ )?(?:calling|writing|sending|visiting|delivering|contacting|fixing|shipping|looking|getting back)\\b`,
      "\\byou(?:'ll| will| can expect| should)(?: then)? (?:hear|have|receive|get|expect|to hear|be (?:called|contacted|refunded|informed)|our|a (?:call|reply|response|answer)|an (?:answer|update))\\b",
      '\\byou can expect (?:a|an|our|my|to)\\b',
      "\\b(?:your|the) (?:refund|parcel|order|replacement|part|router|invoice|new [a-z]+|package|report|repair|device|line|modem|answer|offer|quote)(?: [a-z]+)?(?:'ll| will) (?:be|arrive|reach|go out|ship|work)\\b",
      "\\b(?:expect (?:a|my|our) (?:call|reply|answer))\\b",
      "\\b(?:i|we) promise\\b",
    ],
    call: "\\b(?:call|phone|ring|calling)\\b(?! (?:centre|center))",
    never: "\\b(?:not(?! later)|n't|cannot|never|unable|won't|can't|couldn't|didn't|no longer|if(?! possible| not (?:sooner|earlier|before))|unless|whether|might|may|maybe|perhaps|possibly|probably|would|could|hope|hoping|hopefully|try|trying|once|as soon as|when you|after you|until you|in case|assuming|provided|supposed|thought|said|wrote|told|asked|promised|whenever|depending|should you|were to)\\b",
  },
  sv: {
    promises: [
      `\\b${svWho}(?: [a-z]+){0,2}? (?:${svVerb})\\b`,
      `\\b${svWho} (?:ska|skall|kommer att|kommer|lovar att|lovar|tanker|far)(?: [a-z]+){0,3}? (?:${svInf})\\b`,
      `\\b(?:${svVerb})(?: [a-z]+){0,1}? ${svWho}\\b`,
      `\\b(?:ska|skall|kommer|lovar|far) ${svWho}(?: att)?(?: [a-z]+){0,2}? (?:${svInf})\\b`,
      '^\\W*(?:aterkommer|hor av mig|hor av oss|ringer|skickar|svarar|mejlar|meddelar|kollar|atekopplar|aterkopplar)\\b',
      '\\b(?:du|ni) (?:far|kommer att fa|hor fran|hor av|har)\\b',
      '\\b(?:far|har|hor) (?:du|ni) (?:ett |en |ert |din |ditt )?(?:svar|besked|aterbetalning|aterkoppling|fran oss|av oss|av mig|paket|samtal|offert|bekraftelse|losning|faktura|nya [a-z]+|ny [a-z]+|rapport)',
      '\\b(?:din|ert|er|din nya|paketet|pengarna|reservdelen|varan|ersattningen|aterbetalningen|routern|fakturan|offerten|rapporten|arendet|delen|leveransen) (?:[a-z]+ )?(?:skickas|levereras|kommer|ar (?:hos|klar|framme|atgardad)|betalas|ska vara|blir klar|gar ivag)\\b',
    ],
    call: '\\b(?:ring|ringer|ringa|slar en signal|sla en signal|samtal)\\b',
    never: '\\b(?:inte|ej|aldrig|inga|inget|ingen|kanske|eventuellt|forsok|forsoker|forsoka|hoppas|forhoppningsvis|mojligen|mojligtvis|troligen|troligtvis|antagligen|skulle|kunde|om (?:du|ni|det|den|han|hon|vi|jag|inte)|ifall|savida|nar (?:du|ni)|sa snart|sa fort|forutsatt|beror pa|ringde|skickade|aterkom|lovade|skrev|sade|sa att|om vi|trodde)\\b',
  },
  es: {
    promises: [
      `\\b(?:le|les|te|os|lo|la|los|las|se lo|se la|nos|me|yo|nosotros)? ?(?:${esVerb})\\b`,
      '\\b(?:voy|vamos) a (?:[a-z]+(?:ar|er|ir)(?:le|les|te|os|lo|la|selo|sela|nos|me)?)\\b',
      '\\b(?:me|nos) (?:pondre|pondremos|pongo|ponemos|comunicare|comunicaremos|comprometo|comprometemos|encargare|encargaremos|ocupare|ocuparemos|encargo|encargamos)\\b',
      '\\b(?:un|una|nuestro|nuestra|el|la|mi) (?:tecnico|tecnica|companero|companera|compañero|colega|equipo|especialista|responsable|mensajero|transportista|departamento)(?: [a-z]+){0,3}? (?:le |les |te |os |se )?(?:llamara|visitara|ira|pasara|contactara|pondra en contacto|respondera|escribira|acudira|reparara|llegara|entregara|enviara)\\b',
      '\\b(?:tendra|recibira|tendran|recibiran|tendras|recibiras|sabra|sabran)\\b',
      '\\b(?:su|el|la|tu|sus) (?:[a-z]+ )?(?:pedido|paquete|reembolso|pieza|router|factura|envio|respuesta|sustituto|repuesto|equipo|linea|informe|presupuesto)(?: [a-z]+)? (?:llegara|estara|saldra|sera|se enviara|quedara)\\b',
      '\\b(?:prometo|prometemos)\\b',
    ],
    call: '\\b(?:llam[a-z]+|llamada|telefone[a-z]+)\\b',
    never: '\\b(?:no(?! mas tarde)|nunca|tampoco|ni|quiza|quizas|tal vez|a lo mejor|posiblemente|probablemente|intentare|intentaremos|intento|tratare|trataremos|espero|esperamos|ojala|podria|podriamos|deberia|en caso de|siempre que|cuando (?:nos|me|usted|tenga|reciba|haya|envie)|en cuanto|una vez|a menos|salvo que|segun|depende|llame|llamo ayer|prometi|prometio|dijo|dijeron|dijimos|llamaron|haria|hariamos|llamaria|creia|supongo)\\b',
  },
  da: {
    promises: [
      `\\b${daWho}(?: [a-z]+){0,2}? (?:${daVerb})\\b`,
      `\\b${daWho} (?:vil|skal|kommer til at|lover at|lover|far)(?: [a-z]+){0,3}? (?:${daInf})\\b`,
      `\\b(?:${daVerb})(?: [a-z]+){0,1}? ${daWho}\\b`,
      `\\b(?:vil|skal|lover|far) ${daWho}(?: at)?(?: [a-z]+){0,2}? (?:${daInf})\\b`,
      `\\b(?:vender|giver|folger|ser|er|har) ${daWho} (?:tilbage|retur|dig|jer|besked|lyd|op|pa|klar|fremme|svar|et svar|en losning)`,
      '^\\W*(?:vender tilbage|vender retur|ringer|skriver|sender|svarer|giver lyd|kigger|melder tilbage)\\b',
      '\\b(?:du|i|de) (?:far|vil fa|horer (?:fra|nyt)|kan forvente|modtager)\\b',
      '\\b(?:far|horer|modtager) (?:du|i|de) (?:et |en |dit |din |jeres )?(?:svar|besked|fra os|fra mig|nyt|tilbud|opkald|pakke|bekraeftelse|losning|faktura|nye [a-z]+|ny [a-z]+|rapport|refusion)',
      '\\b(?:din|dit|pakken|pengene|reservedelen|varen|refusionen|routeren|fakturaen|tilbuddet|rapporten|sagen|delen|leveringen|belobet) (?:[a-z]+ )?(?:sendes|leveres|kommer|er (?:hos|klar|fremme|lost|pa)|udbetales|bliver|afsendes)\\b',
    ],
    call: '\\b(?:ring|ringer|ringe|opkald)\\b',
    never: '\\b(?:ikke|aldrig|ingen|intet|maske|muligvis|eventuelt|forsoger|forsoge|prover|prove|haber|forhabentlig|sandsynligvis|formentlig|ville|kunne|hvis|safremt|medmindre|nar (?:du|i|de|vi har)|sa snart|forudsat|afhaenger|ringede|sendte|skrev|lovede|sagde|troede|regner|burde|skulle)\\b',
  },
  pl: {
    promises: [
      `\\b(?:${plVerb})(?![a-z])`,
      '\\b(?:otrzyma|otrzymaja|dostanie|dostana|uslyszy|bedzie miec|bedzie mial|bedzie miala)(?: pan| pani| panstwo)?\\b',
      '\\b(?:pan|pani|panstwo) (?:otrzyma|otrzymaja|dostanie|dostana|bedzie|beda)\\b',
      `\\b${plThird}(?: [a-z]+){0,4}? (?:przyjedzie|zadzwoni|oddzwoni|odwiedzi|skontaktuje|odpowie|napisze|dostarczy|naprawi|wymieni|odbierze|przyjdzie|bedzie|odezwie|zajmie)`,
      `\\b(?:przyjedzie|zadzwoni|oddzwoni|odwiedzi|skontaktuje sie|odpowie|dostarczy|odezwie sie|przyjdzie)(?: [a-z]+){0,3}? ${plThird}`,
      '\\b(?:paczka|przesylka|zwrot|czesc|faktura|router|zamowienie|oferta|raport|srodki|pieniadze|naprawa|odpowiedz|umowa)(?: [a-z]+){0,2}? (?:dotrze|zostanie|zostana|bedzie|beda|wyjdzie|trafi|przyjdzie)\\b',
      '\\b(?:obiecuje|obiecujemy|zobowiazuje|zobowiazujemy)\\b',
    ],
    call: '\\b(?:oddzwoni[a-z]*|zadzwoni[a-z]*|przedzwoni[a-z]*|telefon[a-z]*)',
    never: '\\b(?:nie|nigdy|moze|byc moze|mozliwe|prawdopodobnie|chyba|postaram|postaramy|staram|sprobuje|sprobujemy|mam nadzieje|mamy nadzieje|jesli|jezeli|gdyby|gdy|kiedy|jak tylko|o ile|w przypadku|pod warunkiem|chcialbym|chcialabym|moglbym|moglibysmy|dzwonilem|dzwonilam|wyslalem|obiecalem|obiecalismy|mial|powinien|powinna|powinno|powinny|zalezy|ewentualnie|raczej|czy)\\b',
  },
};
