import { clusterOf, loadBook } from '#site/book.ts';
import { clusterLlmsFile } from '#site/llms.ts';

interface Props {
  readonly id: string;
}

/** What an assistant should read of a cluster. */
export async function getStaticPaths() {
  const { clusters } = await loadBook();
  return clusters.map(({ id }) => ({ params: { id }, props: { id } }));
}

export async function GET({ props }: { readonly props: Props }): Promise<Response> {
  const book = await loadBook();
  return new Response(await clusterLlmsFile(book, clusterOf(book, props.id)));
}
