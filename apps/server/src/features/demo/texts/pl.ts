import type { LanguageTexts } from './texts.types.ts';

export const pl: LanguageTexts = {
  greetings: ['Dzień dobry,', 'Dzień dobry!', 'Witam,', 'Szanowni Państwo,', 'Dzień dobry, {brand},'],
  closings: ['Pozdrawiam\n{name}', 'Z poważaniem\n{name}', 'Z góry dziękuję\n{name}', '{name}', 'Pozdrawiam serdecznie\n{name}\n{street}'],
  agentGreetings: ['Dzień dobry,', 'Dzień dobry!', 'Witamy,'],
  agentClosings: ['Pozdrawiamy\n{agent}', 'Z poważaniem\n{agent}\n{brand}', 'Życzymy miłego dnia\n{agent}'],
  thanks: [
    'Świetnie, już działa. Dziękuję za szybką pomoc!',
    'Bardzo dziękuję, dokładnie o to mi chodziło.',
    'Wszystko w porządku, dziękuję i miłego weekendu.',
    'Znów działa jak dawniej. Dziękuję za cierpliwość.',
    'Super, sprawę można zamknąć.',
  ],
  chases: [
    'Czy coś już wiadomo? Od mojej ostatniej wiadomości nie mam żadnej odpowiedzi.',
    'Przepraszam, że ponaglam, ale naprawdę muszę wiedzieć, na czym stoimy.',
    'Nadal czekam na odpowiedź. Czy ktoś może dziś do tego zajrzeć?',
    'Czy jest jakiś postęp w mojej sprawie?',
  ],
  updates: [
    'Krótka informacja, żeby nie zostawiać Państwa w niepewności: sprawa jest u naszych specjalistów, a odpowiedzi spodziewamy się najpóźniej {later}. Odezwiemy się niezależnie od wyniku.',
    'Dziękujemy za cierpliwość. Wciąż czekamy na drugą stronę, dziś rano ponowiliśmy pytanie.',
    'Pamiętamy o sprawie. Weryfikacja potrwa dzień dłużej, niż zakładaliśmy; damy znać najpóźniej {later}.',
    'Pytanie jest jak najbardziej na miejscu. Zespół właśnie sprawdza dane, odpowiemy przed końcem dnia.',
  ],
  nudges: [
    'Ponieważ nie mamy odpowiedzi, zakładamy, że sprawa jest załatwiona, i na razie ją zamykamy. Wystarczy odpisać na tę wiadomość, aby ją wznowić.',
    'Mamy nadzieję, że cisza oznacza dobre wieści. Zamykamy dziś zgłoszenie, odpowiedź otworzy je ponownie.',
  ],
  outOfOffice: { subject: 'Odpowiedź automatyczna: poza biurem', body: 'Dziękuję za wiadomość. Do {later} przebywam poza biurem i tylko czasami czytam pocztę. W pilnych sprawach proszę dzwonić do sekretariatu.' },
  attribution: '{date} {from} napisał(a):',
  people: ['Małgorzata Zielińska', 'Krzysztof Wójcik', 'Agnieszka Łukasik', 'Paweł Śliwiński', 'Ewa Gołębiowska', 'Tomasz Jóźwiak', 'Barbara Żak', 'Michał Kaczmarek', 'Joanna Sikora', 'Łukasz Mróz', 'Dorota Pawlik', 'Adam Czech'],
  streets: ['ul. Młyńska 14/3', 'ul. Portowa 27', 'ul. Lipowa 9', 'al. Kasztanowa 52', 'ul. Szkolna 8/12', 'ul. Dworcowa 118'],
  organizations: [{ name: 'Piekarnia Złoty Kłos', domain: 'zlotyklos.example', members: [4] }, { name: 'Biuro Rachunkowe Jóźwiak', domain: 'brjozwiak.example', members: [5] }],
  mailDomains: ['poczta-dom.example', 'skrzynka.example'],
  phone: '+48 600 55 01',
  currency: '{n},00 zł',
  signature: 'Obsługa klienta {brand}\nOd poniedziałku do piątku, 8–17',
  situations: {
    outage: {
      subjects: ['Brak internetu od {day}', 'Awaria łącza, {street}', 'Internet całkiem nie działa'],
      openings: [
        'Od {day} nie mamy internetu. Lampka na urządzeniu, która zawsze była zielona, teraz miga na czerwono.',
        'Pod adresem {street} nie ma w ogóle połączenia. Wszystko było dwa razy uruchamiane ponownie, z półgodzinną przerwą.',
        'Internet zniknął w środku spotkania i nie wrócił. Telewizji też nie ma, działa tylko telefon.',
      ],
      details: ['Sąsiad też korzysta z Państwa usług i ma to samo.', 'Pracuję z domu i kończy mi się pakiet w telefonie.', 'Według strony ze statusem wszystko działa, a nie działa.', 'Przy ostatniej ulewie było tak samo.'],
      asks: [
        'Bardzo nam przykro. Które lampki świecą na małym białym urządzeniu na ścianie i w jakim kolorze? Nie widzimy awarii w okolicy, więc może chodzić tylko o to łącze.',
        'Dziękujemy za zgłoszenie. Prosimy odłączyć zasilanie urządzenia na pełną minutę, podłączyć je ponownie i napisać, czy lampka LOS nadal świeci na czerwono.',
      ],
      answers: ['Zrobione. POWER świeci na zielono, LOS cały czas na czerwono, a PON nie robi nic.', 'Odłączone, odczekane, podłączone. Po dwóch minutach czerwona lampka wróciła.'],
      fixes: [
        'Mamy przyczynę: w szafce ulicznej poluzował się spaw, technik naprawił go godzinę temu. Łącze ma znów dobre parametry. Dni bez usługi odliczymy od następnej faktury.',
        'Koparka uszkodziła kabel na Państwa ulicy. Naprawa zakończyła się dziś rano i urządzenie znów odpowiada. Prosimy raz uruchomić router ponownie.',
      ],
    },
    technician: {
      subjects: ['Technik nie przyjechał', 'Nieodbyta wizyta {day}', 'Cały dzień czekania na próżno'],
      openings: [
        'Technik miał przyjechać {day} między 8 a 12. Specjalnie wolne przedpołudnie, a nikt nie zadzwonił ani nie przyszedł.',
        'Przez cały {day} czekaliśmy w domu na wizytę potwierdzoną SMS-em. Nikt się nie pojawił.',
        'To już drugi raz, kiedy wizyta pod adresem {street} się nie odbyła. Za pierwszym razem technik chociaż zadzwonił.',
      ],
      details: ['Nie mogę tak po prostu wziąć kolejnego dnia wolnego.', 'SMS z godziną nadal jest w telefonie, mogę go przesłać.', 'Dzwonek działa, sprawdzone.', 'Numer zlecenia to {ref}.'],
      asks: [
        'Przepraszamy, tak być nie powinno. W planie widać, że technik nie znalazł wejścia. Które to piętro i czy przy drzwiach jest kod?',
        'Przykro nam z powodu straconego dnia. Możemy zaproponować {later} rano albo późnym popołudniem. Co pasuje lepiej i pod jaki numer może zadzwonić technik?',
      ],
      answers: ['Drugie piętro po lewej, kod 2580. Nazwisko jest na drzwiach.', 'Lepiej późnym popołudniem. Prosimy o telefon pół godziny wcześniej, numer Państwo mają.'],
      fixes: [
        'Wizyta jest umówiona na {later} między 16 a 18. Technik zadzwoni pół godziny wcześniej, kod do drzwi jest w zleceniu. Za nieodbytą wizytę zwróciliśmy {amount}.',
        'Dziękujemy, wizyta {later} jest potwierdzona. Tego samego wieczoru sprawdzimy, czy się odbyła, a poprzednia nic nie kosztuje.',
      ],
    },
    invoice: {
      subjects: ['Podwójna opłata w tym miesiącu', 'Błąd na fakturze {ref}', 'Dwa razy ta sama faktura'],
      openings: [
        'Przyszły dwie faktury za ten sam miesiąc, obie na {amount}, i obie zostały pobrane z konta.',
        'Na fakturze {ref} mój abonament widnieje dwa razy. Mam jedno łącze i jedno mieszkanie.',
        'Proszę o sprawdzenie faktury {ref}. Jest o {amount} wyższa niż zwykle, a nic nie było zamawiane.',
      ],
      details: ['Obie na pewno są w Państwa systemie.', 'Bank mówi, że można cofnąć płatność, ale wolę tego uniknąć.', 'Ta z {day} jest chyba właściwa.', 'Wiosną było tak samo i trwało to dwa miesiące.'],
      asks: [
        'Dziękujemy, widzimy obie faktury. Zanim anulujemy jedną z nich: czy była ostatnio przeprowadzka albo zmiana abonamentu? Na jednej jest inny adres.',
        'Mamy przed sobą fakturę {ref}. Którego dnia pobrano drugą kwotę? Porównamy to z naszą księgowością.',
      ],
      answers: ['Żadnej przeprowadzki ani zmian. Mieszkamy przy {street} od dziewięciu lat.', 'Druga płatność była {day}, pierwsza trzy dni wcześniej.'],
      fixes: [
        'Zgadza się i bardzo przepraszamy. Druga faktura pochodziła ze starego abonamentu, który powinien był wygasnąć. Została anulowana, a {amount} wróci na konto w ciągu pięciu dni roboczych.',
        'To był błąd w naszym systemie. Wystawiliśmy korektę na {amount}; środki będą na koncie najpóźniej {later}.',
      ],
    },
    slow: {
      subjects: ['Bardzo wolne Wi-Fi wieczorem', 'Prędkość niższa niż w umowie', 'Wideorozmowy się zacinają'],
      openings: [
        'Wieczorami Wi-Fi jest tak wolne, że filmy zatrzymują się co chwilę. W dzień jest dobrze.',
        'Płacę za 500, a pomiar pokazuje najwyżej 40. Sprawdzone na trzech telefonach i laptopie.',
        'Od {day} wideorozmowy się zacinają i zrywają. Na kablu jest trochę lepiej, ale nadal źle.',
      ],
      details: ['Router stoi w przedpokoju, salon jest dwie ściany dalej.', 'W domu jest jedenaście urządzeń.', 'W szafie leży stary router od Państwa, jeśli to coś pomoże.', 'Wczorajszy pomiar: 38 w dół, 9 w górę.'],
      asks: [
        'Sprawdźmy, która część jest wolna. Prosimy o jeden pomiar na kablu prosto z routera i jeden przez Wi-Fi w tym samym pokoju.',
        'Od nas łącze wygląda dobrze. W jakim kolorze świeci router i czy używają Państwo sieci z końcówką 5G?',
      ],
      answers: ['Na kablu jest 480, przez Wi-Fi w tym samym pokoju 52. Czyli to chyba Wi-Fi.', 'Świeci na niebiesko. Używamy tej bez 5G, bo drukarka widzi tylko tę.'],
      fixes: [
        'To wszystko wyjaśnia: router wybrał kanał, z którego korzysta cały blok. Zdalnie zmieniliśmy go na wolny i zaktualizowaliśmy urządzenie. Prosimy zmierzyć wieczorem, powinno być ponad 300.',
        'Wysłaliśmy bezpłatnie nowszy router, dotrze {later}. Telewizor i laptopy prosimy podłączyć do sieci 5G, drukarka może zostać na drugiej.',
      ],
    },
    return: {
      subjects: ['Zwrot lampy {product}', 'Zwrot zamówienia {order}', 'Jak odesłać lampę?'],
      openings: [
        'Chcę zwrócić lampę {product} z zamówienia {order}. Jest piękna, ale o wiele za duża do naszego stołu.',
        'Jak zwrócić lampę? Model {product}, kupiony {day}, nie pasuje kolorem do pokoju.',
        'Jak zwrócić część zamówienia {order}? Jedna lampa {product} zostaje, druga wraca.',
      ],
      details: ['Karton jest otwarty, ale wszystko w nim jest.', 'Formularz zwrotu gdzieś zginął, o ile był.', 'Lampa nigdy nie była włączona.', 'Czy można ją oddać w sklepie?'],
      asks: [
        'Oczywiście. Czy jest jeszcze oryginalny karton i czy paczka ma zostać nadana, czy odebrana pod adresem {street}?',
        'Nie ma problemu. Zwrot pieniędzy czy lampa {product} w innym rozmiarze?',
      ],
      answers: ['Karton jest. Proszę o odbiór, dowolnego dnia po 15.', 'Zwrot pieniędzy, dziękuję. Może później zamówimy tę mniejszą.'],
      fixes: [
        'Etykieta jest w mailu. Kurier odbierze paczkę {later} po 15. Gdy tylko dotrze, zwrócimy {amount} na kartę.',
        'Zwrot ma numer {ref}. Prosimy nakleić etykietę na starą i nadać paczkę; {amount} wróci po około trzech dniach.',
      ],
    },
    damaged: {
      subjects: ['Lampa {product} przyszła uszkodzona', 'Pęknięty klosz', 'Rozbite szkło w paczce, zamówienie {order}'],
      openings: [
        'Lampa {product} przyszła dziś z rozbitym szkłem. Sam karton wygląda dobrze.',
        'Po rozpakowaniu zamówienia {order} okazało się, że klosz ma pęknięcie od góry do dołu. Zdjęcie w załączniku.',
        'Lampa świeci, ale podstawa jest wygięta i stoi krzywo jak wieża w Pizie.',
      ],
      details: ['To miał być prezent na {later}.', 'Niczego jeszcze nie wyrzucamy.', 'Kurier zostawił paczkę na deszczu.', 'Druga lampa z tej samej paczki jest cała.'],
      asks: [
        'Bardzo nam przykro. Prosimy o zdjęcie uszkodzenia i etykiety na kartonie, wtedy od razu wyślemy nową.',
        'Dziękujemy za szybką wiadomość. Uszkodzony jest tylko klosz czy także stojak? Być może mamy tę część na miejscu.',
      ],
      answers: ['Przesyłam zdjęcia. Uszkodzony jest tylko klosz, reszta jest w porządku.', 'W załączniku. Etykieta trochę zamokła, oby była czytelna.'],
      fixes: [
        'Dziękujemy, wszystko jasne. Nowy klosz wychodzi dziś i dotrze {later}. Uszkodzonego nie trzeba odsyłać; prosimy uważać na odłamki.',
        'Nowa lampa {product} jest w drodze, zamówienie {ref}. Uszkodzoną prosimy włożyć do kartonu i oddać kurierowi, który o tym wie.',
      ],
    },
    delivery: {
      subjects: ['Gdzie jest zamówienie {order}?', 'Brakuje części w paczce', 'Znów opóźniona dostawa'],
      openings: [
        'Zamówienie {order} miało dotrzeć {day}. Od czterech dni śledzenie pokazuje „w drodze”.',
        'Lampa {product} przyszła dziś, ale brakuje woreczka ze śrubami i haka.',
        'Według śledzenia paczka została doręczona {day}. Nie ma jej u mnie ani u żadnego z sąsiadów.',
      ],
      details: ['Elektryk przychodzi {later}, więc sprawa jest dość pilna.', 'Adres jak zawsze: {street}.', 'Proszę nie przysyłać znowu samego linku do śledzenia.', 'Dopłata za ekspres była zapłacona.'],
      asks: [
        'Przepraszamy. Zapytaliśmy przewoźnika, gdzie jest paczka. Czy można ją gdzieś zostawić i czy w skrzynce było może awizo?',
        'Dziękujemy, zajmiemy się tym. Jaka litera jest na kartce w woreczku, który dotarł: A czy B? Wtedy wiemy, którego brakuje.',
      ],
      answers: ['Żadnego awiza. Paczkę można zostawić w piekarni na parterze.', 'Na kartce jest B.'],
      fixes: [
        'Przewoźnik znalazł paczkę w innym magazynie. Dotrze {later}, a koszt dostawy {amount} już zwróciliśmy.',
        'Brakujący woreczek wyszedł dziś listem i powinien dotrzeć {later}. Gdyby go nie było, prosimy o telefon, przywieziemy go.',
      ],
    },
    transfer: {
      subjects: ['Potrzebne potwierdzenie przelewu', 'Gdzie jest mój przelew na {amount}?', 'Potwierdzenie płatności {ref}'],
      openings: [
        'Przelew na {amount} wyszedł {day}, a odbiorca twierdzi, że nic nie dotarło. Czy mogą Państwo potwierdzić wysłanie?',
        'Potrzebuję potwierdzenia przelewu {ref} w formie dokumentu dla właściciela mieszkania.',
        'Przelew na {amount} dla córki ma status „w trakcie” od {day}. Zwykle trwa to kilka minut.',
      ],
      details: ['Pieniądze zeszły z konta, to widać.', 'Termin mija {later}.', 'Numer konta jest poprawny, dwa razy sprawdzony.', 'To był pierwszy przelew do tego odbiorcy.'],
      asks: [
        'Rozumiemy niepokój. Jakie są cztery ostatnie cyfry konta odbiorcy? Prosimy nie wysyłać całego numeru mailem.',
        'Dziękujemy. Na kogo wystawić potwierdzenie i w jakim języku?',
      ],
      answers: ['Ostatnie cztery to 4471.', 'Po polsku, na zarządcę nieruchomości. Wystarczy PDF.'],
      fixes: [
        'Przelew zatrzymała rutynowa kontrola, bo był pierwszym do tego odbiorcy. Został zwolniony i jest już na drugim koncie. Potwierdzenie w załączniku.',
        'Potwierdzenie {ref} jest w załączniku, a także w aplikacji w zakładce Dokumenty. Drugi bank zaksięgował dziś środki.',
      ],
    },
    card: {
      subjects: ['Zablokowana karta', 'Odrzucona karta za granicą', 'Zgubiona karta'],
      openings: [
        'Karta została dziś trzy razy odrzucona, choć na koncie są środki. W aplikacji widnieje „ograniczona”.',
        'Od {day} nie mogę znaleźć karty. Jest zamrożona w aplikacji, ale potrzebuję nowej.',
        'Na karcie są dwie płatności z {day}, które nie są moje, razem {amount}.',
      ],
      details: ['Jestem w podróży, a to jedyna karta, jaką mam przy sobie.', 'Nikt inny nie zna PIN-u.', 'Ostatni zakup to bilet na pociąg.', 'Proszę nie dzwonić przed południem, inna strefa czasowa.'],
      asks: [
        'Karta jest bezpieczna: system zatrzymał ją z powodu płatności w kraju, w którym nigdy nie była używana. Czy rezerwacja hotelu z {day} jest Państwa?',
        'Dobrze, że karta została od razu zamrożona. Czy {street} to nadal właściwy adres dla nowej?',
      ],
      answers: ['Tak, hotel się zgadza. Druga płatność nie jest moja.', 'Tak, adres się zgadza.'],
      fixes: [
        'Karta jest odblokowana, a obca płatność, {amount}, wróciła już na konto. Dla bezpieczeństwa wysyłamy nową kartę.',
        'Stara karta jest zastrzeżona, nowa wychodzi dziś i będzie w skrzynce najpóźniej {later}. Do tego czasu można płacić telefonem.',
      ],
    },
    login: {
      subjects: ['Nie mogę zalogować się do aplikacji', 'Podejrzany SMS w Państwa imieniu', 'Aplikacja: nieznane urządzenie'],
      openings: [
        'Od zmiany telefonu aplikacja pokazuje „nieznane urządzenie”, a kod nie przychodzi.',
        'Przyszedł SMS w Państwa imieniu z prośbą o potwierdzenie konta przez link. Link nie był otwierany. Czy to od Państwa?',
        'Po aktualizacji z {day} aplikacja zamyka się zaraz po wpisaniu PIN-u.',
      ],
      details: ['Stary telefon jest zepsuty, więc nie da się nim potwierdzić.', 'W przeglądarce jest to samo.', 'Mama dostała taką samą wiadomość.', 'Telefon nie ma nawet roku.'],
      asks: [
        'Dobrze, że najpierw pytanie do nas. Czy na stronie z linku zostało cokolwiek wpisane, choćby imię?',
        'Nowy telefon trzeba ponownie połączyć z aplikacją. Czy paszport jest pod ręką i czy numer telefonu nadal kończy się na 38?',
      ],
      answers: ['Nie, strona nie była otwierana. Wiadomość jest już usunięta.', 'Paszport jest, numer ten sam.'],
      fixes: [
        'To był dobry ruch: wiadomość nie była od nas. Strona została zgłoszona i już nie działa. Konto nie było naruszone, nic więcej nie trzeba robić.',
        'Można już połączyć telefon: w aplikacji prosimy wybrać „Nowe urządzenie” i przyłożyć paszport do tyłu telefonu. Kod jest ważny do {later}.',
      ],
    },
    password: {
      subjects: ['Zablokowane konto', 'Proszę o reset hasła', 'Brak dostępu do poczty po urlopie'],
      openings: [
        'Powrót z urlopu i hasło wygasło. Strona do zmiany mówi, że konto jest zablokowane.',
        'Za dużo razy złe hasło i teraz nie działa ani poczta, ani telefonia.',
        'Mail do resetu trafia właśnie do tej skrzynki, której nie mogę otworzyć. Czy ktoś może to zrobić ręcznie?',
      ],
      details: ['Moja zmiana zaczyna się o 10.', 'Dziś siedzę w biurze na drugim piętrze.', 'W telefonie działało do wczoraj.', 'Tak, caps lock był wyłączony.'],
      asks: [
        'Już robimy. Musimy mieć pewność, że to Ty: podejdź do kącika IT albo niech przełożony potwierdzi to tutaj.',
        'Konto jest odblokowane. Czy strona prosi o kod z aplikacji, czy zatrzymuje się wcześniej?',
      ],
      answers: ['Wizyta w kąciku IT zaliczona, dzięki. Poczta działa, telefonia jeszcze nie.', 'Zatrzymuje się przed kodem, zaraz po haśle.'],
      fixes: [
        'Telefonia pobiera nowe hasła raz na godzinę, wymusiliśmy to ręcznie. Wystarczy raz się wylogować.',
        'Przeglądarka miała zapisane stare hasło. Jest zresetowane jeszcze raz: za pierwszym razem wpisz je ręcznie i dopiero wtedy zapisz.',
      ],
    },
    laptop: {
      subjects: ['Laptop dla nowej osoby od {later}', 'Wdrożenie: sprzęt', 'Nowa osoba w zespole, {later}'],
      openings: [
        'W moim zespole {later} zaczyna nowa osoba; potrzebny laptop, słuchawki i dostęp do zgłoszeń.',
        'Czy możecie przygotować sprzęt dla nowej osoby? Pierwszy dzień to {later}, od drugiego tygodnia praca z domu.',
        'Dwa tygodnie temu poszło zamówienie na laptop dla nowej osoby i cisza. Pierwszy dzień to {later}.',
      ],
      details: ['Polska klawiatura, jeśli jest.', 'Dwa monitory byłyby super, jeden wystarczy.', 'Umowa podpisana, HR ma wszystko.', 'Proszę dodać tę osobę do zespołu internetowego.'],
      asks: [
        'Chętnie. Które marki ma widzieć od pierwszego dnia i czy laptop ma trafić do biura, czy do domu?',
        'Mamy laptop na stanie. Jaki układ klawiatury i słuchawki na jedno czy oboje uszu?',
      ],
      answers: ['Do biura, na początek tylko Skärnet.', 'Na oboje uszu, w naszym kącie jest głośno. Układ polski.'],
      fixes: [
        'Gotowe: laptop, słuchawki i konta czekają w szafce 12. Przy pierwszym logowaniu trzeba ustawić hasło; o dziewiątej jesteśmy na miejscu.',
        'Konto założone, laptop zainstalowany, karta czeka w recepcji. Konta szkoleniowe będą po południu {later}.',
      ],
    },
  },
};
