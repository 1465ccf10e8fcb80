/** As in en.ts. */
export const kept = `
Jag återkommer på torsdag. | 3
Jag återkommer imorgon. | 2
Jag återkommer till dig senast på fredag. | 4
Vi återkommer inom två timmar. | 1 12:00
Jag ringer dig imorgon kl 15. | 2 15:00
Jag ringer dig i morgon kl. 09.30. | 2 09:30
Vi ringer upp dig på onsdag. | 2
Vi hör av oss nästa vecka. | 11
Jag hör av mig under dagen. | 1
Återkommer på torsdag. | 3
Hör av mig imorgon. | 2
På torsdag återkommer jag med besked. | 3
Imorgon ringer vi dig. | 2
I eftermiddag ringer jag dig. | 1 17:00
Jag ska ringa dig imorgon. | 2
Vi kommer att skicka fakturan idag. | 1
Jag kommer att höra av mig på måndag. | 7
Vi skickar reservdelen imorgon. | 2
Jag skickar offerten senast den 10 december. | 10
Jag mejlar dig underlaget före lunch imorgon. | 2 12:00
Vi lovar att svara inom en arbetsdag. | 2
Jag lovar att ringa före kl 17. | 1 17:00
Du får svar imorgon. | 2
Du får besked senast på fredag kl 12. | 4 12:00
Ni får en återbetalning inom fem dagar. | 6
Du hör från oss på måndag. | 7
En tekniker kommer på onsdag mellan 8 och 12. | 2 08:00-12:00
En tekniker besöker er den 4 december. | 4
Vår tekniker ringer dig imorgon mellan 14:00 och 16:00. | 2 14:00-16:00
Min kollega ringer dig i eftermiddag. | 1 17:00
Pengarna betalas ut inom tre bankdagar. | 4
Paketet skickas i övermorgon. | 3
Paketet levereras på fredag. | 4
Vi undersöker det och återkommer om en timme. | 1 11:00
Jag kollar upp det och svarar dig idag. | 1
Jag ringer om en halvtimme. | 1 10:30
Vi ordnar det innan veckan är slut. | 4
Vi löser det och vi återkommer i slutet av veckan. | 4
Tack för ditt tålamod! Jag ringer dig på lördag. | 5
Hej Anna,\njag återkommer imorgon bitti. | 2 12:00
Jag ska kontakta leverantören och återkomma på torsdag. | 3
Vi ska ha ett svar till dig på fredag. | 4
Jag bekräftar tiden senast 16:00. | 1 16:00
Vi meddelar dig senast 2026-12-15. | 15
Vi fixar felet före kl 18 idag. | 1 18:00
Vi ser till att det är klart den 3/12. | 3
Då ringer jag dig på torsdag klockan 10. | 3 10:00
Jag slår en signal imorgon kväll. | 2 21:00
Vi betalar tillbaka beloppet inom 14 dagar. | 15
Vi levererar den nya routern på måndag förmiddag. | 7 12:00
Jag uppdaterar dig imorgon eftermiddag. | 2 17:00
Vi byter modemet nästa torsdag. | 10
Jag informerar dig inom 24 timmar. | 2 10:00
Vi kommer ut till dig på onsdag kl 8-10. | 2 08:00-10:00
Jag skriver till dig senast torsdag. | 3
Senast fredag skickar vi en ny faktura. | 4
Vi bokar om besöket och ringer dig på fredag. | 4
Imorgon kommer vi att leverera delen. | 2
Jag återkopplar till dig i veckan. | 4
Vi utreder saken och ger dig besked inom en vecka. | 8
Rapporten blir klar den 18 december. | 18
Jag ringer dig klockan 14. | 1 14:00
`;

export const noPromise = `
Jag ringer inte imorgon.
Vi kan inte återkomma före torsdag.
Jag hinner tyvärr inte ringa idag.
Vi skickar inga fakturor på fredag.
Jag återkommer.
Vi återkommer så snart vi vet mer.
Kan du ringa mig imorgon?
Kan jag ringa dig imorgon kl 15?
Ska vi ringa dig på torsdag?
När passar det dig imorgon?
Är du hemma på fredag?
Ring oss imorgon.
Skicka fakturan senast på fredag.
Hör gärna av dig på torsdag.
Återkom gärna imorgon.
Du ringde igår.
Jag ringde dig igår kl 15.
Vi skickade den i måndags.
Teknikern kom i tisdags.
Om du skickar den idag så svarar vi imorgon.
Om det händer igen ringer jag dig på fredag om du vill.
Vi svarar imorgon ifall leverantören hör av sig.
Jag ringer kanske imorgon.
Kanske återkommer jag på torsdag.
Jag hoppas att jag kan ringa imorgon.
Vi försöker laga det till fredag.
Vi skulle ringa dig imorgon.
Du skrev "jag ringer dig imorgon" men ingen ringde.
> Jag återkommer på torsdag.
”Vi återkommer på fredag” stod det i mejlet.
Vårt kontor är öppet imorgon mellan 8 och 16.
Mötet är på torsdag kl 15.
Ert avtal löper ut den 31 december.
Din tid var i tisdags.
Tack för samtalet idag.
Trevlig helg och tack för idag.
Hoppas att du haft en bra helg.
Erbjudandet gäller till fredag.
Priset stiger med 15 procent.
Det fungerar igen sedan måndag.
Imorgon är det helgdag.
Som vi kom överens om i måndags är ärendet stängt.
De lovade att ringa på torsdag.
Vi levererar troligtvis på torsdag.
Eventuellt kommer vi på fredag.
Jag vet inte om vi ringer imorgon.
Såvida du inte säger nej ringer vi på fredag.
När du har skickat delen kommer vi på måndag.
Så fort den kommer imorgon skickar vi den.
Du får ingen faktura i december.
Jag har aldrig sagt att vi ringer på fredag.
Fick du mitt mejl den 3 december?
Ingen är på kontoret imorgon.
Starta om routern och vänta två minuter.
Det beror på vädret, annars kommer vi på torsdag.
Förutsatt att allt går bra kommer vi på onsdag.
Vi hjälper dig gärna.
Fakturan förfaller den 15 december.
Mellan 8 och 12 är det mycket att göra.
Idag är det tisdag.
Stängt från kl 17 på fredag.
Vi trodde att ni ringde på torsdag.
`;
