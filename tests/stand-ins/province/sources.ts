import { type Json, type JsonObject, textOf } from './json.ts';

/** What a source of this sandbox knows of a fact. `asked`: what the question said of the holder. */
type Known = (asked: { readonly name: string; readonly number: string }) => string;

interface Source {
  readonly name: string;
  readonly system: string;
  readonly organ: string;
  /** 1 nation, 2 province, 3 city, 4 county. */
  readonly level: string;
  readonly connected?: false;
  readonly facts: Readonly<Record<string, readonly [name: string, kind: string, known: Known]>>;
}

const named: Known = ({ name }) => name;
const numbered: Known = ({ number }) => number;

/** Every source answers about whoever is asked about: this county is made up and everybody in it is known. */
const SOURCES: Readonly<Record<string, Source>> = {
  'population.basic': {
    name: '人口基本信息',
    system: '人口基础信息库',
    organ: '示范省公安厅',
    level: '2',
    facts: {
      'holder.name': ['姓名', 'name', named],
      'holder.citizen-number': ['公民身份号码', 'number', numbered],
    },
  },
  'population.household': {
    name: '户籍信息',
    system: '户籍管理系统',
    organ: '示范县公安局',
    level: '4',
    facts: {
      'holder.name': ['姓名', 'name', named],
      'holder.household-address': ['户籍地址', 'address', () => '示范县城关镇春风路8号3单元502室'],
      'household.number': ['户号', 'number', () => '990101000123456'],
    },
  },
  'population.residence_permit': {
    name: '居住证信息',
    system: '流动人口系统',
    organ: '示范市公安局',
    level: '3',
    facts: {
      'holder.name': ['姓名', 'name', named],
      'holder.residence-until': ['签注有效期', 'date', () => '2027-06-30'],
    },
  },
  'population.photo': {
    name: '人像信息',
    system: '人口基础信息库',
    organ: '示范省公安厅',
    level: '2',
    connected: false,
    facts: { 'holder.photo-on': ['采集日期', 'date', () => '2025-03-01'] },
  },
  'civil.marriage': {
    name: '婚姻登记信息',
    system: '婚姻登记管理系统',
    organ: '民政部',
    level: '1',
    facts: {
      'holder.marital-status': ['婚姻状况', 'text', () => '已婚'],
      'spouse.name': ['配偶姓名', 'name', () => '赵和平'],
    },
  },
  'enterprise.basic': {
    name: '市场主体登记信息',
    system: '市场主体准入系统',
    organ: '示范省市场监督管理局',
    level: '2',
    facts: {
      'enterprise.name': ['名称', 'text', named],
      'enterprise.credit-code': ['统一社会信用代码', 'text', numbered],
      'premises.address': ['经营场所', 'text', () => '示范县城关镇新光路5号'],
    },
  },
  'health.birth_certificate': {
    name: '出生医学证明信息',
    system: '妇幼健康信息系统',
    organ: '示范省卫生健康委员会',
    level: '2',
    facts: {
      'child.name': ['新生儿姓名', 'name', () => '李小满'],
      'child.birth-date': ['出生日期', 'date', () => '2026-11-02'],
    },
  },
  'realestate.title': {
    name: '不动产登记信息',
    system: '不动产登记系统',
    organ: '示范县自然资源局',
    level: '4',
    facts: { 'realestate.place': ['坐落', 'address', () => '示范县城关镇新光路5号'] },
  },
  'realestate.none': {
    name: '无房信息',
    system: '不动产登记系统',
    organ: '示范县自然资源局',
    level: '4',
    facts: { 'holder.homes': ['名下住房', 'text', () => '无'] },
  },
  'medical.e_invoice': {
    name: '医疗电子票据',
    system: '财政电子票据系统',
    organ: '示范省财政厅',
    level: '2',
    connected: false,
    facts: { 'invoice.total': ['票据金额', 'text', () => '5280.00'] },
  },
};

/** The queries a hall may ask, as the description has them. */
export const SOURCE_LIST: readonly JsonObject[] = Object.entries(SOURCES).map(([code, source]) => ({
  query_code: code,
  query_name: source.name,
  source_system: source.system,
  source_org: source.organ,
  connected: source.connected !== false,
  timeout_ms: 8_000,
  fields: Object.entries(source.facts).map(([field, [name, kind]]) => ({ code: field, name, kind })),
}));

/** What the source behind an operation says. Null: it is not connected. */
export function saidBySource(operation: string, question: JsonObject, now: string): JsonObject | null {
  return operation === 'queryLicence' ? licencesOf(question, now) : dataOf(question, now);
}

/** What a source says of the holder: only the fields that were asked for. Null: it is not connected. */
function dataOf(question: JsonObject, now: string): JsonObject | null {
  const source = SOURCES[textOf(question['query_code'])];
  if (!source || source.connected === false) return null;
  const asked = holderIn(question);
  const wanted = Array.isArray(question['fields']) ? question['fields'] : [];
  const values: Json[] = Object.entries(source.facts)
    .filter(([code]) => wanted.length === 0 || wanted.includes(code))
    .map(([code, [name, kind, known]]) => ({ code, name, kind, value: known(asked) }));
  return {
    ...answered(question, source.organ, source.level, now),
    found: true,
    as_of: now.slice(0, 10),
    holder_code: asked.number,
    values,
  };
}

/** The holder's licence of that name, in force and without an end. */
function licencesOf(question: JsonObject, now: string): JsonObject {
  const { name, number } = holderIn(question);
  const shown = textOf(question['licence_identifier']);
  const licence = {
    identifier: shown || identifierOf(number),
    licence_name: textOf(question['licence_name']),
    licence_no: number,
    holder_name: name,
    holder_code: number,
    issuer_name: '示范县市场监督管理局',
    issue_date: '2024-03-01',
    valid_to: null,
    status: '01',
    values: [],
  };
  return { ...answered(question, '示范省电子证照库', '2', now), licences: [licence] };
}

function answered(question: JsonObject, by: string, level: string, now: string): JsonObject {
  return {
    query_guid: textOf(question['query_guid']),
    answered_by: by,
    answered_level: level,
    answered_at: now,
  };
}

function holderIn(question: JsonObject) {
  return { name: textOf(question['holder_name']), number: textOf(question['holder_code']) };
}

/** An identifier of GB/T 36904 with its check character, worked out here and not by the product. */
function identifierOf(number: string): string {
  const parts = ['11100000000000000A001', '11990101990000017G', number, '001'];
  const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let product = 36;
  for (const sign of parts.join('')) {
    const sum = (product + signs.indexOf(sign)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return `1.2.156.3005.2.${parts.join('.')}.${signs[(37 - product) % 36] ?? '0'}`;
}
