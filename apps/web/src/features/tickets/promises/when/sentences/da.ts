/** As in en.ts. */
export const kept = `
Jeg vender tilbage på torsdag. | 3
Jeg vender tilbage i morgen. | 2
Vi vender tilbage senest fredag. | 4
Vi vender tilbage inden for to timer. | 1 12:00
Jeg ringer til dig i morgen kl. 15. | 2 15:00
Jeg ringer i morgen kl. 9.30. | 2 09:30
Vi ringer dig op på onsdag. | 2
Jeg skriver til dig i dag. | 1
Vi kontakter dig i næste uge. | 11
Vender tilbage på torsdag. | 3
Ringer i morgen. | 2
På torsdag vender jeg tilbage. | 3
I morgen ringer vi til dig. | 2
I eftermiddag ringer jeg til dig. | 1 17:00
Jeg vil ringe til dig i morgen. | 2
Vi vil sende fakturaen i dag. | 1
Jeg skal nok ringe til dig på mandag. | 7
Vi sender reservedelen i morgen. | 2
Jeg sender tilbuddet senest den 10. december. | 10
Jeg mailer dig papirerne i morgen inden frokost. | 2 12:00
Vi lover at svare inden for en hverdag. | 2
Jeg lover at ringe inden kl. 17. | 1 17:00
Du får svar i morgen. | 2
Du får besked senest fredag kl. 12. | 4 12:00
Du hører fra os på mandag. | 7
I hører fra os inden for fem dage. | 6
En tekniker kommer på onsdag mellem 8 og 12. | 2 08:00-12:00
En tekniker besøger jer den 4. december. | 4
Vores tekniker ringer til dig i morgen mellem 14:00 og 16:00. | 2 14:00-16:00
Min kollega ringer til dig i eftermiddag. | 1 17:00
Pengene udbetales inden for tre hverdage. | 4
Pakken sendes i overmorgen. | 3
Pakken leveres på fredag. | 4
Vi undersøger det og vender tilbage om en time. | 1 11:00
Jeg kigger på det og svarer dig i dag. | 1
Jeg ringer om en halv time. | 1 10:30
Vi ordner det inden ugen er omme. | 4
Vi løser det og giver dig besked i slutningen af ugen, og vi ringer. | 4
Tak for din tålmodighed! Jeg ringer til dig på lørdag. | 5
Hej Anna,\njeg vender tilbage i morgen formiddag. | 2 12:00
Jeg kontakter leverandøren og vender tilbage på torsdag. | 3
Vi vil have et svar til dig på fredag. | 4
Jeg bekræfter tidspunktet senest 16:00. | 1 16:00
Vi melder tilbage senest 2026-12-15. | 15
Vi fikser fejlen inden kl. 18 i dag. | 1 18:00
Vi leverer den 3/12. | 3
Så ringer jeg til dig torsdag klokken 10. | 3 10:00
Jeg ringer til dig i morgen aften. | 2 21:00
Vi refunderer beløbet inden for 14 dage. | 15
Vi leverer den nye router mandag formiddag. | 7 12:00
Jeg opdaterer dig i morgen eftermiddag. | 2 17:00
Vi bytter modemmet næste torsdag. | 10
Jeg informerer dig inden for 24 timer. | 2 10:00
Vi kommer ud til dig onsdag kl. 8-10. | 2 08:00-10:00
Jeg giver dig besked senest torsdag. | 3
Senest fredag sender vi en ny faktura. | 4
Vi booker besøget om og ringer på fredag. | 4
I morgen vil vi levere delen. | 2
Jeg følger op i denne uge. | 4
Vi undersøger sagen og giver dig svar om en uge. | 8
Rapporten er klar den 18. december. | 18
Jeg ringer klokken 14. | 1 14:00
`;

export const noPromise = `
Jeg ringer ikke i morgen.
Vi kan ikke vende tilbage før torsdag.
Jeg når desværre ikke at ringe i dag.
Vi sender ingen fakturaer på fredag.
Jeg vender tilbage.
Vi vender tilbage, så snart vi ved mere.
Kan du ringe til mig i morgen?
Må jeg ringe til dig i morgen kl. 15?
Skal vi ringe til dig på torsdag?
Hvornår passer det dig i morgen?
Er du hjemme på fredag?
Ring til os i morgen.
Send fakturaen senest fredag.
Skriv gerne på torsdag.
Vend gerne tilbage i morgen.
Du ringede i går.
Jeg ringede til dig i går kl. 15.
Vi sendte den i mandags.
Teknikeren kom i tirsdags.
Hvis du sender den i dag, svarer vi i morgen.
Hvis det sker igen, ringer jeg til dig på fredag.
Vi svarer i morgen, hvis leverandøren skriver.
Jeg ringer måske i morgen.
Måske vender jeg tilbage på torsdag.
Jeg håber, at jeg kan ringe i morgen.
Vi forsøger at lave det til fredag.
Vi ville ringe til dig i morgen.
Du skrev "jeg ringer i morgen", men ingen ringede.
> Jeg vender tilbage på torsdag.
»Vi vender tilbage på fredag« stod der i mailen.
Vores kontor har åbent i morgen mellem 8 og 16.
Mødet er på torsdag kl. 15.
Jeres aftale udløber den 31. december.
Din tid var i tirsdags.
Tak for samtalen i dag.
God weekend og tak for i dag.
Håber, du har haft en god weekend.
Tilbuddet gælder til fredag.
Prisen stiger med 15 procent.
Det virker igen siden mandag.
I morgen er det helligdag.
Som aftalt i mandags er sagen lukket.
De lovede at ringe på torsdag.
Vi leverer sandsynligvis på torsdag.
Eventuelt kommer vi på fredag.
Jeg ved ikke, om vi ringer i morgen.
Medmindre du siger nej, ringer vi på fredag.
Når du har sendt delen, kommer vi på mandag.
Så snart den kommer i morgen, sender vi den.
Du får ingen faktura i december.
Jeg har aldrig sagt, at vi ringer på fredag.
Fik du min mail den 3. december?
Der er ingen på kontoret i morgen.
Genstart routeren og vent to minutter.
Det afhænger af vejret, ellers kommer vi på torsdag.
Forudsat at alt går godt, kommer vi på onsdag.
Vi hjælper dig gerne.
Fakturaen forfalder den 15. december.
Mellem 8 og 12 er der travlt.
I dag er det tirsdag.
Lukket fra kl. 17 på fredag.
Vi troede, at I ringede på torsdag.
`;
