import type { CaseId } from '#contract/shapes/case.ts';
import { caseAfter } from '#rules/intake/case-moves.ts';
import type { WriteBench } from '../answering.ts';
import { moveCase } from '../store/case-moves.ts';
import type { CaseRecord } from '../store/cases.ts';
import { bundleOfCase, keepRelease, type OpenBundle } from '../store/open-bundles.ts';
import { gatherBundle } from './whole-bundle.ts';

/**
 * Brings the cases of a bundle to where its graph has them: what waits is blocked, with no clock running, and what
 * waited for a result that is here now is worked on. Call it in the transaction of whatever changed the graph.
 *
 * @returns the cases that were released
 * @source domain.md 7 (3), 13.3 invariant 22
 */
export function settleBlocks(bench: WriteBench, open: OpenBundle): CaseId[] {
  const { db, nowMs, asker, parts, afterwards } = bench;
  const released: CaseId[] = [];
  for (const { record, standing, step } of gatherBundle(bench, open).steps) {
    if (record?.state === 'draft' && standing === 'waits') move(bench, record, 'block');
    if (record?.state !== 'blocked' || standing !== 'ready') continue;
    move(bench, record, 'release');
    keepRelease(db, open.id, step.itemCode, { atMs: nowMs, by: asker.staff?.number ?? 'desk' });
    released.push(record.id);
  }
  afterwards(() => {
    for (const caseId of released) parts.announce('case.changed', { caseId });
    parts.announce('visit.changed', { visitId: open.visitId });
  });
  return released;
}

/** The same after an act on one case, in its transaction; nothing where it is no step of a bundle. */
export function followed<T extends { readonly ok: boolean }>(bench: WriteBench, caseId: CaseId, reply: T): T {
  const open = reply.ok ? bundleOfCase(bench.db, caseId) : null;
  if (open) settleBlocks(bench, open);
  return reply;
}

function move({ db }: WriteBench, { id, state }: CaseRecord, event: 'block' | 'release'): void {
  const to = caseAfter(state, event);
  const nothing = { allIn: null, acceptance: null, dues: null, decision: null };
  if (to === null || !moveCase(db, { ...nothing, id, from: state, to })) {
    throw new Error(`a case that is ${state} could not ${event}`);
  }
}
