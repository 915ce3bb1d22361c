/**
 * Every glyph of the site: its strokes on a 16 × 16 grid, by name. Kinds and diagrams name glyphs as
 * text, so look one up with {@link glyphStrokes}.
 */
const glyphs: Readonly<Record<string, string>> = {
  pod: '<path d="M8 1.8l5.4 3.1v6.2L8 14.2l-5.4-3.1V4.9zM8 8v6.2M8 8l5.4-3.1M8 8L2.6 4.9"/>',
  deployment:
    '<path d="M13.4 8A5.4 5.4 0 1 1 11.6 4M13.6 1.6v3.2h-3.2M8 5.9l1.9 1.1v2L8 10.1 6.1 9V7z"/>',
  replicaset:
    '<rect x="2.2" y="5.8" width="8" height="8" rx="1"/><path d="M5.8 5.8V3.2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2.6"/>',
  daemonset:
    '<rect x="1.8" y="10.2" width="3.4" height="3.4" rx="0.8"/><rect x="6.3" y="10.2" width="3.4" height="3.4" rx="0.8"/><rect x="10.8" y="10.2" width="3.4" height="3.4" rx="0.8"/><path d="M3.5 10.2V6.4h9v3.8M8 10.2V2.4"/>',
  statefulset:
    '<rect x="1.8" y="1.8" width="4.2" height="4.2" rx="0.8"/><rect x="10" y="10" width="4.2" height="4.2" rx="0.8"/><path d="M3.9 6v6.1H10M8 8.2V4h5.9"/>',
  job: '<circle cx="8" cy="8" r="6.2"/><path d="M5.3 8.2l1.9 1.9 3.6-3.9"/>',
  cronjob: '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.4V8l2.5 1.6"/>',
  hpa: '<path d="M1.8 8h4M10.2 8h4M4 5.6L1.8 8 4 10.4M12 5.6L14.2 8 12 10.4M8 3v10"/>',
  pdb: '<path d="M8 1.6l5.2 2v4.2c0 3.2-2.1 5.4-5.2 6.6-3.1-1.2-5.2-3.4-5.2-6.6V3.6zM5.6 8h4.8"/>',
  service:
    '<circle cx="3.2" cy="8" r="1.5"/><circle cx="12.8" cy="3.4" r="1.4"/><circle cx="12.8" cy="8" r="1.4"/><circle cx="12.8" cy="12.6" r="1.4"/><path d="M4.7 8h6.7M6.2 8c2.6 0 2.2-4.6 5.2-4.6M6.2 8c2.6 0 2.2 4.6 5.2 4.6"/>',
  endpointslice:
    '<path d="M2 3.6h7.6M2 8h7.6M2 12.4h7.6"/><circle cx="12.6" cy="3.6" r="1.4"/><circle cx="12.6" cy="8" r="1.4"/><circle cx="12.6" cy="12.4" r="1.4"/>',
  ingress:
    '<path d="M1.6 8h7.6M6.8 5.4L9.4 8l-2.6 2.6M8.6 2.2h4.6a1 1 0 0 1 1 1v9.6a1 1 0 0 1-1 1H8.6"/>',
  gateway:
    '<path d="M2.2 14V7.8a5.8 5.8 0 0 1 11.6 0V14M5.6 14V8.4a2.4 2.4 0 0 1 4.8 0V14M1.4 14h13.2"/>',
  networkpolicy:
    '<rect x="1.8" y="2.8" width="12.4" height="10.4" rx="1"/><path d="M1.8 6.2h12.4M1.8 9.8h12.4M6 2.8v3.4M10.4 6.2v3.6M6 9.8v3.4"/>',
  configmap:
    '<path d="M3.4 2.8a1 1 0 0 1 1-1h5l3.2 3.3v8.1a1 1 0 0 1-1 1H4.4a1 1 0 0 1-1-1zM9.2 1.8v3.5h3.4M5.8 8.4h4.4M5.8 11h4.4"/>',
  secret:
    '<rect x="2.8" y="7" width="10.4" height="7.2" rx="1.2"/><path d="M5.2 7V4.7a2.8 2.8 0 0 1 5.6 0V7M8 9.8v1.6"/>',
  serviceaccount:
    '<circle cx="8" cy="4.9" r="2.9"/><path d="M2.4 14.2c.5-3.2 2.6-4.7 5.6-4.7s5.1 1.5 5.6 4.7"/>',
  role: '<path d="M1.9 4.3l1.3 1.3 2.3-2.7M8 4.4h6M1.9 10.9l1.3 1.3 2.3-2.7M8 11h6"/>',
  rolebinding:
    '<path d="M6.6 9.4l2.8-2.8M7.2 4.9l1.7-1.7a2.75 2.75 0 0 1 3.9 3.9l-1.7 1.7M8.8 11.1l-1.7 1.7a2.75 2.75 0 0 1-3.9-3.9l1.7-1.7"/>',
  persistentvolume:
    '<ellipse cx="8" cy="3.8" rx="5.2" ry="2.1"/><path d="M2.8 3.8v8.4c0 1.2 2.3 2.1 5.2 2.1s5.2-.9 5.2-2.1V3.8"/>',
  persistentvolumeclaim:
    '<path d="M2.8 7.4v4.8c0 1.2 2.3 2.1 5.2 2.1s5.2-.9 5.2-2.1V7.4M8 1.6v7.6M5.4 6.7L8 9.3l2.6-2.6"/>',
  storageclass:
    '<path d="M8 1.8l6.2 3L8 7.9l-6.2-3zM1.8 8L8 11.1 14.2 8M1.8 11.1L8 14.2l6.2-3.1"/>',
  csidriver:
    '<path d="M5.2 1.6v3.6M10.8 1.6v3.6M3.4 5.2h9.2v2.4a4.6 4.6 0 0 1-9.2 0zM8 12.2v2.2"/>',
  namespace:
    '<path d="M2 4.8V3a1 1 0 0 1 1-1h1.8M11.2 2H13a1 1 0 0 1 1 1v1.8M14 11.2V13a1 1 0 0 1-1 1h-1.8M4.8 14H3a1 1 0 0 1-1-1v-1.8"/><rect x="5.4" y="5.4" width="5.2" height="5.2" rx="0.8"/>',
  node: '<rect x="1.8" y="2.4" width="12.4" height="5" rx="1"/><rect x="1.8" y="8.8" width="12.4" height="5" rx="1"/><path d="M4.4 4.9h.01M4.4 11.3h.01M8.4 4.9h3.2M8.4 11.3h3.2"/>',
  lease:
    '<path d="M3.8 1.8h8.4M3.8 14.2h8.4M5 1.8v2C5 6 8 6.8 8 8s-3 2-3 4.2v2M11 1.8v2C11 6 8 6.8 8 8s3 2 3 4.2v2"/>',
  event: '<path d="M9.2 1.6L3.4 9h4.2l-.8 5.4L12.6 7H8.4z"/>',
  priorityclass: '<path d="M3.8 8.2L8 4l4.2 4.2M3.8 12.6L8 8.4l4.2 4.2"/>',
  crd: '<path d="M5.4 2H4.6c-1 0-1.6.6-1.6 1.6v2.6L1.6 8 3 9.8v2.6c0 1 .6 1.6 1.6 1.6h.8M10.6 2h.8c1 0 1.6.6 1.6 1.6v2.6L14.4 8 13 9.8v2.6c0 1-.6 1.6-1.6 1.6h-.8M8 6v4M6 8h4"/>',
  apiservice:
    '<rect x="1.6" y="4.2" width="12.8" height="7.6" rx="3.8"/><path d="M5.2 8h.01M8 8h.01M10.8 8h.01"/>',
  webhook: '<path d="M11.4 1.8v8.4a3.6 3.6 0 1 1-7.2 0V7.4M1.9 9.7l2.3-2.3 2.3 2.3"/>',
  datastore:
    '<ellipse cx="8" cy="3.6" rx="5.2" ry="2"/><path d="M2.8 3.6v8.8c0 1.1 2.3 2 5.2 2s5.2-.9 5.2-2V3.6M2.8 8c0 1.1 2.3 2 5.2 2s5.2-.9 5.2-2"/>',
  apiserver: '<circle cx="8" cy="8" r="2.4"/><path d="M8 1.6v4M8 10.4v4M1.6 8h4M10.4 8h4"/>',
  controllers:
    '<path d="M2.8 6.8A5.4 5.4 0 0 1 12.9 5.6M13.2 9.2a5.4 5.4 0 0 1-10.1 1.2M13.2 2.4v3.4H9.8M2.8 13.6v-3.4h3.4"/>',
  scheduler:
    '<rect x="2" y="2" width="12" height="12" rx="1"/><path d="M6 2v12M10 2v12M2 6h12M2 10h12"/>',
  kubelet:
    '<circle cx="8" cy="8" r="4.4"/><circle cx="8" cy="8" r="1.2"/><path d="M8 1.4v2.2M8 12.4v2.2M1.4 8h2.2M12.4 8h2.2M3.3 3.3l1.6 1.6M11.1 11.1l1.6 1.6M12.7 3.3l-1.6 1.6M4.9 11.1l-1.6 1.6"/>',
  runtime:
    '<path d="M1.8 7.4h12.4v5.2a1 1 0 0 1-1 1H2.8a1 1 0 0 1-1-1zM4.6 7.4V3h6.8v4.4M8 3v4.4M5 10.5h6"/>',
  terminal:
    '<rect x="1.6" y="2.6" width="12.8" height="10.8" rx="1.5"/><path d="M4.3 6l2.2 2-2.2 2M8.2 10.4h3.4"/>',
  cloud: '<path d="M4.7 12.6a3.1 3.1 0 0 1-.3-6.2A4.1 4.1 0 0 1 12.1 7a2.85 2.85 0 0 1-.5 5.6z"/>',
  folder:
    '<path d="M1.8 4.2a1 1 0 0 1 1-1h3.4l1.6 1.8h5.4a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H2.8a1 1 0 0 1-1-1z"/>',
  book: '<path d="M8 3.6C6.6 2.5 4.6 2.1 1.8 2.1v10.4c2.8 0 4.8.4 6.2 1.5 1.4-1.1 3.4-1.5 6.2-1.5V2.1c-2.8 0-4.8.4-6.2 1.5zM8 3.6V14"/>',
  search: '<circle cx="7" cy="7" r="4.8"/><path d="M10.6 10.6l3.8 3.8"/>',
  theme:
    '<circle cx="8" cy="8" r="5.8"/><path d="M8 2.2v11.6M8 4.6l4.6 0M8 7.2h5.6M8 9.8h5.4M8 12.4h3.4"/>',
  menu: '<path d="M2 4h12M2 8h12M2 12h8"/>',
  chevron: '<path d="M5.8 3.4L10.4 8l-4.6 4.6"/>',
  external: '<path d="M6.4 3H3v10h10V9.6M9.4 2.4h4.2v4.2M13.4 2.6L7.6 8.4"/>',
  copy: '<rect x="5" y="5" width="8.8" height="8.8" rx="1"/><path d="M3 11a1 1 0 0 1-.8-1V3.2a1 1 0 0 1 1-1H10a1 1 0 0 1 1 .8"/>',
  link: '<path d="M6.6 9.4l2.8-2.8M7.2 4.9l1.7-1.7a2.75 2.75 0 0 1 3.9 3.9l-1.7 1.7M8.8 11.1l-1.7 1.7a2.75 2.75 0 0 1-3.9-3.9l1.7-1.7"/>',
  hidden:
    '<path d="M2 8s2.2-4.2 6-4.2c1 0 1.9.3 2.7.7M14 8s-2.2 4.2-6 4.2c-1 0-1.9-.3-2.7-.7M2.6 13.4L13.4 2.6"/>',
  ok: '<circle cx="8" cy="8" r="5.8"/><path d="M5.4 8.2l1.8 1.8 3.5-3.8"/>',
  warn: '<path d="M8 2.2l6.4 11.4H1.6zM8 6.6v3.2M8 11.6v.01"/>',
  bad: '<path d="M8 1.6L14.4 8 8 14.4 1.6 8zM8 4.8v3.6M8 10.8v.01"/>',
  done: '<circle cx="8" cy="8" r="5.8"/><path d="M5.4 8h5.2"/>',
  unknown:
    '<circle cx="8" cy="8" r="5.8"/><path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.2M8 11.3v.01"/>',
};

/** Markup of a glyph's strokes, to be put inside an `<svg>` or `<g>`; a name nobody drew gives the plain box of the custom resource. */
export function glyphStrokes(name: string): string {
  return (Object.hasOwn(glyphs, name) ? glyphs[name] : undefined) ?? glyphs['crd'] ?? '';
}

/** Whether there is a glyph of that name. */
export function hasGlyph(name: string): boolean {
  return Object.hasOwn(glyphs, name);
}
