import type { LanguageTexts } from './texts.types.ts';

export const sv: LanguageTexts = {
  greetings: ['Hej,', 'Hej!', 'God morgon,', 'Hej {brand},', 'Hejsan,'],
  closings: ['Vänliga hälsningar\n{name}', 'Mvh\n{name}', 'Med vänlig hälsning,\n{name}', '{name}', 'Hälsningar\n{name}\n{street}'],
  agentGreetings: ['Hej {first}!', 'Hej {first},', 'Hejsan {first},'],
  agentClosings: ['Vänliga hälsningar\n{agent}', 'Med vänlig hälsning\n{agent}\n{brand}', 'Ha en fin dag!\n{agent}'],
  thanks: [
    'Toppen, nu fungerar det. Tack för snabb hjälp!',
    'Tack så mycket, då vet jag. Trevlig helg!',
    'Perfekt, det var precis det jag behövde.',
    'Nu är allt som det ska igen. Tack för att du orkade förklara.',
    'Stort tack, ni kan stänga ärendet.',
  ],
  chases: [
    'Hur går det med det här? Jag har inte hört något sedan jag skrev sist.',
    'Ursäkta att jag tjatar, men jag behöver verkligen få ett besked.',
    'Jag väntar fortfarande på svar. Kan någon titta på det i dag?',
    'Har det hänt något ännu?',
  ],
  updates: [
    'Jag vill bara höra av mig så att du inte behöver undra: ärendet ligger hos våra specialister och jag räknar med svar senast {later}. Jag skriver då, vad de än säger.',
    'Tack för ditt tålamod. Vi väntar fortfarande på motparten och jag påminde dem igen i morse.',
    'Jag har inte glömt dig. Kontrollen tar en dag längre än jag hoppades, du hör från mig senast {later}.',
    'Du har rätt i att fråga. Min kollega går igenom uppgifterna just nu och jag återkommer före dagens slut.',
  ],
  nudges: [
    'Eftersom jag inte har hört något från dig utgår jag från att det har löst sig och avslutar ärendet. Svara bara på det här mejlet om det är något mer.',
    'Jag hoppas att tystnaden betyder att allt fungerar. Jag stänger ärendet i dag, men ett svar räcker för att öppna det igen.',
  ],
  outOfOffice: { subject: 'Autosvar: frånvarande', body: 'Tack för ditt mejl. Jag är ledig till och med {later} och läser min e-post sporadiskt. Vid brådskande ärenden, ring växeln.' },
  attribution: 'Den {date} skrev {from}:',
  people: ['Anna-Karin Holm', 'Björn Åkesson', 'Elin Sjöberg', 'Göran Wallin', 'Fatima Rashid', 'Lars-Erik Norén', 'Moa Hedlund', 'Per Öhman', 'Sara Lindgren', 'Viktor Blom', 'Jenny Ström', 'Hampus Ek'],
  streets: ['Storgatan 14', 'Björkvägen 3', 'Hamngatan 27', 'Kvarnbacken 8', 'Skolgatan 52', 'Ängsvägen 9'],
  organizations: [{ name: 'Brf Solsidan', domain: 'brfsolsidan.example', members: [4] }, { name: 'Åkessons Bageri AB', domain: 'akessonsbageri.example', members: [1, 7] }],
  mailDomains: ['brevlada.example', 'hemmapost.example'],
  phone: '+46 70 174 06',
  currency: '{n} kr',
  signature: 'Kundservice {brand}\nVardagar 8–17',
  situations: {
    outage: {
      subjects: ['Inget internet sedan {day}', 'Bredbandet ligger nere på {street}', 'Helt död uppkoppling'],
      openings: [
        'Vi har inte haft något internet sedan {day}. Lampan på boxen som brukade vara grön blinkar nu rött.',
        'Det finns ingen uppkoppling alls på {street}. Jag har startat om allt två gånger och väntat en halvtimme emellan.',
        'Bredbandet försvann mitt i ett möte och har inte kommit tillbaka. TV:n är också borta, bara telefonen fungerar.',
      ],
      details: ['Grannen har också er och det är samma sak där.', 'Jag jobbar hemifrån och mobilsurfen är snart slut.', 'Enligt er driftsida är allt bra, men det är det inte.', 'Det hände förra gången det regnade mycket också.'],
      asks: [
        'Vad tråkigt! Kan du berätta vilka lampor som lyser på den lilla vita boxen på väggen och i vilken färg? Jag ser inget fel i området, så det kan vara just din anslutning.',
        'Tack för att du hör av dig. Dra ur strömmen till fiberboxen i en hel minut, sätt i den igen och säg till om lampan LOS fortsätter lysa rött.',
      ],
      answers: ['Jag gjorde som du sa. POWER är grön, LOS är röd hela tiden och PON gör ingenting.', 'Drog ur, väntade, satte i. Efter två minuter var den röda lampan tillbaka.'],
      fixes: [
        'Nu har vi hittat det: en skarv i gatuskåpet hade släppt och en tekniker lagade den för en timme sedan. Din linje mäter fint igen. Dagarna utan internet drar jag av på nästa faktura.',
        'En grävmaskin hade skadat kabeln på din gata. Den lagades i morse och din box svarar igen. Starta om routern en gång så att den hämtar en ny adress.',
      ],
    },
    technician: {
      subjects: ['Teknikern kom aldrig', 'Uteblivet besök {day}', 'Väntade hela dagen förgäves'],
      openings: [
        'En tekniker skulle komma {day} mellan 8 och 12. Jag tog ledigt på förmiddagen, men ingen varken ringde eller kom.',
        'Jag väntade hemma hela {day} på besöket som ni bekräftat via sms. Ingen dök upp.',
        'Det här är andra gången som besöket på {street} uteblir. Första gången ringde teknikern i alla fall.',
      ],
      details: ['Jag kan inte ta ledigt en dag till hur som helst.', 'Sms:et med tiden har jag kvar om ni vill se det.', 'Ringklockan fungerar, jag har provat.', 'Mitt uppdragsnummer är {ref}.'],
      asks: [
        'Jag ber om ursäkt, så får det inte gå till. I planeringen står att teknikern inte hittade porten. Vilken våning är det och finns det en portkod?',
        'Tråkigt att du förlorade en dag. Jag kan erbjuda {later} på morgonen eller sent på eftermiddagen. Vad passar bäst och vilket nummer ska teknikern ringa?',
      ],
      answers: ['Andra våningen till vänster, kod 2580. Namnet står på dörren.', 'Sent på eftermiddagen passar bäst. Ring gärna en halvtimme innan, numret har ni.'],
      fixes: [
        'Då är det bokat {later} mellan 16 och 18. Teknikern ringer en halvtimme innan och portkoden står i uppdraget. För det uteblivna besöket har jag krediterat {amount}.',
        'Tack, besöket är bekräftat till {later}. Jag kontrollerar själv samma kväll att det blev av, och det uteblivna kostar förstås ingenting.',
      ],
    },
    invoice: {
      subjects: ['Dubbel faktura den här månaden', 'Faktura {ref} stämmer inte', 'Har betalat två gånger'],
      openings: [
        'Jag har fått två fakturor för samma månad, båda på {amount}, och båda har dragits via autogiro.',
        'På faktura {ref} står mitt abonnemang två gånger. Jag har bara en anslutning och en lägenhet.',
        'Kan ni titta på faktura {ref}? Den är {amount} högre än vanligt och jag har inte beställt något.',
      ],
      details: ['Ni har säkert båda i systemet.', 'Banken säger att jag kan återkalla dragningen, men helst inte.', 'Den från {day} är nog den rätta.', 'Det var likadant i våras och tog två månader att reda ut.'],
      asks: [
        'Tack, jag ser båda fakturorna. Innan jag makulerar den ena: har du flyttat eller ändrat abonnemang nyligen? En av dem har en annan adress.',
        'Jag har hittat faktura {ref}. Vilken dag drogs det andra beloppet? Då kan jag para ihop det med vår bokföring.',
      ],
      answers: ['Ingen flytt, ingen ändring. Jag har bott på {street} i nio år.', 'Den andra dragningen kom {day}, den första tre dagar tidigare.'],
      fixes: [
        'Du har helt rätt och jag ber om ursäkt. Den andra fakturan kom från ett gammalt abonnemang som skulle ha avslutats. Den är makulerad och {amount} är tillbaka på ditt konto inom fem bankdagar.',
        'Det var ett fel i vår fakturakörning. Jag har skapat en kreditfaktura på {amount}, pengarna kommer senast {later}.',
      ],
    },
    slow: {
      subjects: ['Långsamt wifi på kvällarna', 'Får inte hastigheten jag betalar för', 'Videosamtalen fryser'],
      openings: [
        'På kvällarna är vårt wifi så långsamt att filmerna stannar hela tiden. På dagarna går det bra.',
        'Jag betalar för 500 men mäter som mest 40. Jag har provat tre telefoner och en dator.',
        'Sedan {day} fryser och bryts mina videosamtal. Med kabel är det lite bättre men fortfarande inte bra.',
      ],
      details: ['Routern står i hallen och vardagsrummet ligger två väggar bort.', 'Vi har elva prylar uppkopplade hemma.', 'En gammal router från er ligger kvar i skåpet om det hjälper.', 'Min mätning i går kväll: 38 ner, 9 upp.'],
      asks: [
        'Då tar vi reda på vilken del som är långsam. Kan du mäta en gång med kabel direkt i routern och en gång via wifi i samma rum?',
        'Härifrån ser linjen bra ut. Vilken färg lyser routern med, och använder du nätet som slutar på 5G?',
      ],
      answers: ['Med kabel får jag 480, via wifi i samma rum 52. Så det är väl wifit då.', 'Den lyser blått. Vi kör på nätet utan 5G eftersom skrivaren bara hittar det.'],
      fixes: [
        'Det förklarar saken: routern hade valt en kanal som hela huset använder. Jag har flyttat den till en ledig och uppdaterat den härifrån. Mät igen i kväll, du bör få över 300 i samma rum.',
        'Jag har skickat en nyare router utan kostnad, den kommer {later}. Anslut TV och datorer till 5G-nätet och låt skrivaren vara kvar på det andra.',
      ],
    },
    return: {
      subjects: ['Vill returnera {product}', 'Retur av order {order}', 'Skicka tillbaka en lampa'],
      openings: [
        'Jag vill skicka tillbaka {product} från order {order}. Den är fin men alldeles för stor för vårt bord.',
        'Hur gör jag en retur? Jag köpte {product} {day} och färgen passar inte i rummet.',
        'Hur returnerar jag en del av order {order}? Jag behåller en {product}, den andra ska tillbaka.',
      ],
      details: ['Kartongen är öppnad men allt ligger i.', 'Retursedeln har kommit bort, om det fanns någon.', 'Den har aldrig varit tänd.', 'Går det att lämna den i butik i stället?'],
      asks: [
        'Självklart! Har du kvar originalkartongen, och vill du lämna in paketet eller få det hämtat på {street}?',
        'Inga problem. Vill du ha pengarna tillbaka eller en {product} i en annan storlek?',
      ],
      answers: ['Kartongen finns kvar. Hämta gärna, vilken dag som helst efter 15.', 'Pengarna tillbaka, tack. Vi kanske beställer den lilla senare.'],
      fixes: [
        'Fraktsedeln ligger i din mejl. Paketet hämtas {later} efter 15. Så fort det är framme betalas {amount} tillbaka till kortet.',
        'Returen är registrerad som {ref}. Klistra etiketten över den gamla och lämna in paketet, {amount} kommer ungefär tre dagar senare.',
      ],
    },
    damaged: {
      subjects: ['{product} kom fram trasig', 'Sprucken skärm vid leverans', 'Krossat glas i paketet, order {order}'],
      openings: [
        '{product} kom i dag med glaset i bitar. Själva kartongen ser hel ut.',
        'Jag packade upp order {order} och skärmen har en spricka uppifrån och ner. Bild bifogas.',
        'Lampan fungerar, men foten är böjd så den lutar som tornet i Pisa.',
      ],
      details: ['Den skulle bli en present {later}.', 'Jag har inte slängt något än.', 'Budet ställde den ute i regnet.', 'Den andra lampan i samma paket är hel.'],
      asks: [
        'Åh nej, vad tråkigt! Kan du skicka ett foto på skadan och på etiketten på kartongen? Då kan jag skicka en ny direkt.',
        'Tack för att du hör av dig så snabbt. Är det bara skärmen eller även stativet? Jag har kanske delen här.',
      ],
      answers: ['Här kommer bilderna. Bara skärmen är trasig, resten är som det ska.', 'Bifogat. Etiketten är lite blöt, hoppas den går att läsa.'],
      fixes: [
        'Tack, då är det klart. En ny skärm går i väg i dag och är framme {later}. Du behöver inte skicka tillbaka den trasiga, var försiktig med bitarna.',
        'En helt ny {product} är på väg, order {ref}. Lägg den trasiga i kartongen och ge den till budet, som vet om det.',
      ],
    },
    delivery: {
      subjects: ['Var är order {order}?', 'Det saknas en del i paketet', 'Sen leverans igen'],
      openings: [
        'Order {order} skulle ha kommit {day}. Spårningen har sagt "på väg" i fyra dagar.',
        '{product} kom i dag, men påsen med skruvar och takkrok saknas.',
        'Enligt spårningen levererades mitt paket {day}. Det har inte kommit till mig eller till någon granne jag har frågat.',
      ],
      details: ['Elektrikern kommer {later}, så det brådskar lite.', 'Adressen är {street} som vanligt.', 'Skicka helst inte bara spårningslänken igen.', 'Jag betalade extra för express.'],
      asks: [
        'Det beklagar jag. Jag har frågat transportören var det är. Finns det någonstans där paketet får ställas, och låg det kanske en lapp i brevlådan?',
        'Tack, det ordnar jag. Står det A eller B på bladet i påsen som kom med? Då vet jag vilken som saknas.',
      ],
      answers: ['Ingen lapp, ingenting. Det får gärna lämnas hos bageriet på bottenvåningen.', 'Det står B på bladet.'],
      fixes: [
        'Transportören har hittat ditt paket på fel terminal. Det kommer {later} och jag har betalat tillbaka frakten, {amount}.',
        'Påsen som saknades gick i väg med posten i dag och bör vara hos dig {later}. Är den inte där då så ring, så kommer vi med en.',
      ],
    },
    transfer: {
      subjects: ['Behöver intyg på överföring', 'Var är min överföring på {amount}?', 'Betalningsbekräftelse {ref}'],
      openings: [
        'Jag skickade {amount} {day} och mottagaren säger att inget har kommit. Kan ni bekräfta att det gick i väg?',
        'Jag behöver ett intyg på min överföring med referens {ref}, som dokument, till min hyresvärd.',
        'En överföring på {amount} till min dotter har stått som "pågår" sedan {day}. Det brukar ta några minuter.',
      ],
      details: ['Pengarna har lämnat kontot, det ser jag.', 'Sista dag är {later}.', 'Kontonumret stämmer, jag har jämfört två gånger.', 'Det var första betalningen till den här mottagaren.'],
      asks: [
        'Jag förstår att det känns oroligt. Vilka är de fyra sista siffrorna i mottagarens konto? Skicka inte hela numret via mejl.',
        'Tack. Vem ska intyget ställas till, och ska det vara på svenska eller engelska?',
      ],
      answers: ['De fyra sista är 4471.', 'På svenska, ställt till fastighetsförvaltaren. Det räcker med en PDF.'],
      fixes: [
        'Överföringen stannade för en rutinkontroll eftersom det var den första till mottagaren. Den är släppt och finns nu på det andra kontot. Intyget bifogas.',
        'Intyget för {ref} är bifogat och ligger även i appen under Dokument. Den andra banken har bokfört pengarna i dag.',
      ],
    },
    card: {
      subjects: ['Mitt kort är spärrat', 'Kortet nekas utomlands', 'Har tappat kortet'],
      openings: [
        'Mitt kort nekades tre gånger i dag trots att det finns pengar. I appen står det "begränsat".',
        'Jag hittar inte mitt kort sedan {day}. Jag har fryst det i appen men behöver ett nytt.',
        'Det finns två köp på mitt kort från {day} som jag inte har gjort, {amount} tillsammans.',
      ],
      details: ['Jag är på resa och det är det enda kort jag har med mig.', 'Ingen annan kan koden.', 'Det sista jag köpte med det var en tågbiljett.', 'Ring helst inte före lunch, jag är i en annan tidszon.'],
      asks: [
        'Kortet är säkert: systemet stoppade det på grund av ett köp i ett land där det aldrig använts. Var hotellbokningen {day} din?',
        'Bra att du frös det direkt. Är {street} fortfarande rätt adress för det nya kortet?',
      ],
      answers: ['Ja, hotellet var mitt. Det andra köpet var det inte.', 'Ja, adressen stämmer.'],
      fixes: [
        'Jag har låst upp kortet, och köpet som inte var ditt, {amount}, är redan tillbaka på kontot. För säkerhets skull är ett nytt kort på väg.',
        'Det gamla kortet är avslutat och det nya skickas i dag, det ligger i brevlådan senast {later}. Tills dess kan du betala med mobilen.',
      ],
    },
    login: {
      subjects: ['Kan inte logga in i appen', 'Konstigt sms i ert namn', 'Appen säger: okänd enhet'],
      openings: [
        'Sedan jag bytte telefon säger appen "okänd enhet" och koden kommer aldrig.',
        'Jag fick ett sms i ert namn där jag ska bekräfta mitt konto via en länk. Jag har inte klickat. Är det från er?',
        'Efter uppdateringen {day} stängs appen så fort jag skriver in koden.',
      ],
      details: ['Den gamla telefonen är trasig så jag kan inte bekräfta med den.', 'Jag har provat i webbläsaren också.', 'Mamma har fått samma sms.', 'Telefonen är inte ens ett år gammal.'],
      asks: [
        'Bra att du frågar först. Skrev du in något på sidan bakom länken, om så bara ditt namn?',
        'Med en ny telefon måste appen kopplas på nytt. Har du ditt pass i närheten, och slutar ditt mobilnummer fortfarande på 38?',
      ],
      answers: ['Nej, jag öppnade den aldrig. Nu har jag tagit bort den.', 'Passet har jag här och numret är detsamma.'],
      fixes: [
        'Bra gjort, det var inte vi. Sidan är anmäld och redan borttagen. Ditt konto har inte rörts, så du behöver inte göra något mer.',
        'Nu kan du koppla den nya telefonen: öppna appen, välj "Ny enhet" och håll passet mot telefonens baksida. Koden gäller till {later}.',
      ],
    },
    password: {
      subjects: ['Utelåst från mitt konto', 'Behöver nytt lösenord', 'Kommer inte in i mejlen efter semestern'],
      openings: [
        'Tillbaka från semestern och lösenordet har gått ut. Sidan för ett nytt säger att kontot är låst.',
        'Jag skrev fel lösenord för många gånger och är nu utelåst från både mejl och telefoni.',
        'Återställningsmejlet går till just den brevlåda jag inte kommer in i. Kan någon nollställa för hand?',
      ],
      details: ['Mitt pass börjar klockan 10.', 'Jag sitter på kontoret i dag, plan två.', 'På mobilen fungerade det till i går.', 'Ja, caps lock var av.'],
      asks: [
        'Det fixar vi. Jag måste veta att det är du: kom förbi IT-hörnan eller låt din teamledare bekräfta här.',
        'Kontot är upplåst. Frågar sidan efter koden från autentiseraren, eller tar det stopp före?',
      ],
      answers: ['Jag var precis hos dig, tack. Mejlen går bra nu men inte telefonin.', 'Det tar stopp före koden, direkt efter lösenordet.'],
      fixes: [
        'Telefonin hämtar nya lösenord en gång i timmen, jag har kört synkningen för hand. Logga ut en gång så fungerar det.',
        'Webbläsaren hade sparat ett gammalt lösenord. Jag har nollställt igen: skriv det nya för hand första gången och låt webbläsaren spara det då.',
      ],
    },
    laptop: {
      subjects: ['Dator till ny kollega {later}', 'Introduktion: utrustning', 'Ny i teamet från {later}'],
      openings: [
        'En ny kollega börjar i mitt team {later} och behöver dator, headset och åtkomst till ärendesystemet.',
        'Kan ni förbereda utrustning till vår nya kollega? Första dagen är {later}, hemarbete från vecka två.',
        'Jag beställde en dator till en ny kollega för två veckor sedan och har inte hört något. Första dagen är {later}.',
      ],
      details: ['Gärna polskt tangentbord om det finns.', 'Två skärmar vore toppen, en räcker.', 'Avtalet är påskrivet, HR har allt.', 'Lägg gärna till personen i bredbandsteamet.'],
      asks: [
        'Gärna! Vilka varumärken ska personen se från första dagen, och ska datorn till kontoret eller hem?',
        'Jag har en dator på lagret. Vilken tangentbordslayout behövs, och headset för ett eller två öron?',
      ],
      answers: ['Till kontoret tack, och bara Skärnet till att börja med.', 'Två öron, det är stimmigt i vår hörna. Svensk layout går bra.'],
      fixes: [
        'Allt är klart: dator, headset och konton finns i skåp 12. Vid första inloggningen får man välja lösenord, jag finns här klockan nio om något krånglar.',
        'Kontot är upplagt, datorn installerad och passerkortet ligger i receptionen. Utbildningskontona kommer på eftermiddagen {later}.',
      ],
    },
  },
};
