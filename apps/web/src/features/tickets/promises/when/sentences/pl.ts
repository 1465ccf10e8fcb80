/** As in en.ts. */
export const kept = `
Oddzwonimy jutro do 15. | 2 15:00
Oddzwonię jutro. | 2
Oddzwonię w czwartek. | 3
Zadzwonię jutro o 15:00. | 2 15:00
Zadzwonimy do Pana w piątek rano. | 4 12:00
Odpowiemy w ciągu dwóch godzin. | 1 12:00
Odpiszę dzisiaj. | 1
Odezwę się jutro. | 2
Odezwiemy się do czwartku. | 3
Wyślę fakturę dziś. | 1
Wyślemy część jutro rano. | 2 12:00
Prześlę ofertę do piątku. | 4
Prześlemy umowę do końca tygodnia. | 4
Dam znać jutro. | 2
Damy Panu znać w poniedziałek. | 7
Dam Pani znać do 16:00. | 1 16:00
Skontaktujemy się z Panią w środę. | 2
Skontaktuję się z Panem za godzinę. | 1 11:00
Wrócę do Pana w piątek. | 4
Wrócimy z odpowiedzią w przyszłym tygodniu. | 11
Sprawdzę to i napiszę jutro. | 2
Sprawdzimy to i oddzwonimy w ciągu 24 godzin. | 2 10:00
Naprawimy to do jutra. | 2
Dostarczymy router 10 grudnia. | 10
Przyjedziemy w środę między 8 a 12. | 2 08:00-12:00
Technik przyjedzie jutro między 14:00 a 16:00. | 2 14:00-16:00
Nasz technik zadzwoni dziś po południu. | 1 17:00
Technik odwiedzi Państwa 4 grudnia. | 4
Kurier odbierze paczkę w czwartek. | 3
Kolega oddzwoni jutro o 9. | 2 09:00
Otrzyma Pan odpowiedź jutro. | 2
Otrzyma Pani zwrot w ciągu trzech dni roboczych. | 4
Dostanie Pan fakturę w poniedziałek. | 7
Paczka dotrze pojutrze. | 3
Przesyłka zostanie wysłana w piątek. | 4
Zwrot zostanie zaksięgowany w ciągu 5 dni. | 6
Obiecuję, że zadzwonię przed 17:00. | 1 17:00
Obiecujemy odpowiedź do piątku. | 4
Potwierdzę termin do godz. 16. | 1 16:00
Poinformujemy Państwa w ciągu tygodnia. | 8
Przekażę sprawę i oddzwonię za pół godziny. | 1 10:30
Wyjaśnimy to do końca dnia. | 1
Zajmiemy się tym w czwartek. | 3
Zwrócimy pieniądze do końca miesiąca. | 31
Wymienimy modem w czwartek o 10:30. | 3 10:30
Dzień dobry,\noddzwonię jutro. | 2
Dziękuję za cierpliwość. Odpowiemy w piątek. | 4
W czwartek oddzwonimy. | 3
Jutro po południu wyślę dane. | 2 17:00
Będę u Pana w sobotę o 9:00. | 5 09:00
Przygotujemy raport na 18 grudnia 2026. | 18
Podeślę dokumenty 3/12. | 3
Zadzwonię wieczorem. | 1 21:00
Zamówimy część i odezwiemy się w środę. | 2
Napiszę do Pani za dwie godziny. | 1 12:00
Przelejemy środki w ciągu 48 godzin. | 3 10:00
Oddzwonimy o 14. | 1 14:00
Zbadamy sprawę i odpowiemy do 2026-12-15. | 15
Usuniemy awarię jutro do 12:00. | 2 12:00
Załatwię to dzisiaj. | 1
Powiadomimy Państwa w przyszły wtorek. | 8
Nadamy przesyłkę jutro przed południem. | 2 12:00
`;

export const noPromise = `
Nie oddzwonię jutro.
Nie możemy wysłać tego przed piątkiem, nie wyślemy w czwartek.
Niestety nie zadzwonię dzisiaj.
Nigdy nie dzwonimy w niedzielę.
Oddzwonię.
Odpowiemy najszybciej, jak się da.
Czy może Pan zadzwonić jutro?
Czy mogę zadzwonić jutro o 15:00?
Czy oddzwonimy w czwartek?
Kiedy będzie Pan w domu jutro?
O której zadzwonimy jutro?
Proszę zadzwonić jutro.
Proszę wysłać fakturę do piątku.
Może Pan zadzwonić w czwartek.
Prosimy o kontakt dzisiaj.
Dzwonił Pan wczoraj.
Dzwoniłem wczoraj o 15:00.
Wysłaliśmy to w poniedziałek.
Technik był we wtorek.
Jeśli wyśle Pan to dziś, odpowiemy jutro.
Jeżeli się powtórzy, zadzwonię w piątek.
Odpowiemy jutro, o ile dostawca się odezwie.
Być może zadzwonię jutro.
Może oddzwonimy w czwartek.
Mam nadzieję, że zadzwonię jutro.
Postaram się zadzwonić jutro, odezwę się.
Spróbujemy naprawić to do piątku.
Zadzwoniłbym jutro.
Napisał Pan „oddzwonię jutro” i nikt nie zadzwonił.
> Oddzwonimy jutro do 15.
"Zwrócimy pieniądze w piątek" – tak było w mailu.
Nasze biuro jest czynne jutro od 8 do 16.
Spotkanie jest w czwartek o 15:00.
Umowa kończy się 31 grudnia.
Wizyta odbyła się we wtorek.
Dziękuję za dzisiejszą rozmowę.
Miłego dnia i do jutra.
Oferta jest ważna do piątku.
Cena wzrośnie o 15 procent.
Dziś zamykamy o 17:00.
Znowu działa od poniedziałku.
Jutro jest święto.
Zgodnie z ustaleniami z poniedziałku sprawa jest zamknięta.
Obiecali, że dostarczą w czwartek.
Prawdopodobnie dostarczymy w czwartek.
Chyba przyjedziemy w piątek.
Gdy otrzymamy część, przyjedziemy w poniedziałek.
Jak tylko dotrze jutro, wyślemy ją.
Kiedy Pan ją odeśle, zadzwonimy w czwartek.
W przypadku awarii zadzwonimy w poniedziałek.
Nie otrzyma Pan faktury w grudniu.
Pod warunkiem zapłaty wyślemy w środę.
Czy dotarł mój mail z 3 grudnia?
Jutro nikogo nie ma w biurze.
Proszę zrestartować router i poczekać dwie minuty.
To zależy od pogody, przyjedziemy w czwartek.
Ewentualnie wyślemy to w piątek.
Chętnie pomożemy.
Termin płatności to 15 grudnia.
Dziś jest wtorek.
W czwartek jest duży ruch.
Gdyby padało, przyjedziemy w środę.
`;
