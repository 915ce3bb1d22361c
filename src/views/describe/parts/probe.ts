import { type Infer, intOrString, list, number, part, text } from '#kinds/parts/schema.ts';
import { goList } from './go-text.ts';

/** A probe of a container: one of the four actions, and when it is tried. */
export const Probe = part({
  initialDelaySeconds: number,
  timeoutSeconds: number,
  periodSeconds: number,
  successThreshold: number,
  failureThreshold: number,
  exec: part({ command: list(text) }),
  httpGet: part({ scheme: text, host: text, port: intOrString, path: text }),
  tcpSocket: part({ host: text, port: intOrString }),
  grpc: part({ port: number, service: text }),
});
type Probe = Infer<typeof Probe>;

/** `http-get http://:8080/ready delay=0s timeout=1s period=10s #success=1 #failure=3` */
export function probeText(probe: Probe): string {
  const { initialDelaySeconds = 0, timeoutSeconds = 0, periodSeconds = 0 } = probe;
  const { successThreshold = 0, failureThreshold = 0 } = probe;
  return (
    `${actionText(probe)} delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s ` +
    `period=${periodSeconds}s #success=${successThreshold} #failure=${failureThreshold}`
  );
}

function actionText({ exec, httpGet, tcpSocket, grpc }: Probe): string {
  if (exec !== undefined) return `exec ${goList(exec.command)}`;
  if (httpGet !== undefined) return `http-get ${urlText(httpGet)}`;
  if (tcpSocket !== undefined) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port ?? 0}`;
  if (grpc !== undefined) return `grpc <pod>:${grpc.port ?? 0} ${grpc.service ?? ''}`;
  return 'unknown';
}

function urlText({ scheme = '', host = '', port = '0', path = '' }: NonNullable<Probe['httpGet']>) {
  const name = host.includes(':') ? `[${host}]` : host;
  const slash = path === '' || path.startsWith('/') ? '' : '/';
  // A path of the API may hold what a URL ends its path at.
  const escaped = path.replace(/[?# ]/g, encodeURIComponent);
  return `${scheme.toLowerCase()}://${name}:${port}${slash}${escaped}`;
}
