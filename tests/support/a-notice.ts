import { Day } from '#contract/shapes/day.ts';
import type { NoticeContent } from '#contract/shapes/notice.ts';
import { makeReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { receiptQrText } from '#rules/scan/receipt-qr.ts';

const receiptNumber = makeReceiptNumber({ site: '990101', window: 3, serial: 127 });

/** A made-up acceptance notice. */
export function aNotice(named: Partial<NoticeContent> = {}): NoticeContent {
  return {
    kind: 'acceptance',
    templateVersion: 1,
    title: '受理通知书',
    documentNumber: '受理〔2026〕990101-03-000127号',
    organ: '示范县市场监督管理局',
    hall: '示范县政务服务中心',
    receiptNumber,
    rows: [
      { label: '收件号', value: receiptNumber },
      { label: '省编号', value: '联网后告知' },
      { label: '事项', value: '个体工商户设立登记' },
      { label: '事项编码', value: '11990101990000017G4990131002000' },
      { label: '申请人', value: '示例甲　证件号码 110101199001010015' },
      { label: '经办人', value: '本人' },
      { label: '受理日期', value: '2026年11月24日' },
      { label: '法定期限', value: '3 个工作日，至 2026年11月27日' },
      { label: '承诺期限', value: '1 个工作日，至 2026年11月25日' },
      { label: '不计时间', value: '无' },
      { label: '收费', value: '不收费' },
      { label: '领取方式', value: '窗口领取、邮寄' },
    ],
    paragraphs: [
      '示例甲：',
      '你于2026年11月24日提出的“个体工商户设立登记”申请，材料齐全，符合法定形式。依据《中华人民共和国行政许可法》第三十二条第一款第（五）项，决定自2026年11月24日起予以受理。',
      '期限自受理次日起算，以工作日计的不含法定节假日。',
    ],
    table: null,
    foot: ['查询：凭收件号到窗口，也可以拨打 0000-0000000。', '不满意的，可以向示范县政务服务中心投诉。'],
    sealPlace: '示范县市场监督管理局',
    signaturePlace: true,
    issuedOn: Day.parse('2026-11-24'),
    issuedAt: '2026-11-24 09:52:31',
    qrText: receiptQrText(receiptNumber, '7F3A91C2'),
    checkCode: '7F3A91C2',
    pendingSync: false,
    ...named,
  };
}

/** A made-up receipt slip. */
export function aSlip(named: Partial<NoticeContent> = {}): NoticeContent {
  return aNotice({
    kind: 'receipt-slip',
    title: '收件凭证',
    documentNumber: '收件〔2026〕990101-03-000127号',
    rows: [
      { label: '收件号', value: '03-000127' },
      { label: '事项', value: '个体工商户设立登记' },
      { label: '申请人', value: '示*　证件尾号 0015' },
      { label: '经办人', value: '本人' },
      { label: '收件', value: '2026-11-24 09:52:31' },
      { label: '窗口', value: '3 号　工号 0317' },
      { label: '省编号', value: '联网后告知' },
    ],
    paragraphs: [
      '最迟 2026年12月1日 告知是否受理。',
      '逾期未告知的，自收件之日起视为受理。',
      '本凭证不是受理通知书。',
    ],
    table: {
      head: ['收到材料 3 份', '形式'],
      rows: [
        ['1 登记（备案）申请书', '原件 1'],
        ['2 居民身份证（申请人）', '核对退还'],
        ['3 经营场所使用相关文件', '复印 1'],
      ],
    },
    foot: ['窗口扫码验真', '验证码 7F3A91C2', '电话 0000-0000000'],
    sealPlace: null,
    signaturePlace: false,
    ...named,
  });
}
