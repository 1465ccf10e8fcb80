import type { LanguageTexts } from './texts.types.ts';

export const en: LanguageTexts = {
  greetings: ['Hello,', 'Hi,', 'Good morning,', 'Dear {brand} team,', 'Hi there,'],
  closings: ['Kind regards,\n{name}', 'Best,\n{name}', 'Many thanks\n{name}', '{name}', 'Regards,\n{name}\n{street}'],
  agentGreetings: ['Hello {first},', 'Hi {first},', 'Dear {first},', 'Good morning {first},'],
  agentClosings: ['Best regards,\n{agent}', 'Kind regards,\n{agent}\n{brand}', 'All the best,\n{agent}'],
  thanks: [
    'Brilliant, that did it. Thank you for the quick help!',
    'Perfect, all good now. Have a nice weekend.',
    'Thank you, that is exactly what I needed to know.',
    'It works again. Thanks for not making me explain it three times.',
    'Great, thanks. You can close this one.',
  ],
  chases: [
    'Is there any news on this? I have not heard anything since my last message.',
    'Sorry to press, but I really need to know where this stands.',
    'I am still waiting for an answer. Could somebody please look at it today?',
    'Just checking in: has anything happened yet?',
  ],
  updates: [
    'A short note so that you are not left wondering: I have passed this to our specialists and expect their answer by {later}. I will write to you then, whatever they say.',
    'Thank you for your patience. We are still waiting for the other side, and I have asked them again this morning.',
    'I have not forgotten you. The check takes a day longer than I hoped; you will hear from me by {later}.',
    'You are right to ask. My colleague is looking at the records now, and I will get back to you before the end of the day.',
  ],
  nudges: [
    'As I have not heard from you, I assume that this is settled and close the case for now. A reply to this message is enough to open it again.',
    'I hope no news is good news. I am closing this today; simply answer if there is anything left to do.',
  ],
  outOfOffice: { subject: 'Automatic reply: out of the office', body: 'Thank you for your message. I am out of the office until {later} and read my mail only now and then. In urgent cases please call our reception.' },
  attribution: 'On {date}, {from} wrote:',
  people: ['Harriet Cole', 'Thomas Whitfield', 'Priya Raman', 'George Ellery', 'Niamh Doyle', 'Daniel Achterberg', 'Ruth Pemberton', 'Callum Fraser', 'Amelia Thorne', 'Victor Hale', 'Joanna Price', 'Leon Mercer'],
  streets: ['14 Mill Lane', '3 Harbour Terrace', '27 Elm Grove', '118 Station Road', '9 Priory Close', '52 Westfield Avenue'],
  organizations: [{ name: 'Hale & Thorne Architects', domain: 'halethorne.example', members: [8, 9] }, { name: 'Millbrook Primary School', domain: 'millbrook.example', members: [2] }],
  mailDomains: ['postbox.example', 'brightmail.example'],
  phone: '+44 1632 960',
  currency: '£{n}.00',
  signature: '{brand} customer service\nMonday to Friday, 8 to 17',
  situations: {
    outage: {
      subjects: ['No internet since {day}', 'Connection down at {street}', 'Broadband completely dead'],
      openings: [
        'Our internet has been down since {day}. The light on the box that used to be green is now blinking red.',
        'We have no connection at all at {street}. I restarted everything twice and waited half an hour in between.',
        'The broadband went off in the middle of a meeting and has not come back. Television is gone too, only the phone line still works.',
      ],
      details: ['My neighbour is with you as well and has the same trouble.', 'I work from home and burn through my mobile data at the moment.', 'The status page says that everything is fine, which it is not.', 'It happened the last time it rained heavily, too.'],
      asks: [
        'I am sorry about that. Could you tell me which lights are on at the small white box on the wall, and in which colour? I also see no fault in your area, so it may be your line only.',
        'Thank you for telling us. Please pull the fibre box\u2019s power for a full minute and plug it in again, then tell me whether the light marked LOS stays red.',
      ],
      answers: ['I did as you said. POWER is green, LOS is red and stays red, and the one called PON does nothing.', 'Pulled the plug, waited, put it back. After about two minutes the red light is there again.'],
      fixes: [
        'We found it: a splice in the street cabinet had come loose, and a technician put it right an hour ago. Your line measures well now. I have taken the days without service off your next invoice.',
        'A digger had damaged the cable in your street. It was repaired this morning and your box answers again. Please restart your router once so that it fetches a fresh address.',
      ],
    },
    technician: {
      subjects: ['Your technician never came', 'Missed visit on {day}', 'Waited all day for nothing'],
      openings: [
        'A technician was supposed to come on {day} between 8 and 12. I took the morning off, and nobody rang or called.',
        'I waited at home all of {day} for the visit that you had confirmed by text message. Nobody came.',
        'This is the second time that the appointment at {street} was missed. The first time the technician at least telephoned.',
      ],
      details: ['I cannot take another day off just like that.', 'The text message with the time is still on my phone, if you want to see it.', 'The door bell works, I tried it.', 'My job number is {ref}.'],
      asks: [
        'I apologise, that must not happen. I see in the plan that the technician marked the door as not found. Could you tell me the floor and whether there is a door code?',
        'I am sorry that you lost a day. I can offer {later} in the morning or in the late afternoon. Which of the two suits you, and which number may the technician call?',
      ],
      answers: ['Second floor, on the left, code 2580. The name is on the door.', 'Late afternoon is better. Please let them call half an hour before; the number is the one you have.'],
      fixes: [
        'It is booked for {later} between 16 and 18. The technician will call you half an hour before, and I have put your door code in the job. For the missed visit I have credited {amount} to your account.',
        'Thank you, the visit is confirmed for {later}. I will look at it myself that evening to make sure it took place, and the missed one costs you nothing.',
      ],
    },
    invoice: {
      subjects: ['Charged twice this month', 'Invoice {ref} is wrong', 'Same invoice two times'],
      openings: [
        'I got two invoices for the same month, both for {amount}, and both have been taken from my account.',
        'On invoice {ref} my subscription stands twice. I only have one connection and only one flat.',
        'Could you please check invoice {ref}? It is {amount} higher than usual and I have not ordered anything.',
      ],
      details: ['I attach nothing, you surely have both in your system.', 'My bank says that I can have it called back, but I would rather not.', 'The one from {day} is the right one, I think.', 'It was the same in spring and took two months to settle.'],
      asks: [
        'Thank you, I see both invoices. Before I cancel one: did you move or change your subscription lately? One of them carries another address.',
        'I have found invoice {ref}. May I ask on which day the second amount left your account? Then I can match it with our books.',
      ],
      answers: ['No move, no change. I have lived at {street} for nine years.', 'The second payment left on {day}, the first one three days before.'],
      fixes: [
        'You are right, and I am sorry. The second invoice came from an old subscription that should have ended. It is cancelled now, and {amount} will be back on your account within five working days.',
        'The extra amount was a mistake in our billing run. I have written a credit note for {amount}; you will see it on your account by {later}.',
      ],
    },
    slow: {
      subjects: ['Wi-Fi very slow in the evening', 'Not getting the speed I pay for', 'Video calls keep freezing'],
      openings: [
        'In the evening our Wi-Fi is so slow that films stop every few minutes. During the day it is all right.',
        'I pay for 500 and measure 40 at most. I tried three telephones and one laptop.',
        'Since {day} my video calls freeze and drop. With the cable in, it is a little better but still not good.',
      ],
      details: ['The router stands in the hall, the living room is two walls away.', 'We have eleven devices in the house, two of them are children.', 'An old router from you still lies in the cupboard if that helps.', 'My measurement from last night: 38 down, 9 up.'],
      asks: [
        'Let us find out which half of it is slow. Could you measure once with a cable straight into the router, and once over Wi-Fi in the same room?',
        'From here your line looks sound. Which colour has the light on the router, and do you use the network whose name ends in 5G?',
      ],
      answers: ['With the cable I get 480, over Wi-Fi in the same room 52. So it is the Wi-Fi, I suppose.', 'The light is blue. We use the one without 5G, because the printer only knows that one.'],
      fixes: [
        'That explains it: your router had chosen a channel that the whole house uses. I have moved it to a free one and updated it from here. Please measure again tonight; it should be above 300 in the same room.',
        'I have sent you a newer router free of charge, it arrives on {later}. Connect the television and laptops to the 5G network and leave the printer on the other one.',
      ],
    },
    return: {
      subjects: ['I would like to return {product}', 'Return of order {order}', 'Sending a lamp back'],
      openings: [
        'I would like to send back the {product} from order {order}. It is lovely, but far too big for our table.',
        'How do I return a lamp? I bought the {product} on {day}, and the colour does not go with the room.',
        'Please tell me how to return part of order {order}. I keep one {product}, the other one goes back.',
      ],
      details: ['The box is opened, but everything is in it.', 'I have lost the return slip, if there was one.', 'It has never been switched on.', 'Can I hand it in at a shop instead?'],
      asks: [
        'Of course. Do you still have the original box, and would you rather hand the parcel in or have it collected at {street}?',
        'No problem at all. Would you like the money back, or another {product} in a different size?',
      ],
      answers: ['The box is here. Please have it collected, any day after 15 is fine.', 'The money back, please. Maybe we will order the small one later.'],
      fixes: [
        'The label is in your mail. The parcel will be collected on {later} after 15. As soon as it arrives, {amount} goes back to the card you paid with.',
        'The return is in the system under {ref}. Tape the label over the old one and hand the parcel in; the {amount} will be with you about three days later.',
      ],
    },
    damaged: {
      subjects: ['{product} arrived broken', 'Shade cracked on delivery', 'Broken glass in my parcel, order {order}'],
      openings: [
        'The {product} arrived today with the glass in pieces. The box itself looks fine.',
        'I unpacked order {order} and the shade has a crack from top to bottom. I attach a picture.',
        'The lamp works, but its foot is bent and it leans like the tower of Pisa.',
      ],
      details: ['It was meant as a present for {later}.', 'I have not thrown away anything yet.', 'The driver left it in the rain.', 'A second {product} in the same parcel is fine.'],
      asks: [
        'Oh no, I am sorry. Could you send a photo of the damage and of the label on the box? Then I can send you a new one at once.',
        'Thank you for telling us so quickly. Is only the shade damaged, or the stand as well? I may have the part here.',
      ],
      answers: ['Here are the pictures. Only the shade is broken, the rest is as it should be.', 'Attached. The label is a bit wet, I hope you can read it.'],
      fixes: [
        'Thank you, that is clear. A new shade leaves us today and arrives on {later}. You need not send back the broken one; please take care with the pieces.',
        'A whole new {product} is on its way to you, order {ref}. Put the broken one in its box and give it to the driver, who knows about it.',
      ],
    },
    delivery: {
      subjects: ['Where is order {order}?', 'Part missing in my parcel', 'Delivery late again'],
      openings: [
        'Order {order} should have been here on {day}. The tracking has said "on its way" for four days.',
        'The {product} came today, but the bag with the screws and the ceiling hook is missing.',
        'According to the tracking my parcel was delivered on {day}. It was not delivered to me, nor to any neighbour I asked.',
      ],
      details: ['Our electrician comes on {later}, so it is a bit urgent.', 'The address is {street}, as always.', 'Please do not just send the tracking link again.', 'I paid extra for express.'],
      asks: [
        'I am sorry. I have asked the carrier where it is. Is there a place where parcels may be left, and did you perhaps find a card in the letter box?',
        'Thank you, I will see to it. Which letter stands on the sheet in the bag that did come, A or B? Then I know which one is missing.',
      ],
      answers: ['No card, nothing. It may be left with the bakery on the ground floor.', 'It is B on the sheet.'],
      fixes: [
        'The carrier has found your parcel in the wrong depot. It comes on {later}, and I have paid back the delivery charge of {amount}.',
        'The missing bag left here by letter post today and should be with you on {later}. If it is not there by then, call us and we bring one.',
      ],
    },
    transfer: {
      subjects: ['Transfer confirmation needed', 'Where is my transfer of {amount}?', 'Proof of payment for {ref}'],
      openings: [
        'I sent {amount} on {day} and the receiver says that nothing has arrived. Could you confirm that it went out?',
        'I need a confirmation of my transfer with reference {ref}, as a document with your stamp, for my landlord.',
        'A transfer of {amount} to my daughter has stood as "in progress" since {day}. Usually it takes minutes.',
      ],
      details: ['The money has left my account, that I can see.', 'The deadline is {later}.', 'The account number is right, I compared it twice.', 'It was the first payment to this receiver.'],
      asks: [
        'I understand that this worries you. Could you tell me the last four digits of the receiver\u2019s account? Please do not send the whole number by mail.',
        'Thank you. For whom should the confirmation be made out, and do you need it in English or in Swedish?',
      ],
      answers: ['The last four are 4471.', 'In English please, made out to the property manager. A PDF is enough.'],
      fixes: [
        'The transfer was held for a routine check because it was the first one to this receiver. It has been released and is on the other account now. I attach the confirmation.',
        'The confirmation for {ref} is attached and also lies in your app under Documents. The other bank has booked the money today.',
      ],
    },
    card: {
      subjects: ['My card is blocked', 'Card declined abroad', 'Lost my card'],
      openings: [
        'My card was declined three times today although there is money on the account. In the app it says "restricted".',
        'I cannot find my card since {day}. I have frozen it in the app, but I need a new one.',
        'There are two payments on my card from {day} that I did not make, {amount} together.',
      ],
      details: ['I am travelling and it is the only card I have with me.', 'Nobody else knows the PIN.', 'The last thing I bought with it was a train ticket.', 'Please do not call before noon, I am in another time zone.'],
      asks: [
        'Your card is safe: our system stopped it because of a payment in a country where you had never used it. Was the hotel booking of {day} yours?',
        'Thank you for freezing it at once. Is {street} still the right address for the new card?',
      ],
      answers: ['Yes, the hotel was me. The other one was not.', 'Yes, that is the right address.'],
      fixes: [
        'I have unlocked the card, and the payment that was not yours, {amount}, is already back on your account. A new card is on its way to be on the safe side.',
        'The old card is closed for good and the new one leaves us today; it will be in your letter box by {later}. Until then you can pay with your telephone.',
      ],
    },
    login: {
      subjects: ['Cannot sign in to the app', 'Suspicious text message in your name', 'The app says: device not known'],
      openings: [
        'Since I have a new phone the app says "device not known" and the code never arrives.',
        'I got a text message in your name which asks me to confirm my account by a link. I have not clicked on it. Is it yours?',
        'After the update on {day} the app closes as soon as I enter my PIN.',
      ],
      details: ['The old phone is broken, so I cannot confirm with it.', 'I also tried it in the browser.', 'My mother got the same message.', 'The phone is not even a year old.'],
      asks: [
        'Thank you for asking first. Did you enter anything on the page behind the link, even only your name?',
        'With a new phone the app must be linked once again. Do you have your passport at hand, and is your mobile number still the one ending in 38?',
      ],
      answers: ['No, I did not open it. I have deleted it now.', 'Passport is here, and the number is the same.'],
      fixes: [
        'Well done: it was not ours. We have reported the page and it is already gone. Your account was never touched, so there is nothing more for you to do.',
        'You can link the new phone now: open the app, choose "New device" and hold your passport against the back of the phone. The code is valid until {later}.',
      ],
    },
    password: {
      subjects: ['Locked out of my account', 'Password reset please', 'Cannot get into mail after holidays'],
      openings: [
        'Back from leave and my password has expired. The page for a new one says my account is locked.',
        'I typed my password wrong too often and am now locked out of mail and the phone system.',
        'The reset mail goes to the very mailbox I cannot open. Could someone reset it by hand?',
      ],
      details: ['My shift starts at 10.', 'I sit in the office today, second floor.', 'It worked on the phone until yesterday.', 'Yes, caps lock was off.'],
      asks: [
        'Can do. I have to make sure it is you: please come by the IT corner, or let your lead confirm it in a word here.',
        'Your account is unlocked. Does the sign-in page ask you for the code from the authenticator, or does it stop before?',
      ],
      answers: ['I was just with you, thanks. It lets me in to mail, but not to the phone system.', 'It stops before the code, right after the password.'],
      fixes: [
        'The phone system takes the new password over once an hour; I have pushed it by hand. Sign out once, then it works.',
        'There was an old password saved in the browser. I have reset it once more; type the new one by hand the first time and let the browser keep it then.',
      ],
    },
    laptop: {
      subjects: ['Laptop for new colleague starting {later}', 'Onboarding: equipment', 'New starter in the team, {later}'],
      openings: [
        'A new colleague starts in my team on {later} and needs a laptop, a headset and access to the desk.',
        'Could you prepare the equipment for our new starter? First day is {later}, home office from the second week.',
        'I ordered a laptop for a new colleague two weeks ago and have not heard anything. The first day is {later}.',
      ],
      details: ['Polish keyboard if there is one.', 'Two screens would be great, one is enough.', 'The contract is signed, HR has everything.', 'Please add the person to the Broadband team.'],
      asks: [
        'Gladly. Which brands should they see from the first day, and does the laptop go to the office or to their home?',
        'I have a laptop in stock. Could you tell me the size of the keyboard layout you need and whether a headset with one or two ears is wanted?',
      ],
      answers: ['To the office please, and only Sk\u00e4rnet to begin with.', 'Two ears, it is loud in our corner. Swedish layout is fine.'],
      fixes: [
        'All set: laptop, headset and accounts are ready and lie in locker 12. The first sign-in asks for a new password; I am around at nine if anything sticks.',
        'The account exists, the laptop is installed, and the badge waits at reception. The training accounts follow in the afternoon of {later}.',
      ],
    },
  },
};
