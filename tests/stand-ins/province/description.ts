import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject, parseJson, textOf } from './json.ts';
import { type Misfit, misfits } from './json-schema.ts';

/** One operation of the description, as the sandbox needs it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly address: RegExp;
  readonly parameters: readonly JsonObject[];
  readonly body: Json | null;
  /** Status → schema of the reply, `null` when it has no body. */
  readonly replies: ReadonlyMap<string, Json | null>;
  readonly needsSession: boolean;
}

export interface Description {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  /** @throws Error when a `$ref` points nowhere */
  readonly resolve: (ref: string) => Json;
  readonly check: (value: Json, schema: Json) => Misfit[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Reads the platform's description, an OpenAPI 3.1 file. It is data: the sandbox shares no code with anyone. */
export function readDescription(file: string): Description {
  const plain = parseJson(JSON.stringify(parse(readFileSync(file, 'utf8'))));
  if (!isObject(plain)) throw new Error(`${file} is no OpenAPI document`);

  const resolve = (ref: string): Json => {
    let found: Json | undefined = plain;
    for (const name of ref.replace(/^#\//, '').split('/')) {
      found = isObject(found) ? found[name.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
    }
    if (!ref.startsWith('#/') || found === undefined) throw new Error(`${ref} points nowhere`);
    return found;
  };
  const followed = (value: Json | undefined): JsonObject => {
    if (!isObject(value)) return {};
    const { $ref: ref } = value;
    return typeof ref === 'string' ? followed(resolve(ref)) : value;
  };
  const schemaIn = (holder: JsonObject): Json | null => {
    const json = followed(followed(holder['content'])['application/json'])['schema'];
    return json ?? null;
  };

  const operations = Object.entries(followed(plain['paths'])).flatMap(([path, at]) =>
    METHODS.flatMap((method): Operation[] => {
      const operation = followed(at)[method];
      if (!isObject(operation)) return [];
      const { parameters, security } = operation;
      const replies = Object.entries(followed(operation['responses']));
      return [
        {
          id: textOf(operation['operationId']),
          method: method.toUpperCase(),
          address: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
          parameters: Array.isArray(parameters) ? parameters.map(followed) : [],
          body: operation['requestBody'] ? schemaIn(followed(operation['requestBody'])) : null,
          replies: new Map(replies.map(([status, reply]) => [status, schemaIn(followed(reply))])),
          needsSession: !(Array.isArray(security) && security.length === 0),
        },
      ];
    }),
  );
  return { document: plain, operations, resolve, check: (value, schema) => misfits(value, schema, resolve) };
}

/** The operation a request names, and the values in its address. */
export function operationFor(
  { operations }: Description,
  method: string,
  path: string,
): { readonly operation: Operation; readonly values: Record<string, string> } | null {
  for (const operation of operations) {
    const match = operation.method === method ? operation.address.exec(path) : null;
    if (match) return { operation, values: { ...match.groups } };
  }
  return null;
}

/** What of the address, the query and the headers does not fit. */
export function parameterMisfits(
  description: Description,
  operation: Operation,
  given: (place: string, name: string) => string | null,
): Misfit[] {
  return operation.parameters.flatMap((parameter) => {
    const name = textOf(parameter['name']);
    const value = given(textOf(parameter['in']), name);
    if (value === null) {
      return parameter['required'] === true ? [{ field: name, message: `必填参数${name}为空` }] : [];
    }
    const { schema } = parameter;
    if (schema === undefined) return [];
    const asNumber = /^\d+$/.test(value) ? Number(value) : value;
    const fits = [value, asNumber].some((one) => description.check(one, schema).length === 0);
    return fits ? [] : [{ field: name, message: '格式不对' }];
  });
}
