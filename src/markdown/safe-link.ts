/** What a link may lead to: a page, or somebody's mailbox. No script, no file, no page of another scheme. */
const safeAddress = /^(https?:\/\/[^\s/?#]|mailto:[^\s@]+@[^\s@])\S*$/i;

/** The address, as it was written, if a reader may safely be led there. */
export function safeLink(text: string): string | undefined {
  const address = text.trim();
  return safeAddress.test(address) && URL.canParse(address) ? address : undefined;
}

/** Where a text leads that names a page or a mailbox: `team@example.com` is one without `mailto:` too. */
export function linkOf(text: string): string | undefined {
  return (
    safeLink(text) ?? (/^[^\s@:/?]+@[^\s@:/?]+\.[a-z]+$/i.test(text) ? `mailto:${text}` : undefined)
  );
}
