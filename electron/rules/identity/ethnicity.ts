interface EthnicityName {
  readonly nameZh: string;
  /** The Latin spelling of the standard. */
  readonly nameEn: string;
}

/** @source GB/T 3304-1991; devices.md 1.7 */
const ethnicities: ReadonlyMap<string, EthnicityName> = new Map<string, EthnicityName>([
  ['01', { nameZh: '汉', nameEn: 'Han' }],
  ['02', { nameZh: '蒙古', nameEn: 'Mongol' }],
  ['03', { nameZh: '回', nameEn: 'Hui' }],
  ['04', { nameZh: '藏', nameEn: 'Zang' }],
  ['05', { nameZh: '维吾尔', nameEn: 'Uygur' }],
  ['06', { nameZh: '苗', nameEn: 'Miao' }],
  ['07', { nameZh: '彝', nameEn: 'Yi' }],
  ['08', { nameZh: '壮', nameEn: 'Zhuang' }],
  ['09', { nameZh: '布依', nameEn: 'Buyei' }],
  ['10', { nameZh: '朝鲜', nameEn: 'Chosen' }],
  ['11', { nameZh: '满', nameEn: 'Man' }],
  ['12', { nameZh: '侗', nameEn: 'Dong' }],
  ['13', { nameZh: '瑶', nameEn: 'Yao' }],
  ['14', { nameZh: '白', nameEn: 'Bai' }],
  ['15', { nameZh: '土家', nameEn: 'Tujia' }],
  ['16', { nameZh: '哈尼', nameEn: 'Hani' }],
  ['17', { nameZh: '哈萨克', nameEn: 'Kazak' }],
  ['18', { nameZh: '傣', nameEn: 'Dai' }],
  ['19', { nameZh: '黎', nameEn: 'Li' }],
  ['20', { nameZh: '傈僳', nameEn: 'Lisu' }],
  ['21', { nameZh: '佤', nameEn: 'Va' }],
  ['22', { nameZh: '畲', nameEn: 'She' }],
  ['23', { nameZh: '高山', nameEn: 'Gaoshan' }],
  ['24', { nameZh: '拉祜', nameEn: 'Lahu' }],
  ['25', { nameZh: '水', nameEn: 'Sui' }],
  ['26', { nameZh: '东乡', nameEn: 'Dongxiang' }],
  ['27', { nameZh: '纳西', nameEn: 'Naxi' }],
  ['28', { nameZh: '景颇', nameEn: 'Jingpo' }],
  ['29', { nameZh: '柯尔克孜', nameEn: 'Kirgiz' }],
  ['30', { nameZh: '土', nameEn: 'Tu' }],
  ['31', { nameZh: '达斡尔', nameEn: 'Daur' }],
  ['32', { nameZh: '仫佬', nameEn: 'Mulao' }],
  ['33', { nameZh: '羌', nameEn: 'Qiang' }],
  ['34', { nameZh: '布朗', nameEn: 'Blang' }],
  ['35', { nameZh: '撒拉', nameEn: 'Salar' }],
  ['36', { nameZh: '毛南', nameEn: 'Maonan' }],
  ['37', { nameZh: '仡佬', nameEn: 'Gelao' }],
  ['38', { nameZh: '锡伯', nameEn: 'Xibe' }],
  ['39', { nameZh: '阿昌', nameEn: 'Achang' }],
  ['40', { nameZh: '普米', nameEn: 'Pumi' }],
  ['41', { nameZh: '塔吉克', nameEn: 'Tajik' }],
  ['42', { nameZh: '怒', nameEn: 'Nu' }],
  ['43', { nameZh: '乌孜别克', nameEn: 'Uzbek' }],
  ['44', { nameZh: '俄罗斯', nameEn: 'Russ' }],
  ['45', { nameZh: '鄂温克', nameEn: 'Ewenki' }],
  ['46', { nameZh: '德昂', nameEn: 'Deang' }],
  ['47', { nameZh: '保安', nameEn: 'Bonan' }],
  ['48', { nameZh: '裕固', nameEn: 'Yugur' }],
  ['49', { nameZh: '京', nameEn: 'Gin' }],
  ['50', { nameZh: '塔塔尔', nameEn: 'Tatar' }],
  ['51', { nameZh: '独龙', nameEn: 'Derung' }],
  ['52', { nameZh: '鄂伦春', nameEn: 'Oroqen' }],
  ['53', { nameZh: '赫哲', nameEn: 'Hezhen' }],
  ['54', { nameZh: '门巴', nameEn: 'Monba' }],
  ['55', { nameZh: '珞巴', nameEn: 'Lhoba' }],
  ['56', { nameZh: '基诺', nameEn: 'Jino' }],
  ['97', { nameZh: '其他', nameEn: 'other' }],
  ['98', { nameZh: '外国血统中国籍人士', nameEn: 'naturalised, of foreign descent' }],
]);

/** The Chinese name of an ethnicity code; a code outside the standard is shown as its number. */
export function ethnicityNameZh(code: string): string {
  return ethnicities.get(code)?.nameZh ?? code;
}

/** The Latin name of an ethnicity code; a code outside the standard is shown as its number. */
export function ethnicityNameEn(code: string): string {
  return ethnicities.get(code)?.nameEn ?? code;
}

export function isKnownEthnicity(code: string): boolean {
  return ethnicities.has(code);
}
