import { ServiceItem } from '#contract/shapes/item.ts';
import { itemToKeep } from '#desk/catalogue/put-in-force.ts';
import { putInForce } from '#desk/store/items.ts';
import type { Writer } from '#native/sqlite/database.ts';

const subjects =
  '食品经营 公共场所 道路运输 医疗机构 建筑施工 户外广告 民办学校 劳务派遣 人力资源服务 烟草专卖零售 危险化学品 特种设备 个体工商户 有限责任公司 农民专业合作社 不动产 住房公积金 城乡居民养老保险 职工基本医疗保险 失业保险金 残疾人 新生儿 流动人口 出租房屋 林木采伐 取水 排污 河道采砂 种子生产 兽药经营 动物诊疗 水域滩涂养殖 会计代理记账 典当行 拍卖企业 印刷企业 出版物零售 营业性演出 网络文化 互联网上网服务 旅行社 文物保护 测绘资质 矿产资源 城市绿化 临时占道 污水排入管网 燃气经营 供热 商品房预售 物业服务 消防技术 爆破作业 重点车辆 长期护理 退役军人 社会团体 慈善组织 宗教活动场所 婚姻登记 收养登记 殡葬设施 地名 行政区域界线'.split(
    ' ',
  );
const acts =
  '设立 变更 注销 延续 备案 登记 补办 换发 年检 转移 查询 核准 审批 许可 确认 给付 认定 评估 变更备案 信息修改'.split(
    ' ',
  );
const kinds =
  '（新办） （告知承诺） （限额以下） （首次） （跨省通办） （个人） （单位） （含分支机构） （临时） （重新核发）'.split(
    ' ',
  );
const scopes =
  '经营许可 从业资格证 资质证书 安全生产许可证 卫生许可证 使用登记 设计审查 专项补贴 资格 业务'.split(' ');

/**
 * `count` made-up items with names as catalogues have them, all different, the same for every run.
 * Codes are numbered, so the item at place n is known.
 */
export function manyItems(count: number): ServiceItem[] {
  return Array.from({ length: count }, (_, place) => itemAt(place));
}

/** What tells the item at a place from the others. */
export function namedAt(place: number) {
  const pick = (from: readonly string[], step: number): string =>
    from[Math.floor(place / step) % from.length] ?? '';
  const round = Math.floor(place / (subjects.length * scopes.length * acts.length));
  const name =
    pick(subjects, 1) +
    pick(scopes, subjects.length) +
    pick(acts, subjects.length * scopes.length) +
    (round === 0 ? '' : (kinds[(round - 1) % kinds.length] ?? ''));
  const number = String(place).padStart(9, '0');
  return {
    code: `11990101990000017G4990${number}`,
    nameZh: name,
    nameEn: `Item ${place}`,
    basicCode: `990${number}`,
  };
}

function itemAt(place: number): ServiceItem {
  return ServiceItem.parse({
    ...namedAt(place),
    version: 1,
    itemTypeCode: '20',
    exerciseLevelCode: '4',
    serviceObjectCodes: ['1'],
    caseTypeCode: '2',
    department: {
      key: 'scjg',
      nameZh: '示范县市场监督管理局',
      nameEn: 'Market Regulation Bureau',
      creditCode: '11990101990000017G',
    },
    legalLimit: { days: 20, unit: 'workday', basis: null },
    promiseLimit: { days: 5, unit: 'workday', basis: null },
    materials: [],
    situations: [],
    specialProcedures: [],
    queue: 'A',
    maxVisits: 1,
    fee: null,
    resultName: '证明',
    delivery: ['counter'],
    counterOutcomeAuthority: 'accept_on_behalf',
    offlineAccept: true,
  });
}

/** Puts made-up items in force, without a package around them. */
export function holdItems(db: Writer, items: readonly ServiceItem[]): void {
  putInForce(db, { hash: '0'.repeat(64), name: 'made up', atMs: 0, items: items.map(itemToKeep) });
}
