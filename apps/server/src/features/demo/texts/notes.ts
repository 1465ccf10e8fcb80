import type { SituationKey } from './texts.types.ts';

/** What colleagues observe among themselves, in the house language. */
export const notes: Record<SituationKey, string[]> = {
  outage: [
    'Checked the OLT: this port only, the neighbours are up. LOS since early morning, so it is the drop cable or the splice.',
    'Field says the street cabinet was opened last week. I asked them to look at the splice tray first.',
    'Third case from the same street. If one more comes in, treat it as an area fault.',
    'Customer works from home and is calm so far. Mention the credit without being asked.',
  ],
  technician: [
    'Dispatch log: arrived 10:40, "no access", left after four minutes. No call in the log, so this one is on us.',
    'Second missed visit at this address. Goodwill up to the limit is fine with me.',
    'Door code was in the old job but not copied to the new one. Told dispatch.',
  ],
  invoice: [
    'Two active subscriptions in billing, one with the old address. The old one should have ended at the move.',
    'Credit note drafted, waiting for the second pair of eyes.',
    'Same pattern as last month\u2019s billing run. Finance knows, fix is planned.',
  ],
  slow: [
    'Line is clean: SNR fine, no errors in 24 h. Channel 6 with nine networks around.',
    'Old router model, no 5 GHz worth mentioning. A swap is cheaper than three more calls.',
    'Speed test by cable is all right, so not ours strictly speaking, but let us help with the channel.',
  ],
  return: ['Within the 30 days, all fine. Opened box is no reason to refuse.', 'Customer has returned three times this year, always correct. Nothing to worry about.', 'Warehouse confirms arrival, shade unused.'],
  damaged: ['Photo is clear, carrier damage. Claim opened with the carrier.', 'Same batch as the two cases of last week, glass too thin at the rim? Passed on to purchasing.', 'Replacement from stock, no need to take the pieces back.'],
  delivery: ['Carrier scan: stuck in the terminal since Tuesday, label unreadable.', 'Bag B is missing in several parcels of this batch; warehouse packs extra ones now.', 'Express was paid, so the delivery charge goes back in any case.'],
  transfer: ['Held by the new-payee rule, score low. Released after the call-back.', 'Confirmation made out, no account number in it beyond the last four.', 'Identity confirmed through the app before any detail was given.'],
  card: ['Fraud desk: pattern fits the skimming wave, block stays for the old card.', 'Customer is abroad, so virtual card first, plastic second.', 'Chargeback opened, provisional credit booked.'],
  login: ['Phishing page reported, host took it down within the hour.', 'Device link reset, passport check passed.', 'App version is two behind; the crash is known and fixed in the current one.'],
  password: ['Confirmed in person at the IT corner.', 'Fourth reset this quarter. Offer the password manager course.', 'Phone system sync was 50 minutes behind, pushed by hand.'],
  laptop: ['Laptop from stock, asset tag NL-0412. Headset ordered, arrives before the first day.', 'Accounts made, brands limited as asked.', 'HR start date checked, contract is signed.'],
};

export const colleagues = [
  'Could you take a look, {colleague}? I think you had a case like this last month.',
  'Talked to {colleague} about it: same procedure as always, but write down the time.',
  '{colleague} knows this customer, so handing over the context here: friendly, wants facts, no calls before ten.',
  'On hold until we hear from the other side. I will look again tomorrow morning.',
];

export const spam: { from: string; address: string; subject: string; text: string }[] = [
  { from: 'Web Ranking Team', address: 'offer@rank-first.example', subject: 'Your website is not on page one', text: 'Dear business owner,\n\nwe looked at your website and found 27 errors. For a small monthly fee we bring you to the first page within ten days, guaranteed.\n\nReply YES to start.' },
  { from: 'Accounts Dept', address: 'billing@secure-docs.example', subject: 'Outstanding document 88213', text: 'Please review the outstanding document through the secure portal within 24 hours to avoid suspension of your mailbox.' },
  { from: 'Premium Leads', address: 'data@premium-leads.example', subject: '45,000 verified contacts for your branch', text: 'Hi,\n\nwould you be interested in a list of 45,000 verified decision makers? We have a discount this week only.' },
  { from: 'Crypto Daily', address: 'news@coin-daily.example', subject: 'He made 9,000 in one week', text: 'Banks do not want you to know this. Read how an ordinary man made 9,000 in his first week with our system.' },
];
