/** One a line: the sentence, and when it is due, counted from Tuesday 1 December 2026, 10:00: day of December, time, or slot. */
export const kept = `
I will call you back tomorrow. | 2
I'll call you back tomorrow at 3pm. | 2 15:00
We will get back to you by Thursday. | 3
We'll get back to you by Thursday 15:00. | 3 15:00
I will send you the invoice today. | 1
We will reply within two hours. | 1 12:00
I'll let you know by the end of the week. | 4
We will contact you on Friday morning. | 4 12:00
I am going to check this and write to you tomorrow. | 2
I'm going to look into it today. | 1
Our technician will visit you on Wednesday between 8 and 12. | 2 08:00-12:00
A technician will call you tomorrow between 14:00 and 16:00. | 2 14:00-16:00
You will hear from us by Monday. | 7
You'll have an answer by tomorrow noon. | 2 12:00
Your refund will be in your account within three working days. | 4
The replacement will arrive on 10 December. | 10
The new router will arrive by December 12. | 12
I promise to call before 17:00. | 1 17:00
We promise you an answer by Friday. | 4
I shall come back to you next week. | 11
We will fix the line by the end of the day. | 1
We'll ship the part tomorrow morning. | 2 12:00
My colleague will phone you this afternoon. | 1 17:00
I will update you every day, next on Thursday at 9:00. | 3 09:00
We will refund the amount within 5 days. | 6
I'll be in touch in an hour. | 1 11:00
I'll be back to you in half an hour. | 1 10:30
We will confirm the appointment by 4 pm. | 1 16:00
I will ring you at 11:30. | 1 11:30
You can expect a reply by Thursday. | 3
You can expect to hear from me within 24 hours. | 2 10:00
Thank you for waiting. I will follow up on Friday at 10. | 4 10:00
Hi Anna,\nI'll email you the report by tomorrow. | 2
We will have an update by 2026-12-15. | 15
Someone will be with you on 3/12. | 3
We will deliver it the day after tomorrow. | 3
Our team will review this and respond by close of business tomorrow. | 2 17:00
I'll check with the warehouse and write to you tonight. | 1 21:00
We will definitely call you on Saturday. | 5
I will personally call you on Monday at 9 am. | 7 09:00
The engineer will come by on the 4th of December. | 4
Our specialist will contact you within one working day. | 2
I'll get back to you next Tuesday. | 8
We will send the contract by the end of the month. | 31
Your order will ship in two days. | 3
I will call you at 3. | 1 15:00
We will write to you no later than Friday. | 4
You will receive our offer on Wednesday at noon. | 2 12:00
We'll finish the repair by Friday evening. | 4 21:00
I will transfer the money today before 16:00. | 1 16:00
I'll give you a ring tomorrow afternoon. | 2 17:00
We will resolve this within 48 hours. | 3 10:00
We are going to replace the modem on Thursday. | 3
Our driver will stop by tomorrow from 9 to 11. | 2 09:00-11:00
I will report back by Thursday lunch. | 3 12:00
We'll sort this out by tomorrow. | 2
I'll forward it to the bank and let you know in 3 days. | 4
The report will be ready on 18 December 2026. | 18
I will arrange the pickup for Friday, 14:30. | 4 14:30
We will inform you in 30 minutes. | 1 10:30
Don't worry! I'll call you tomorrow. | 2
We'll credit your account by next week. | 11
`;

export const noPromise = `
I will not call you tomorrow.
We won't get back to you before Thursday.
I can't call you today.
We cannot send it by Friday.
Unfortunately I am unable to visit you tomorrow.
I will call you back.
We will get back to you as soon as we know more.
Could you call me tomorrow?
Can I call you tomorrow at 15:00?
Shall we call you on Thursday?
Will you send it today?
When will you be at home tomorrow?
Please call us tomorrow.
Please send us the invoice by Friday.
Call us tomorrow between 8 and 12.
You can call us on Thursday.
You called us yesterday.
I called you yesterday at 15:00.
We sent it on Monday.
The technician came on Tuesday.
If you send it today, we will reply tomorrow.
If it happens again, I'll call you on Friday.
We will reply tomorrow if we hear from the supplier.
I might call you tomorrow.
Maybe I will call you on Thursday.
I hope to call you tomorrow.
We will try to fix it by Friday.
We would call you tomorrow.
You said "I will call you back tomorrow" and nobody did.
> I will call you back tomorrow.
“We will refund it by Friday” was what the shop wrote.
Our office is open tomorrow from 8 to 16.
The meeting is on Thursday at 15:00.
Your contract ends on 31 December.
Your appointment was on Tuesday.
Thank you for your call today.
Have a nice day and see you tomorrow.
Hope you had a nice weekend.
The offer is valid until Friday.
The price will rise by 15 percent.
We close at 17:00 today.
It works again since Monday.
Tomorrow is a public holiday.
As agreed on Monday, the case is closed.
You wrote that I will call tomorrow.
They told me that we will deliver on Thursday.
We will probably deliver on Thursday.
We should possibly know more by Friday.
I am not sure whether we will call tomorrow.
Unless you object, we will cancel it on Friday.
Once we have the part, we will visit you on Monday.
As soon as it arrives tomorrow, we will send it.
Whenever you are ready, we will call you on Thursday.
You will not receive an invoice in December.
I never said that we will call on Friday.
In case it fails, I will call you on Monday.
Did you receive my mail of 3 December?
Nobody will be in the office tomorrow.
Restart the router and wait two minutes.
Your ticket number is 15:00-12.
Depending on the weather, we will come on Thursday.
We are happy to help at any time.
`;
