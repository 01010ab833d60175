import { createHmac } from 'node:crypto';
import type { Bundle } from '#contract/shapes/bundle.ts';
import type { Duty } from '#contract/shapes/catalogue.ts';
import { CaseView, OutcomeGiven, VisitView, type VisitId } from '#contract/shapes/case.ts';
import type { IdentityCard } from '#contract/shapes/identity-card.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { LineState } from '#contract/shapes/sync-state.ts';
import type { Reply } from '#contract/call.ts';
import type { CallName } from '#contract/calls.ts';
import type { EventName } from '#contract/events.ts';
import type { Asker } from '#desk/answering.ts';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import type { CardReading } from '#desk/devices/card-desk.ts';
import { EVERY_ANSWER } from '#desk/every-answer.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { silentLog } from '#desk/log.ts';
import { runClocks } from '#desk/progress/run-clocks.ts';
import { keepSiteBlock } from '#desk/store/numbers.ts';
import { openVisit } from '#desk/store/visits.ts';
import type { Parts } from '#desk/parts.ts';
import { citizenCheckCharacter } from '#rules/identity/citizen-number.ts';
import type { OpenDatabase } from '#native/sqlite/open-database.ts';
import { aCaseFile } from './case-file.ts';
import { demoCatalogueText } from './demo-catalogue.ts';
import { asker, deskOver, deskParts, OWES_NOTHING } from './desk-parts.ts';
import { typeWholeForm } from './form-values.ts';
import { movedClock } from './moved-clock.ts';

type Asked = CallName;

const reading = readCataloguePackage(demoCatalogueText);
/** The items of the demo catalogue. */
export const demoItems: readonly ServiceItem[] = reading.ok ? reading.items : [];

const demoBundles: readonly Bundle[] = reading.ok ? reading.bundles : [];

export function itemNamed(nameZh: string): ServiceItem {
  const item = demoItems.find((one) => one.nameZh === nameZh);
  if (!item) throw new Error(`the demo catalogue has no ${nameZh}`);
  return item;
}

export interface IntakeDesk {
  readonly db: OpenDatabase;
  readonly parts: Parts & { readonly said: EventName[] };
  readonly clock: ReturnType<typeof movedClock>;
  /** How the line to the province stands; a test may change it. */
  readonly province: { line: LineState };
  /** The catalogue in force; a test may change it. */
  readonly shelf: {
    items: readonly ServiceItem[];
    bundles: readonly Bundle[];
    duties: readonly Duty[];
    freshAtMs: number;
  };
  /** What was woken. */
  readonly woken: string[];
  /** Readings that may still be used. */
  readonly readings: Map<string, { reading: CardReading; confirmed: boolean }>;
  /** Runs the clocks as the desk does every minute. */
  readonly runClocks: () => void;
  readonly ask: (name: Asked, input: unknown, who?: Asker) => Promise<Reply<unknown, string>>;
  readonly aVisit: (ticketNumber?: string, guidanceId?: string | null) => VisitId;
  readonly caseFrom: (name: Asked, input: unknown) => Promise<CaseView>;
  readonly visitFrom: (name: Asked, input: unknown) => Promise<VisitView>;
  readonly refusalOf: (name: Asked, input: unknown, who?: Asker) => Promise<string>;
}

