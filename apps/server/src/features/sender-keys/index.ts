export { signDomain, stopSigning } from './sender-keys.commands.ts';
export { domainOf, lookForRecord, lookForRecords, recordName, recordText, signatureOf, type RecordSeen, type Signature } from './sender-keys.ts';
export { findKey, type SenderKey } from './sender-keys.queries.ts';
