import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CaseView, OutcomeGiven, VisitView } from '#contract/shapes/case.ts';
import { ItemHit } from '#contract/shapes/item.ts';
import { SyncView } from '#contract/shapes/sync-state.ts';
import { typeWholeForm } from '../support/form-values.ts';
import { runDesk } from '../support/running-desk.ts';
import { tempHome } from '../support/temp-home.ts';

/** Made up, of the fictional county, with a right check digit. */
const APPLICANT = {
  kind: 'person',
  name: '测试甲',
  certificateKind: 'resident-id',
  certificateNumber: '990101199001010019',
  phone: '13800000000',
  address: '示范县测试路1号',
};

describe('the main job', () => {
  it(
    'runs over a line of JSON from the ticket to the accepted case, and survives a kill',
    { timeout: 90_000 },
    async () => {
      const home = join(tempHome(), 'desk');
      const desk = runDesk(['--home', home, '--stdio']);
      const value = async (name: string, input: unknown = {}): Promise<unknown> => {
        const answer = await desk.ask(name, input);
        if (!answer.ok) throw new Error(`${name}: ${answer.refusal}`);
        return answer.value;
      };

      await value('access.sign-in', { number: '0317', password: 'yichuang-demo' });
      await value('queue.take', { queue: 'E' });
      await value('queue.call-next');
      await value('queue.arrive');
      const visit = VisitView.parse(await value('intake.visit'));
      for (const [field, typed] of Object.entries(APPLICANT)) {
        await value('identity.set-field', { visitId: visit.id, role: 'applicant', field, value: typed });
      }
      const [item] = z.array(ItemHit).parse(await value('intake.find-item', { text: 'gtgsh' }));
      let open = CaseView.parse(await value('intake.open', { visitId: visit.id, itemCode: item?.code }));
      for (const { id, options } of open.item.situations) {
        open = CaseView.parse(
          await value('intake.answer', { caseId: open.id, situationId: id, optionId: options[0]?.id }),
        );
      }
      for (const { id, originals, copies } of open.materials.filter(({ asked, route }) => asked && !route)) {
        open = CaseView.parse(
          await value('intake.provide', {
            caseId: open.id,
            materialId: id,
            route: 'paper',
            originalsTaken: originals,
            copiesTaken: copies,
            checkedAgainstOriginal: true,
          }),
        );
      }
      expect(open.outcomes.find(({ outcome }) => outcome === 'accept')?.because).toBe('form-incomplete');
      await typeWholeForm((name, input) => value(name, input), open.id);
      open = CaseView.parse(await value('intake.look', { caseId: open.id }));
      expect(open.missing).toEqual([]);
      const outcome = open.outcomes.find((standing) => standing.outcome === 'accept');
      expect(outcome).toEqual({ outcome: 'accept', open: true, because: null });
      const given = OutcomeGiven.parse(await value('intake.accept', { caseId: open.id }));
      const accepted = CaseView.parse(await value('intake.look', { caseId: open.id }));
      expect(accepted).toMatchObject(given);
      expect(accepted).toMatchObject({ state: 'accepted', sync: 'pending' });
      expect(accepted.receiptNumber).toMatch(/^W990101-03-000101-/);
      expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt-slip', 'acceptance']);
      await desk.kill('SIGKILL');

      const again = runDesk(['--home', home, '--stdio']);
      await again.ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
      const found = await again.ask('intake.look', { caseId: open.id });
      expect(found).toMatchObject({ value: { state: 'accepted', receiptNumber: accepted.receiptNumber } });
      const owed = SyncView.parse(z.object({ value: z.unknown() }).parse(await again.ask('sync.view')).value);
      expect(owed.debts.map(({ kind, step }) => [kind, step])).toEqual([
        ['case.received', 1],
        ['case.accepted', 2],
      ]);
      await again.end();
    },
  );
});
