import { onTestFinished } from 'vitest';
import { httpProvince } from '#desk/platform/adapters/http-province.ts';
import type { Parts } from '#desk/parts.ts';
import type { Province } from '#desk/platform/province.ts';
import { openSources } from '#desk/platform/source-desk.ts';
import { keepSharedQueries } from '#desk/store/shared-queries.ts';
import type { CaseView } from '#contract/shapes/case.ts';
import type { RunningProvince } from '../stand-ins/province/start.ts';
import { intakeDesk, type IntakeDesk, type itemNamed, typeApplicant } from './intake-desk.ts';

const LIMITS = { connectMs: 500, wholeMs: 1_500, replyBytes: 1024 * 1024, headBytes: 16 * 1024 };

/** Window 3 of the demo county at a running sandbox. */
export function provinceOf({ url }: Pick<RunningProvince, 'url'>): Province {
  return httpProvince({
    url,
    account: 'hall-990101',
    secret: 'not-a-secret',
    site: '990101',
    window: 3,
    certificateAuthority: null,
    nowMs: Date.now,
    onSkew: () => {},
    limits: LIMITS,
  });
}

/** The intake of window 3 with the sources of a running sandbox behind its line, and their list known. */
export async function sourceDesk(
  sandbox: Pick<RunningProvince, 'url'>,
  { listed = true, named = {} }: { listed?: boolean; named?: Partial<Parts> } = {},
): Promise<IntakeDesk> {
  const province = provinceOf(sandbox);
  onTestFinished(() => province.close());
  const desk = intakeDesk({ sources: openSources(province), ...named });
  const list = listed ? await province.listQueries() : null;
  if (list?.answer === 'listed') {
    const { queries } = list;
    desk.db.transaction(() => keepSharedQueries(desk.db, queries))();
  }
  return desk;
}

/** An open case whose applicant was typed. */
export async function anOpenCase(desk: IntakeDesk, item: ReturnType<typeof itemNamed>): Promise<CaseView> {
  const visitId = desk.aVisit();
  await typeApplicant(desk, visitId);
  return desk.caseFrom('intake.open', { visitId, itemCode: item.code });
}

export function paperOf(view: CaseView, id: string) {
  const paper = view.materials.find((one) => one.id === id);
  if (!paper) throw new Error(`the case has no paper ${id}`);
  return paper;
}
