/**
 * The repository path of an image without registry host, tag, digest and architecture, so that mirrors
 * compare equal: `'registry.example:5000/mirror/coredns/coredns-amd64:v1@sha256:…'` → `'mirror/coredns/coredns'`.
 */
export function imagePath(image: string): string {
  const bare = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const [first = '', ...rest] = bare.split('/');
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const path = hasHost ? rest.join('/') : bare;
  return path.replace(/^library\//, '').replace(/-(amd64|arm64|arm|s390x|ppc64le)$/, '');
}

/** The tag of an image, if it has one: `'registry.k8s.io/etcd:3.6.6-0'` → `'3.6.6-0'`. */
export function imageTag(image: string): string | undefined {
  return /:([^/:]+)$/.exec(image.replace(/@.*$/, ''))?.[1];
}
