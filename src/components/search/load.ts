import { type OpenIndex, openSearchIndex } from '#views/search/open-search-index.ts';
import type { SearchIndex } from '#views/search/search-index.ts';
import type { SearchSite } from '#views/search/search-site.ts';

const files = new Map<string, Promise<unknown>>();

/** A file of the site, loaded once; one that could not be loaded is tried again. */
function load<File extends { readonly version: number }, Result>(
  address: string,
  read: (file: File) => Result,
): Promise<Result> {
  const known = files.get(address) as Promise<Result> | undefined;
  if (known !== undefined) return known;
  const loading = fetchFile<File>(address).then(read);
  files.set(address, loading);
  loading.catch(() => files.delete(address));
  return loading;
}

async function fetchFile<File extends { readonly version: number }>(
  address: string,
): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const file = (await response.json()) as File;
  if (file.version !== 1) throw new Error(`${address} has version ${file.version}.`);
  return file;
}

/** The index of a cluster. */
export function loadIndex(address: string): Promise<OpenIndex> {
  return load<SearchIndex, OpenIndex>(address, openSearchIndex);
}

/** Which clusters there are to search, and the glyphs of what is in them. */
export function loadSite(address: string): Promise<SearchSite> {
  return load<SearchSite, SearchSite>(address, (site) => site);
}
