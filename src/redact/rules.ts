/**
 * Every redaction rule: the id that a mark and the manifest's counts carry, and what it takes out. Where a
 * rule looks is in `places.ts` (fields), `key-words.ts` (names), `value-patterns.ts` and `urls.ts` (the value itself)
 * and `statements.ts` (configuration and command lines).
 */
export const rules = {
  'secret-data': 'Value of a Secret, wherever the Secret stands',
  'sealed-secret': 'Ciphertext of a SealedSecret',
  'helm-release': 'Payload of a Helm release kept in a ConfigMap',
  'machine-config': 'File or login of a MachineConfig',
  'certificate-request': 'Request for a certificate: it names who asks',
  'oauth-token': 'Name of an OpenShift OAuth token, which is the token',
  'http-header': 'Header that a probe or hook sends',
  snippet: 'Configuration snippet in an annotation',
  checksum: 'Checksum of a Secret, from which a short one can be guessed',

  password: 'Value under a name such as password, passphrase or pwd',
  secret: 'Value under a name such as secret or clientSecret',
  token: 'Value under a name such as token',
  credentials: 'Value under a name such as credentials',
  'api-key': 'Value under a name such as apiKey',
  'access-key': 'Value under a name such as accessKey or secretKey',
  'private-key': 'Private key, in PEM or under a name that says so',
  key: 'Value under a name such as encryptionKey, signingKey or licenseKey',
  'connection-string': 'Data source name that could not be told apart from its password',
  'webhook-url': 'Path of a webhook address: who knows it may post',
  auth: 'Value under a name that ends in auth or authorization',
  cookie: 'Value under a name that ends in cookie',
  session: 'Value under a name that ends in session',
  salt: 'Value under a name that ends in salt',

  'url-password': 'Password, or token, in the user part of a URL',
  jwt: 'JSON Web Token',
  jws: 'Signature of kube-public/cluster-info, made with a bootstrap token',
  bearer: 'Token after the word Bearer',
  'basic-auth': 'User and password after the word Basic',
  'password-hash': 'Hash of a password: bcrypt, crypt, htpasswd',
  'aws-access-key-id': 'Access key id of AWS',
  'aws-secret-key': 'Secret key of AWS beside its id',
  'gcp-key': 'API key, client secret or OAuth token of Google',
  'azure-key': 'Storage or shared access key of Azure',
  'github-token': 'Token of GitHub',
  'gitlab-token': 'Token of GitLab',
  'slack-token': 'Token or webhook of Slack',
  'vendor-token': 'Token with a known prefix: Stripe, npm, PyPI, Docker, Vault and others',
  'cluster-token': 'Join token of k3s or RKE2, OAuth token of OpenShift',
  'encoded-secret': 'Base64 of a text that holds a secret',
  'compressed-data': 'Compressed data, which cannot be looked into',
  'too-deep': 'Nested deeper than any real object',
} as const satisfies Record<string, string>;

/** Id of a built-in rule. The reader's own rules add ids of their own. */
export type RuleId = keyof typeof rules;
