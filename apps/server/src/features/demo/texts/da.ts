import type { LanguageTexts } from './texts.types.ts';

export const da: LanguageTexts = {
  greetings: ['Hej', 'Hej,', 'Godmorgen', 'Kære {brand}', 'Goddag'],
  closings: ['Venlig hilsen\n{name}', 'Mvh.\n{name}', 'De bedste hilsner\n{name}', '{name}', 'Hilsen\n{name}\n{street}'],
  agentGreetings: ['Hej {first}', 'Kære {first}', 'Godmorgen {first}'],
  agentClosings: ['Venlig hilsen\n{agent}', 'Med venlig hilsen\n{agent}\n{brand}', 'Hav en god dag!\n{agent}'],
  thanks: [
    'Fantastisk, nu virker det. Tak for den hurtige hjælp!',
    'Tusind tak, så ved jeg besked. God weekend!',
    'Perfekt, det var lige det, jeg manglede.',
    'Alt er i orden igen. Dejligt med et menneske i den anden ende.',
    'Super, I kan bare lukke sagen.',
  ],
  chases: [
    'Er der noget nyt? Jeg har ikke hørt noget, siden jeg skrev sidst.',
    'Undskyld, at jeg rykker, men jeg har virkelig brug for et svar.',
    'Jeg venter stadig. Er der nogen, der kan kigge på det i dag?',
    'Er der sket noget endnu?',
  ],
  updates: [
    'Bare så du ikke skal gå og undre dig: Sagen ligger hos vores specialister, og jeg regner med svar senest {later}. Jeg skriver til dig, uanset hvad de siger.',
    'Tak for din tålmodighed. Vi venter stadig på modparten, og jeg har rykket igen i morges.',
    'Jeg har ikke glemt dig. Kontrollen tager en dag længere end håbet; du hører fra mig senest {later}.',
    'Det er helt i orden at spørge. Min kollega gennemgår oplysningerne nu, og jeg vender tilbage inden dagen er omme.',
  ],
  nudges: [
    'Da jeg ikke har hørt fra dig, går jeg ud fra, at det er løst, og lukker sagen. Svar bare på denne mail, hvis der er mere.',
    'Jeg håber, at stilheden er et godt tegn. Jeg lukker sagen i dag, men et svar er nok til at åbne den igen.',
  ],
  outOfOffice: { subject: 'Autosvar: ikke på kontoret', body: 'Tak for din mail. Jeg er ikke på kontoret til og med {later} og læser kun mine mails nu og da. Haster det, så ring til omstillingen.' },
  attribution: 'Den {date} skrev {from}:',
  people: ['Mette Kjærgaard', 'Søren Bundgaard', 'Camilla Østergaard', 'Jens Peter Holst', 'Amina Yusuf', 'Rasmus Thorup', 'Birgitte Dahl', 'Kasper Juhl', 'Line Vestergaard', 'Ole Krogh', 'Signe Bach', 'Anders Friis'],
  streets: ['Østergade 14, 2. th.', 'Havnevej 3', 'Møllebakken 27', 'Kirkestræde 8', 'Skovvænget 52', 'Strandvejen 118'],
  organizations: [{ name: 'Café Kajen ApS', domain: 'cafekajen.example', members: [7] }, { name: 'Østergaard Tømrer og Snedker', domain: 'ostergaardtomrer.example', members: [2] }],
  mailDomains: ['postkassen.example', 'hjemmemail.example'],
  phone: '+45 20 55 01',
  currency: '{n},00 kr.',
  signature: 'Kundeservice {brand}\nHverdage kl. 8–17',
  situations: {
    outage: {
      subjects: ['Intet internet siden {day}', 'Forbindelsen er nede på {street}', 'Bredbåndet er helt dødt'],
      openings: [
        'Vi har ikke haft internet siden {day}. Lampen på boksen, der plejer at være grøn, blinker nu rødt.',
        'Der er slet ingen forbindelse på {street}. Jeg har genstartet alt to gange og ventet en halv time imellem.',
        'Bredbåndet forsvandt midt i et møde og er ikke kommet igen. Fjernsynet er også væk, kun telefonen virker.',
      ],
      details: ['Naboen har også jer, og der er det det samme.', 'Jeg arbejder hjemmefra, og min mobildata er snart brugt.', 'Jeres driftsside siger, at alt er fint. Det er det ikke.', 'Det skete også sidst, det regnede kraftigt.'],
      asks: [
        'Det er jeg ked af. Kan du fortælle, hvilke lamper der lyser på den lille hvide boks på væggen, og i hvilken farve? Jeg ser ingen fejl i området, så det kan være din linje alene.',
        'Tak for beskeden. Træk strømmen til fiberboksen i et helt minut, sæt den i igen, og sig til, om lampen LOS bliver ved med at lyse rødt.',
      ],
      answers: ['Jeg gjorde, som du sagde. POWER er grøn, LOS er rød hele tiden, og PON gør ingenting.', 'Trukket ud, ventet, sat i. Efter to minutter er den røde lampe der igen.'],
      fixes: [
        'Vi fandt den: En splejsning i gadeskabet havde løsnet sig, og en tekniker lavede den for en time siden. Din linje måler fint nu. Dagene uden internet trækker jeg fra på næste regning.',
        'En gravemaskine havde beskadiget kablet i din gade. Det blev repareret i morges, og din boks svarer igen. Genstart routeren én gang, så den henter en ny adresse.',
      ],
    },
    technician: {
      subjects: ['Teknikeren kom aldrig', 'Manglende besøg {day}', 'Ventede hele dagen forgæves'],
      openings: [
        'Der skulle komme en tekniker {day} mellem 8 og 12. Jeg tog fri om formiddagen, og ingen hverken ringede eller kom.',
        'Jeg ventede hjemme hele {day} på det besøg, I havde bekræftet på sms. Der kom ingen.',
        'Det er anden gang, at besøget på {street} ikke bliver til noget. Første gang ringede teknikeren da.',
      ],
      details: ['Jeg kan ikke bare tage en fridag til.', 'Jeg har stadig sms\u2019en med tidspunktet, hvis I vil se den.', 'Dørklokken virker, jeg har prøvet.', 'Mit opgavenummer er {ref}.'],
      asks: [
        'Det beklager jeg, sådan må det ikke gå. I planen står, at teknikeren ikke kunne finde døren. Hvilken etage er det, og er der en dørkode?',
        'Jeg er ked af, at du mistede en dag. Jeg kan tilbyde {later} om morgenen eller sidst på eftermiddagen. Hvad passer bedst, og hvilket nummer må teknikeren ringe til?',
      ],
      answers: ['Anden sal til venstre, kode 2580. Navnet står på døren.', 'Sidst på eftermiddagen er bedst. Ring gerne en halv time før; nummeret har I.'],
      fixes: [
        'Så er det booket {later} mellem 16 og 18. Teknikeren ringer en halv time før, og koden står i opgaven. For det manglende besøg har jeg krediteret {amount}.',
        'Tak, besøget er bekræftet til {later}. Jeg tjekker selv samme aften, at det blev til noget, og det manglende koster naturligvis intet.',
      ],
    },
    invoice: {
      subjects: ['Opkrævet to gange', 'Regning {ref} er forkert', 'Samme regning to gange'],
      openings: [
        'Jeg har fået to regninger for samme måned, begge på {amount}, og begge er trukket over Betalingsservice.',
        'På regning {ref} står mit abonnement to gange. Jeg har kun én forbindelse og én lejlighed.',
        'Vil I kigge på regning {ref}? Den er {amount} højere end normalt, og jeg har ikke bestilt noget.',
      ],
      details: ['I har sikkert begge i systemet.', 'Banken siger, at jeg kan tilbagekalde betalingen, men helst ikke.', 'Den fra {day} er vist den rigtige.', 'Det var det samme i foråret og tog to måneder.'],
      asks: [
        'Tak, jeg kan se begge regninger. Før jeg annullerer den ene: Er du flyttet, eller har du skiftet abonnement for nylig? Den ene har en anden adresse.',
        'Jeg har fundet regning {ref}. Hvilken dag blev det andet beløb trukket? Så kan jeg holde det op mod vores bogholderi.',
      ],
      answers: ['Ingen flytning, ingen ændring. Jeg har boet på {street} i ni år.', 'Den anden betaling blev trukket {day}, den første tre dage før.'],
      fixes: [
        'Du har ret, og jeg beklager. Den anden regning kom fra et gammelt abonnement, der skulle være opsagt. Den er annulleret, og {amount} er tilbage på din konto inden for fem bankdage.',
        'Det var en fejl i vores kørsel. Jeg har lavet en kreditnota på {amount}; pengene er der senest {later}.',
      ],
    },
    slow: {
      subjects: ['Meget langsomt wi-fi om aftenen', 'Får ikke den hastighed, jeg betaler for', 'Videomøder fryser'],
      openings: [
        'Om aftenen er vores wi-fi så langsomt, at film stopper hele tiden. Om dagen går det fint.',
        'Jeg betaler for 500 og måler højst 40. Jeg har prøvet tre telefoner og en bærbar.',
        'Siden {day} fryser og falder mine videomøder ud. Med kabel er det lidt bedre, men stadig ikke godt.',
      ],
      details: ['Routeren står i entréen, og stuen ligger to vægge væk.', 'Vi har elleve enheder i huset.', 'Der ligger en gammel router fra jer i skabet, hvis det hjælper.', 'Min måling i går aftes: 38 ned, 9 op.'],
      asks: [
        'Lad os finde ud af, hvilken halvdel der er langsom. Vil du måle én gang med kabel direkte i routeren og én gang over wi-fi i samme rum?',
        'Herfra ser linjen fin ud. Hvilken farve lyser routeren, og bruger du det netværk, der ender på 5G?',
      ],
      answers: ['Med kabel får jeg 480, over wi-fi i samme rum 52. Så det er vel wi-fi\u2019et.', 'Den lyser blåt. Vi bruger det uden 5G, fordi printeren kun kan se det.'],
      fixes: [
        'Det forklarer sagen: Routeren havde valgt en kanal, som hele opgangen bruger. Jeg har flyttet den til en ledig og opdateret den herfra. Mål igen i aften; du bør få over 300.',
        'Jeg har sendt dig en nyere router uden beregning, den kommer {later}. Sæt tv og bærbare på 5G-nettet, og lad printeren blive på det andet.',
      ],
    },
    return: {
      subjects: ['Vil gerne returnere {product}', 'Retur af ordre {order}', 'Sende en lampe tilbage'],
      openings: [
        'Jeg vil gerne sende {product} fra ordre {order} tilbage. Den er flot, men alt for stor til vores bord.',
        'Hvordan returnerer jeg en lampe? Jeg købte {product} {day}, og farven passer ikke til rummet.',
        'Hvordan returnerer jeg en del af ordre {order}? Jeg beholder den ene {product}, den anden skal tilbage.',
      ],
      details: ['Kassen er åbnet, men alt er i den.', 'Returlabelen er væk, hvis der var en.', 'Den har aldrig været tændt.', 'Kan jeg aflevere den i en butik i stedet?'],
      asks: [
        'Selvfølgelig. Har du stadig den originale kasse, og vil du selv aflevere pakken eller have den hentet på {street}?',
        'Intet problem. Vil du have pengene tilbage eller en {product} i en anden størrelse?',
      ],
      answers: ['Kassen er her. Hent den gerne, en hvilken som helst dag efter kl. 15.', 'Pengene tilbage, tak. Måske bestiller vi den lille senere.'],
      fixes: [
        'Labelen ligger i din mail. Pakken bliver hentet {later} efter kl. 15. Så snart den er fremme, får du {amount} retur på kortet.',
        'Returen er oprettet som {ref}. Sæt labelen oven på den gamle, og aflever pakken; {amount} kommer cirka tre dage efter.',
      ],
    },
    damaged: {
      subjects: ['{product} kom i stykker', 'Revnet skærm ved levering', 'Knust glas i pakken, ordre {order}'],
      openings: [
        '{product} kom i dag med glasset i stykker. Selve kassen ser fin ud.',
        'Jeg pakkede ordre {order} ud, og skærmen har en revne fra top til bund. Billede vedhæftet.',
        'Lampen virker, men foden er bøjet, så den hælder som tårnet i Pisa.',
      ],
      details: ['Den skulle være en gave {later}.', 'Jeg har ikke smidt noget ud endnu.', 'Chaufføren stillede den i regnen.', 'Den anden lampe i samme pakke er hel.'],
      asks: [
        'Åh nej, det er jeg ked af. Vil du sende et billede af skaden og af labelen på kassen? Så sender jeg en ny med det samme.',
        'Tak, fordi du skriver så hurtigt. Er det kun skærmen eller også stativet? Jeg har måske delen her.',
      ],
      answers: ['Her er billederne. Det er kun skærmen, resten er, som det skal være.', 'Vedhæftet. Labelen er lidt våd, jeg håber, den kan læses.'],
      fixes: [
        'Tak, så er det på plads. En ny skærm bliver sendt i dag og er fremme {later}. Du skal ikke sende den ødelagte tilbage; pas på skårene.',
        'En helt ny {product} er på vej, ordre {ref}. Læg den ødelagte i kassen, og giv den til chaufføren, som ved besked.',
      ],
    },
    delivery: {
      subjects: ['Hvor er ordre {order}?', 'Der mangler en del i pakken', 'Forsinket igen'],
      openings: [
        'Ordre {order} skulle være kommet {day}. Sporingen har sagt "undervejs" i fire dage.',
        '{product} kom i dag, men posen med skruer og loftkrog mangler.',
        'Ifølge sporingen blev min pakke leveret {day}. Den er ikke kommet til mig eller til nogen nabo, jeg har spurgt.',
      ],
      details: ['Elektrikeren kommer {later}, så det haster lidt.', 'Adressen er {street} som altid.', 'Send helst ikke bare sporingslinket igen.', 'Jeg betalte ekstra for ekspres.'],
      asks: [
        'Det beklager jeg. Jeg har spurgt fragtmanden. Er der et sted, pakken må stilles, og lå der måske en seddel i postkassen?',
        'Tak, det ordner jeg. Står der A eller B på arket i den pose, der kom med? Så ved jeg, hvilken der mangler.',
      ],
      answers: ['Ingen seddel, ingenting. Den må gerne afleveres hos bageren i stueetagen.', 'Der står B på arket.'],
      fixes: [
        'Fragtmanden har fundet din pakke på den forkerte terminal. Den kommer {later}, og jeg har betalt fragten på {amount} tilbage.',
        'Den manglende pose er sendt med brev i dag og bør være hos dig {later}. Er den der ikke, så ring, og vi kommer med en.',
      ],
    },
    transfer: {
      subjects: ['Bekræftelse på overførsel', 'Hvor er min overførsel på {amount}?', 'Kvittering for {ref}'],
      openings: [
        'Jeg sendte {amount} {day}, og modtageren siger, at der ikke er kommet noget. Kan I bekræfte, at det er sendt?',
        'Jeg skal bruge en bekræftelse på min overførsel {ref} som dokument til min udlejer.',
        'En overførsel på {amount} til min datter har stået som "i gang" siden {day}. Normalt tager det minutter.',
      ],
      details: ['Pengene er trukket fra min konto, det kan jeg se.', 'Fristen er {later}.', 'Kontonummeret er rigtigt, jeg har tjekket to gange.', 'Det var første betaling til den modtager.'],
      asks: [
        'Jeg forstår godt, at det bekymrer. Hvad er de sidste fire cifre i modtagerens konto? Send ikke hele nummeret på mail.',
        'Tak. Hvem skal bekræftelsen stiles til, og skal den være på dansk eller engelsk?',
      ],
      answers: ['De sidste fire er 4471.', 'På dansk, stilet til ejendomsadministrationen. En PDF er nok.'],
      fixes: [
        'Overførslen var stoppet til en rutinekontrol, fordi det var den første til modtageren. Den er frigivet og står på den anden konto nu. Bekræftelsen er vedhæftet.',
        'Bekræftelsen for {ref} er vedhæftet og ligger også i appen under Dokumenter. Den anden bank har bogført pengene i dag.',
      ],
    },
    card: {
      subjects: ['Mit kort er spærret', 'Kortet afvises i udlandet', 'Har mistet mit kort'],
      openings: [
        'Mit kort blev afvist tre gange i dag, selv om der er penge på kontoen. I appen står der "begrænset".',
        'Jeg har ikke kunnet finde mit kort siden {day}. Jeg har frosset det i appen, men skal bruge et nyt.',
        'Der er to køb på mit kort fra {day}, som jeg ikke har lavet, {amount} i alt.',
      ],
      details: ['Jeg er på rejse, og det er det eneste kort, jeg har med.', 'Ingen andre kender koden.', 'Det sidste, jeg købte med det, var en togbillet.', 'Ring helst ikke før middag, jeg er i en anden tidszone.'],
      asks: [
        'Kortet er sikkert: Systemet stoppede det på grund af et køb i et land, hvor det aldrig er brugt. Var hotelbookingen {day} din?',
        'Godt, at du frøs det med det samme. Er {street} stadig den rigtige adresse til det nye kort?',
      ],
      answers: ['Ja, hotellet var mit. Det andet køb var ikke.', 'Ja, adressen er rigtig.'],
      fixes: [
        'Jeg har låst kortet op, og købet, der ikke var dit, {amount}, er allerede tilbage på kontoen. For en sikkerheds skyld er et nyt kort på vej.',
        'Det gamle kort er lukket, og det nye sendes i dag; det ligger i postkassen senest {later}. Indtil da kan du betale med telefonen.',
      ],
    },
    login: {
      subjects: ['Kan ikke logge på appen', 'Mistænkelig sms i jeres navn', 'Appen siger: ukendt enhed'],
      openings: [
        'Siden jeg fik ny telefon, siger appen "ukendt enhed", og koden kommer aldrig.',
        'Jeg har fået en sms i jeres navn, hvor jeg skal bekræfte min konto via et link. Jeg har ikke trykket. Er den fra jer?',
        'Efter opdateringen {day} lukker appen, så snart jeg taster koden.',
      ],
      details: ['Den gamle telefon er gået i stykker, så jeg kan ikke bekræfte med den.', 'Jeg har også prøvet i browseren.', 'Min mor har fået den samme sms.', 'Telefonen er ikke engang et år gammel.'],
      asks: [
        'Godt, at du spørger først. Skrev du noget på siden bag linket, om så kun dit navn?',
        'Med en ny telefon skal appen forbindes igen. Har du passet ved hånden, og ender dit nummer stadig på 38?',
      ],
      answers: ['Nej, jeg åbnede den ikke. Nu er den slettet.', 'Passet er her, og nummeret er det samme.'],
      fixes: [
        'Flot klaret, den var ikke fra os. Siden er anmeldt og allerede væk. Din konto har ikke været rørt, så du skal ikke gøre mere.',
        'Nu kan du forbinde telefonen: Åbn appen, vælg "Ny enhed", og hold passet mod telefonens bagside. Koden gælder til {later}.',
      ],
    },
    password: {
      subjects: ['Låst ude af min konto', 'Ny adgangskode, tak', 'Kan ikke komme på mail efter ferien'],
      openings: [
        'Tilbage fra ferie, og adgangskoden er udløbet. Siden til en ny siger, at kontoen er låst.',
        'Jeg tastede forkert for mange gange og er nu låst ude af både mail og telefoni.',
        'Mailen til nulstilling ryger i netop den postkasse, jeg ikke kan åbne. Kan nogen gøre det manuelt?',
      ],
      details: ['Min vagt begynder kl. 10.', 'Jeg sidder på kontoret i dag, anden sal.', 'På telefonen virkede det til i går.', 'Ja, caps lock var slået fra.'],
      asks: [
        'Det klarer vi. Jeg skal vide, at det er dig: Kom forbi IT-hjørnet, eller lad din leder bekræfte det her.',
        'Kontoen er låst op. Beder siden om koden fra din autentifikator, eller stopper den før?',
      ],
      answers: ['Jeg var lige hos dig, tak. Mailen virker, telefonien ikke endnu.', 'Den stopper før koden, lige efter adgangskoden.'],
      fixes: [
        'Telefonien henter nye koder én gang i timen; jeg har kørt synkroniseringen manuelt. Log ud én gang, så virker det.',
        'Browseren havde gemt en gammel kode. Jeg har nulstillet igen: Skriv den nye i hånden første gang, og lad browseren gemme den da.',
      ],
    },
    laptop: {
      subjects: ['Bærbar til ny kollega {later}', 'Opstart: udstyr', 'Ny i teamet fra {later}'],
      openings: [
        'En ny kollega begynder i mit team {later} og skal bruge en bærbar, headset og adgang til sagerne.',
        'Kan I gøre udstyret klar til vores nye kollega? Første dag er {later}, hjemmearbejde fra uge to.',
        'Jeg bestilte en bærbar til en ny kollega for to uger siden og har intet hørt. Første dag er {later}.',
      ],
      details: ['Dansk tastatur, tak.', 'To skærme ville være dejligt, én er nok.', 'Kontrakten er skrevet under, HR har det hele.', 'Sæt gerne personen på bredbåndsteamet.'],
      asks: [
        'Gerne. Hvilke brands skal personen se fra første dag, og skal den bærbare til kontoret eller hjem?',
        'Jeg har en bærbar på lager. Hvilket tastatur skal det være, og headset til ét eller to ører?',
      ],
      answers: ['Til kontoret, tak, og kun Skärnet til at begynde med.', 'To ører, der er larm i vores hjørne. Dansk tastatur.'],
      fixes: [
        'Alt er klar: bærbar, headset og konti ligger i skab 12. Ved første login skal man vælge en ny kode; jeg er her kl. 9, hvis noget driller.',
        'Kontoen er oprettet, den bærbare installeret, og adgangskortet ligger i receptionen. Kursuskontiene følger om eftermiddagen {later}.',
      ],
    },
  },
};
