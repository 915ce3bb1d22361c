import { humanDuration } from '#kinds/parts/duration.ts';
import { formatLabels } from '#kinds/parts/label-selector.ts';
import { list, number, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { value } from './description.ts';
import { createdItem, nameItem } from './parts/metadata.ts';

const Request = part({
  spec: part({ username: text, signerName: text, expirationSeconds: number }),
  status: part({ certificate: text, conditions: list(part({ type: text })) }),
});

/** As kubectl says it, but for the subject: that stands in the encoded request, which nothing here decodes. */
export const describeCertificateSigningRequest: Describer = ({ entry: { object } }) => {
  const { spec, status } = Request.read(object) ?? {};
  const { labels, annotations } = object.metadata;
  const seconds = spec?.expirationSeconds;
  const types = (status?.conditions ?? []).map(({ type }) => type);
  const decided = ['Denied', 'Approved'].find((type) => types.includes(type)) ?? 'Pending';
  const state = [
    decided,
    types.includes('Failed') ? 'Failed' : '',
    status?.certificate ? 'Issued' : '',
  ];
  return [
    nameItem(object),
    value('Labels', formatLabels(labels)),
    value('Annotations', formatLabels(annotations)),
    createdItem(object),
    value('Requesting User', spec?.username ?? ''),
    value('Signer', spec?.signerName || undefined),
    seconds === undefined ? undefined : value('Requested Duration', humanDuration(seconds * 1000)),
    value('Status', state.filter(Boolean).join(',')),
  ];
};