/** The intake of window 3 over a real encrypted file, the demo catalogue and a line that is up. */
export function intakeDesk(
  named: Partial<Parts> = {},
  {
    db = aCaseFile(),
    clock = movedClock(),
  }: { db?: OpenDatabase; clock?: ReturnType<typeof movedClock> } = {},
): IntakeDesk {
  const province: { line: LineState } = { line: 'ok' };
  const shelf: IntakeDesk['shelf'] = {
    items: demoItems,
    bundles: demoBundles,
    duties: [],
    freshAtMs: clock.nowMs(),
  };
  const woken: string[] = [];
  const readings = new Map<string, { reading: CardReading; confirmed: boolean }>();
  keepSiteBlock(db, { from: 101, to: 200 }, clock.nowMs());
  const parts = deskParts(
    db,
    {
      site: DEMO_SITE,
      items: {
        find: () => [],
        isThere: () => true,
        findBundle: () => [],
        bundleById: (id) => shelf.bundles.find((bundle) => bundle.id === id) ?? null,
        bundles: () => shelf.bundles,
        dutyOn: ({ nameZh }) => shelf.duties.find(({ replaces }) => replaces.includes(nameZh)) ?? null,
        byCode: (code) => shelf.items.find((item) => item.code === code) ?? null,
        freshAtMs: () => shelf.freshAtMs,
      },
      sync: {
        view: () => ({ ...OWES_NOTHING, line: province.line }),
        line: () => province.line,
        tryNow: async () => {},
        wake: () => woken.push('sync'),
      },
      press: { wake: () => woken.push('press') },
      personKey: (number) => createHmac('sha256', 'a key for tests').update(number).digest('hex'),
      cards: { reading: (id) => readings.get(id) ?? null, readAgain: () => readings.size > 0 },
      ...named,
    },
    clock.nowMs,
  );
  const desk = deskOver(db, parts, clock.nowMs);
  const ask: IntakeDesk['ask'] = async (name, input, who = asker()) =>
    EVERY_ANSWER[name].answer(name, input, who, desk);
  const valueOf = async (name: Asked, input: unknown): Promise<unknown> => {
    const reply = await ask(name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.refusal}`);
    return reply.value;
  };
  let tickets = 0;
  return {
    db,
    parts,
    clock,
    province,
    shelf,
    woken,
    readings,
    ask,
    runClocks: () => runClocks(desk, silentLog),
    aVisit: (ticketNumber, guidanceId = null) => {
      tickets += 1;
      return openVisit(db, {
        ticketId: ticketIdOf(tickets),
        ticketNumber: ticketNumber ?? `A${String(tickets).padStart(3, '0')}`,
        atMs: clock.nowMs(),
        guidanceId,
      });
    },
    caseFrom: async (name, input) => {
      const value = await valueOf(name, input);
      const outcome = OutcomeGiven.safeParse(value);
      return CaseView.parse(
        outcome.success ? await valueOf('intake.look', { caseId: outcome.data.id }) : value,
      );
    },
    visitFrom: async (name, input) => VisitView.parse(await valueOf(name, input)),
    refusalOf: async (name, input, who) => {
      const reply = await ask(name, input, who);
      return reply.ok ? 'ok' : reply.refusal;
    },
  };
}

export function ticketIdOf(serial: number): string {
  return `018f0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
}

/** A made-up citizen of the made-up county. `serial` is odd for a man, even for a woman. */
export function citizenNumber(serial = 12, birth = '19870703'): string {
  const first17 = `990101${birth}${String(serial).padStart(3, '0')}`;
  return first17 + citizenCheckCharacter(first17);
}

/** A made-up resident card, good until 2039. */
export function aCard(named: Partial<IdentityCard> = {}): IdentityCard {
  return {
    kind: 'resident',
    name: '李晓雨',
    englishName: null,
    number: citizenNumber(),
    sexCode: '2',
    ethnicityCode: '01',
    nationality: null,
    birth: '19870703',
    address: '示范省示范县新光路 5 号',
    issuer: '示范县公安局',
    validFrom: '20190517',
    validTo: '20390517',
    travelPermit: null,
    issueCount: null,
    unreadable: [],
    ...named,
  };
}

export function aReading(
  named: Partial<CardReading> & { readonly id: string; readonly readAtMs: number },
): CardReading {
  return { card: aCard(), textBlock: new Uint8Array(256), samId: null, tookMs: 900, ...named };
}

/** Types an applicant who may be accepted: name and a number that passes. */
export async function typeApplicant(
  desk: IntakeDesk,
  visitId: VisitId,
  { name = '李晓雨', number = citizenNumber() }: { name?: string; number?: string } = {},
): Promise<void> {
  await desk.visitFrom('identity.set-field', { visitId, role: 'applicant', field: 'name', value: name });
  await desk.visitFrom('identity.set-field', {
    visitId,
    role: 'applicant',
    field: 'certificateNumber',
    value: number,
  });
}

/** Types everything the form of a case still asks for. */
export async function fillForm(desk: IntakeDesk, caseId: string): Promise<void> {
  await typeWholeForm(async (name, input) => {
    const reply = await desk.ask(name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.refusal}`);
    return reply.value;
  }, caseId);
}

/** Takes in every mandatory paper that is still missing, in paper, and types the form. */
export async function handOverAll(desk: IntakeDesk, opened: CaseView): Promise<CaseView> {
  await fillForm(desk, opened.id);
  let view = await desk.caseFrom('intake.look', { caseId: opened.id });
  for (const materialId of opened.missing) {
    const paper = opened.materials.find(({ id }) => id === materialId);
    view = await desk.caseFrom('intake.provide', {
      caseId: opened.id,
      materialId,
      route: 'paper',
      originalsTaken: paper?.originals ?? 1,
      copiesTaken: paper?.copies ?? 0,
      checkedAgainstOriginal: true,
    });
  }
  return view;
}

/** A case with its applicant and all its papers, ready to be accepted. */
export async function aReadyCase(
  desk: IntakeDesk,
  item = itemNamed('个体工商户设立登记'),
): Promise<CaseView> {
  return readyCaseIn(desk, desk.aVisit(), item);
}

/** The same in a visit that is there already. */
export async function readyCaseIn(desk: IntakeDesk, visitId: VisitId, item: ServiceItem): Promise<CaseView> {
  await typeApplicant(desk, visitId);
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: item.code });
  let view = opened;
  for (const situation of opened.item.situations) {
    const last = situation.options.at(-1);
    if (!last) continue;
    view = await desk.caseFrom('intake.answer', {
      caseId: opened.id,
      situationId: situation.id,
      optionId: last.id,
    });
  }
  return handOverAll(desk, view);
}
