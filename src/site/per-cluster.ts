import type { Book, BookCluster } from './book.ts';

/**
 * Remembers what is made of a cluster and of the content of a book. When somebody edits the content there is a
 * new book of the same clusters (`renewContent`), which remembers nothing yet.
 */
export function perCluster<Value>(
  make: (book: Book, cluster: BookCluster) => Value,
): (book: Book, cluster: BookCluster) => Value {
  const made = new WeakMap<Book, Map<BookCluster, Value>>();
  return (book, cluster) => {
    const byCluster = made.get(book) ?? new Map<BookCluster, Value>();
    made.set(book, byCluster);
    const value = byCluster.get(cluster) ?? make(book, cluster);
    byCluster.set(cluster, value);
    return value;
  };
}
