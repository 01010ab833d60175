/** `site.json` of the practice hall: an invented county, stand-ins for every device and for the province. */
export function practiceSite(where: {
  readonly ports: { readonly reader: string; readonly scanner: string };
  readonly province: string;
  readonly control: string;
}) {
  return {
    site: '990101',
    hallName: '示范县政务服务中心',
    hallNameEn: 'Shifan County Service Hall',
    hallPhone: '0000-0000000',
    window: 3,
    windowName: '综合',
    language: 'zh-CN',
    queues: [
      { code: 'A', nameZh: '综合', nameEn: 'General' },
      { code: 'P', nameZh: '个人社会事务', nameEn: 'Personal affairs' },
      { code: 'E', nameZh: '企业经营', nameEn: 'Enterprise' },
      { code: 'H', nameZh: '住房公积金', nameEn: 'Housing fund' },
    ],
    served: ['A', 'P', 'E', 'H'],
    devices: {
      idCardReader: { port: where.ports.reader, baud: 115200 },
      scanner: { port: where.ports.scanner, baud: 9600 },
    },
    hall: { url: null },
    // The form of the real code is known to whoever connects the hall; this is that of the stand-ins.
    networkIdentity: { codePattern: 'YCNET1\\.[A-Za-z0-9_-]{40,600}' },
    province: { url: where.province, account: '990101-03', secret: 'practice-secret' },
    numbers: { from: 101, to: 200 },
    // The social security bureau's own system has no interface: its cases are typed twice.
    departmentSystems: [
      {
        department: 'rs',
        nameZh: '社保卡管理系统',
        nameEn: 'Social security card system',
        order: [
          'beneficiary.citizen-number',
          'beneficiary.name',
          'beneficiary.sex',
          'beneficiary.birth-date',
          'beneficiary.contact-phone',
          'beneficiary.address',
          'social-card.reason',
          'social-card.bank',
          'delivery.way',
        ],
      },
    ],
    exceptions: [
      { kind: 'system', about: 'rs', owner: '县人社局信息中心', until: '2027-06-30' },
      { kind: 'source', about: 'medical.e_invoice', owner: '省财政厅票据中心', until: '2026-10-31' },
      {
        kind: 'item',
        about: '1199010199000003364990723001000',
        owner: '县卫生健康局医政科',
        until: '2027-03-31',
      },
    ],
    people: [
      { number: '0317', name: '周敏', roles: ['clerk'], initialPassword: 'yichuang-demo' },
      { number: '0001', name: '何立', roles: ['manager', 'clerk'], initialPassword: 'yichuang-demo' },
      { number: '0009', name: '丁工', roles: ['technician'], initialPassword: 'yichuang-demo' },
    ],
    practice: { control: where.control },
  };
}
