import { Day } from '#contract/shapes/day.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import { makeReceiptNumber } from '#rules/numbers/receipt-number.ts';

const helper = { name: '吴示范', badge: 'V0007', point: '新光村便民服务点' };

/** Papers of a made-up helper (帮办员). */
export function helperSamples(of: {
  readonly citizen: string;
  readonly receiptNumber: string;
  readonly receivedOn: Day;
}): Pick<NoticeFacts, 'help-consent' | 'help-list'> {
  return {
    'help-consent': {
      applicant: { kind: 'person', name: '李晓雨', certificateNumber: of.citizen },
      helper,
      items: ['食品经营许可（新办）'],
      on: of.receivedOn,
      until: Day.parse('2026-12-20'),
    },
    'help-list': {
      helper,
      lines: [
        {
          receiptNumber: of.receiptNumber,
          itemNameZh: '食品经营许可（新办）',
          applicant: { kind: 'person', name: '李晓雨' },
          slips: [
            { title: '收件凭证', documentNumber: '收件〔2026〕990101-03-0127号' },
            { title: '受理通知书', documentNumber: '受理〔2026〕990101-03-0101号' },
          ],
          originals: [{ nameZh: '营业执照', count: 1 }],
        },
        {
          receiptNumber: makeReceiptNumber({ site: '990101', window: 3, serial: 128 }),
          itemNameZh: '社会保障卡申领',
          applicant: { kind: 'person', name: '王示范' },
          slips: [{ title: '收件凭证', documentNumber: '收件〔2026〕990101-03-0128号' }],
          originals: [],
        },
      ],
    },
  };
}
