import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { certificateCodesOf } from '#desk/platform/adapters/code-maps.ts';
import { messageOf } from '#desk/platform/adapters/frame-event.ts';
import { readDescription } from '../stand-ins/province/description.ts';
import { isObject, type Json, parseJson } from '../stand-ins/province/json.ts';
import { anEvent, itsAcceptance } from './reporting-window.ts';

const platform = new URL('../../electron/desk/platform/', import.meta.url);
const file = new URL('openapi.yaml', platform).pathname;
const description = readDescription(file);
const { document, resolve, check } = description;

/** Every object of the document with its place. */
function* walk(value: Json, place = '#'): Generator<readonly [string, { readonly [name: string]: Json }]> {
  if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* walk(one, `${place}/${at}`);
  if (!isObject(value)) return;
  yield [place, value];
  for (const [name, one] of Object.entries(value)) yield* walk(one, `${place}/${name}`);
}

const objects = [...walk(document)];

describe('the description of the platform', () => {
  it('is OpenAPI 3.1, and names every operation once', () => {
    expect(document['openapi']).toBe('3.1.0');
    const ids = description.operations.map((operation) => operation.id);
    expect(ids.toSorted()).toEqual([
      'askExpert',
      'checkNetworkIdentity',
      'findByKey',
      'findByReceipt',
      'health',
      'leaseNumbers',
      'listQueries',
      'pullCatalogue',
      'pullPackagePiece',
      'queryLicence',
      'querySharedData',
      'sendEvent',
      'signIn',
      'tellPackageOutcome',
    ]);
  });

  it('points nowhere but to what it holds', () => {
    const refs = objects.flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(30);
    for (const ref of refs) expect(() => resolve(ref)).not.toThrow();
  });

  it('uses no word in a schema that the sandbox would overlook, and has no key by accident', () => {
    const schemas = objects.filter(([place]) => /\/(schema|schemas\/\w+)$/.test(place));
    for (const [, schema] of schemas) expect(() => check(null, schema)).not.toThrow();
    const strays = objects.flatMap(([place, one]) =>
      Object.entries(one).flatMap(([name, value]) =>
        value === null && !place.includes('/example') ? [`${place}/${name}`] : [],
      ),
    );
    expect(strays).toEqual([]);
  });

  it('gives an example for every body, and each fits its schema', () => {
    const bodies = objects.flatMap(([place, one]) => {
      const { schema, example, examples } = one;
      if (!place.endsWith('/application~1json') && !place.endsWith('/application/json')) return [];
      const several = isObject(examples) ? Object.values(examples).map(valueOf) : [];
      return [{ place, schema: schema ?? null, values: example === undefined ? several : [example] }];
    });
    expect(bodies.length).toBeGreaterThan(12);
    expect(bodies.filter(({ values }) => values.length === 0).map(({ place }) => place)).toEqual([]);
    const wrong = bodies.flatMap(({ place, schema, values }) =>
      values.flatMap((value) => check(value, schema).map((misfit) => ({ place, ...misfit }))),
    );
    expect(wrong).toEqual([]);
  });

  it('(control) is not fitted by an example with a wrong code, a missing field or one too many', () => {
    const schema = resolve('#/components/schemas/CaseEvent');
    const good = valueOf(resolve('#/components/examples/Received'));
    expect(check(good, schema)).toEqual([]);
    const spoilt = (change: (text: string) => string) =>
      check(parseJson(change(JSON.stringify(good))), schema);
    expect(spoilt((text) => text.replace('"apply_type":"1"', '"apply_type":"7"'))).toHaveLength(1);
    expect(spoilt((text) => text.replace('"task_version":1,', ''))).toMatchObject([
      { field: 'accept.task_version' },
    ]);
    expect(spoilt((text) => text.replace('"task_version"', '"x":1,"task_version"'))).toMatchObject([
      { field: 'accept.x' },
    ]);
  });

  it('is what our events turn into', () => {
    const schema = resolve('#/components/schemas/CaseEvent');
    const received = anEvent(101);
    const naming = { key: '7a1f0a6e-0f6c-4a53-9f7e-0d2c8a4f3b11', officialNumber: null };
    const refused = { reason: 'not-competent', say: '不属于本机关职权范围' } as const;
    const events = [
      messageOf(received, { ...naming, step: 1 }),
      messageOf(itsAcceptance(received), { ...naming, step: 2, officialNumber: '9901012026' }),
      messageOf(
        { ...received, related: [{ role: 'guardian', party: received.applicant }] },
        { ...naming, step: 1 },
        certificateCodesOf({ 'resident-id': 'SF' }),
      ),
      messageOf(
        {
          ...received,
          help: {
            mode: 'stand-in',
            helper: { name: '吴示范', badge: 'V0007', point: '新光村便民服务点' },
            consentOn: Day.parse('2026-11-20'),
            consentUntil: Day.parse('2026-12-20'),
          },
        },
        { ...naming, step: 1 },
      ),
      messageOf({ ...received, kind: 'case.refused', refusal: refused }, { ...naming, step: 2 }),
      messageOf(
        { ...received, kind: 'case.correction', correction: [{ materialId: null, say: '请签名' }] },
        { ...naming, step: 2 },
      ),
      messageOf(
        {
          ...received,
          kind: 'case.value-difference',
          differences: [
            {
              meaning: 'mother.name',
              labelZh: '母亲姓名',
              source: 'shared-data',
              origin: 'population.basic',
              said: '李晓雨',
              saidAsOf: Day.parse('2026-11-24'),
              found: '李小雨',
              foundFrom: 'by-hand',
              reason: '户口簿已改名',
            },
          ],
        },
        { ...naming, step: 2 },
      ),
    ];
    const said = { level: 'bad', reasons: ['waited'], no: 2 } as const;
    const evaluated = {
      ...received,
      kind: 'case.evaluated' as const,
      evaluation: { ...said, reasons: [...said.reasons] },
    };
    events.push(messageOf(evaluated, { ...naming, step: 3 }));
    for (const event of events) expect(check(parseJson(JSON.stringify(event)), schema)).toEqual([]);
  });
});

it('the types of the typed client were made from this very description', () => {
  const made = readFileSync(new URL('openapi.d.ts', platform), 'utf8');
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  const said = /openapi\.yaml sha256 ([0-9a-f]{64})/.exec(made)?.[1];
  expect(said, 'make them again: npm ci && npm run make in build/openapi-types').toBe(sha256);
});

function valueOf(example: Json): Json {
  if (!isObject(example)) return null;
  const { $ref, value } = example;
  return typeof $ref === 'string' ? valueOf(resolve($ref)) : (value ?? null);
}
