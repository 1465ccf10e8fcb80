/** Somebody whom an address of the row leads to: a customer, or an earlier row of the same file that makes one. */
export type Known = {
  /** `c17` or `r3`; the same person has the same key. */
  key: string;
  customerId: number | null;
  row: number | null;
  /** False: known only to brands that the person who imports does not see. */
  visible: boolean;
  name: string;
  language: string | null;
  organizationId: number | 'new' | null;
  note: string;
  brands: Set<number>;
  /** How many they have, of both kinds. */
  addresses: number;
  /** One of their e-mail addresses, if they have any. */
  email: string | null;
};

/** To whom an address belongs, by `addressKey`. */
export type Whose = Pick<ReadonlyMap<string, Known>, 'get' | 'has'>;
