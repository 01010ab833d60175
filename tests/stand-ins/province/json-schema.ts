import { isObject, type Json, type JsonObject, numberOf, textOf } from './json.ts';

export interface Misfit {
  /** Dotted path into the value. */
  readonly field: string;
  readonly message: string;
}

/** Finds what a `$ref` points to. */
export type Resolve = (ref: string) => Json;

const FORMATS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

/** Words of JSON Schema this sandbox understands. Another one in the description is an error, not a blank. */
const UNDERSTOOD = new Set([
  '$ref',
  'type',
  'enum',
  'const',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'anyOf',
  'description',
]);

/**
 * What of a value does not fit a JSON Schema (2020-12, the part the description uses).
 *
 * @throws Error when the schema uses a word this sandbox does not understand
 */
export function misfits(value: Json, schema: Json, resolve: Resolve, field = ''): Misfit[] {
  if (!isObject(schema)) throw new Error(`no schema at ${field}`);
  for (const word of Object.keys(schema)) {
    if (!UNDERSTOOD.has(word)) throw new Error(`the sandbox does not understand "${word}" in a schema`);
  }
  const ref = schema['$ref'];
  if (typeof ref === 'string') return misfits(value, resolve(ref), resolve, field);
  const { anyOf } = schema;
  if (Array.isArray(anyOf)) {
    const tries: Misfit[][] = anyOf.map((one: Json) => misfits(value, one, resolve, field));
    return tries.some((found) => found.length === 0) ? [] : (tries[0] ?? []);
  }

  const say = (message: string): Misfit[] => [{ field, message }];
  if (schema['const'] !== undefined && value !== schema['const']) {
    return say(`只能是 ${JSON.stringify(schema['const'])}`);
  }
  const { enum: oneOf } = schema;
  if (Array.isArray(oneOf) && !oneOf.includes(value)) return say('不在代码表中');
  if (!hasType(value, schema['type'])) return say('类型不对');
  if (typeof value === 'string') return textMisfits(value, schema).flatMap(say);
  if (typeof value === 'number') return numberMisfits(value, schema).flatMap(say);
  if (Array.isArray(value)) return listMisfits(value, schema, resolve, field);
  return isObject(value) ? objectMisfits(value, schema, resolve, field) : [];
}

function hasType(value: Json, type: Json | undefined): boolean {
  if (type === undefined) return true;
  const types = Array.isArray(type) ? type : [type];
  return types.some((one) => {
    if (one === 'null') return value === null;
    if (one === 'array') return Array.isArray(value);
    if (one === 'object') return isObject(value);
    if (one === 'integer') return Number.isSafeInteger(value);
    return typeof value === one;
  });
}

function textMisfits(value: string, schema: JsonObject): string[] {
  const { minLength, maxLength, pattern, format } = schema;
  const length = Array.from(value).length;
  if (length < (numberOf(minLength) || 0)) return ['不能为空'];
  if (length > (Number.isNaN(numberOf(maxLength)) ? Infinity : numberOf(maxLength))) return ['太长'];
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) return ['格式不对'];
  const form = FORMATS[textOf(format)];
  if (format !== undefined && !form)
    throw new Error(`the sandbox does not know the format ${textOf(format)}`);
  return form && !form.test(value) ? ['格式不对'] : [];
}

function numberMisfits(value: number, { minimum, maximum }: JsonObject): string[] {
  return value < numberOf(minimum) || value > numberOf(maximum) ? ['超出范围'] : [];
}

function listMisfits(value: readonly Json[], schema: JsonObject, resolve: Resolve, field: string): Misfit[] {
  const { items, minItems, maxItems } = schema;
  if (value.length < numberOf(minItems) || value.length > numberOf(maxItems)) {
    return [{ field, message: '数量不对' }];
  }
  if (items === undefined) return [];
  return value.flatMap((one, at) => misfits(one, items, resolve, `${field}.${at}`.replace(/^\./, '')));
}

function objectMisfits(value: JsonObject, schema: JsonObject, resolve: Resolve, field: string): Misfit[] {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(textOf) : [];
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ field: at(name), message: `必填参数${name}为空` }));
  const found = Object.entries(value).flatMap(([name, one]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known !== undefined) return misfits(one, known, resolve, at(name));
    return schema['additionalProperties'] === false ? [{ field: at(name), message: '没有这个字段' }] : [];
  });
  return [...missing, ...found];
}
