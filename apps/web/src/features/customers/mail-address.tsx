/** An address that is too long for its line breaks before the @, and in the middle of a word only if that is not enough. */
export function MailAddress({ address }: { address: string }) {
  const at = address.lastIndexOf('@');
  return at < 1 ? address : <>{address.slice(0, at)}<wbr />{address.slice(at)}</>;
}
