import type { Book } from './book.ts';

/** An address of the site as it stands in a file that is read away from it: absolute where the site has one. */
export function addressIn({ origin = '' }: Pick<Book, 'origin'>): (href: string) => string {
  return (href) => (href.startsWith('/') ? `${origin}${href}` : href);
}
