import type { expertZh } from './expert-zh.ts';

/** Asking an expert of the county about a case. */
export const expertEn: typeof expertZh = {
  open: 'Ask an expert',
  title: 'Ask an expert of the county',
  note: 'Item and case go along. No names, no certificate numbers. It holds nothing up.',
  label: 'What is to be asked',
  do: 'Send',
  none: 'Nothing was asked about this case yet',
  owed: 'not sent yet; it goes when the line is there',
  waits: 'sent, not answered yet',
  asked: (by, at) => `${by} asked ${at}`,
  answered: (by, at) => `${by} answered ${at}`,
  line: (answer, by) => `Expert: ${answer} (${by})`,
  lineWaits: (question) => `Asked an expert: ${question}`,
};
