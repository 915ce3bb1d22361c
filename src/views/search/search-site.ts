/** What a browser loads to search the whole site: where the clusters' indexes are. */
export interface SearchSite {
  readonly version: 1;
  /** The newest snapshot of each cluster. */
  readonly clusters: readonly { readonly id: string; readonly index: string }[];
  /** `<symbol>`s of all glyphs that results may need. */
  readonly symbols: string;
}
