import { CaseView, OutcomeGiven, VisitView } from '#contract/shapes/case.ts';
import { QueueView, Ticket } from '#contract/shapes/ticket.ts';
import { citizenCheckCharacter } from '#rules/identity/citizen-number.ts';
import { typeWholeForm } from './form-values.ts';

/** 单位社会保险登记: one paper, no question, the counter accepts. */
const ITEM_CODE = '1199010199000004114992014003000';

/** A case that was acknowledged: its receipt number went over the line to the one who asked. */
export interface Acknowledged {
  readonly caseId: string;
  readonly receiptNumber: string;
}

/** Whoever asks a desk: over its line, or in its own process. Throws on a refusal. */
export interface Asking {
  readonly ask: (name: string, input?: unknown) => Promise<unknown>;
}

/** A clerk at one window who works as fast as the desk answers. Every life of the desk needs a new one. */
export class Counter {
  readonly #line: Asking;

  constructor(line: Asking) {
    this.#line = line;
  }

  async signIn(): Promise<void> {
    await this.#line.ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
  }

  /** Sends the citizen away whom a dead desk left standing: drafts are thrown away, the ticket is finished. */
  async clearWindow(): Promise<void> {
    const { inHand } = QueueView.parse(await this.#line.ask('queue.view'));
    if (!inHand) return;
    if (inHand.state === 'called') await this.#line.ask('queue.arrive');
    const visit = VisitView.parse(await this.#line.ask('intake.visit'));
    for (const { id, state } of visit.cases) {
      if (state === 'draft') await this.#line.ask('intake.discard', { caseId: id });
    }
    await this.#line.ask('queue.finish');
  }

  /** A ticket is taken, called and arrives; its made-up citizen stands on the form. */
  async receiveCitizen(serial: number): Promise<VisitView> {
    const line = this.#line;
    await line.ask('queue.take', { queue: 'A' });
    Ticket.parse(await line.ask('queue.call-next'));
    await line.ask('queue.arrive');
    const { id: visitId } = VisitView.parse(await line.ask('intake.visit'));
    const set = (field: string, value: string) =>
      line.ask('identity.set-field', { visitId, role: 'applicant', field, value });
    await set('name', '测试甲');
    return VisitView.parse(await set('certificateNumber', citizenNumber(serial)));
  }

  /** A draft with its form and all its papers. */
  async openReadyCase({ id: visitId }: VisitView): Promise<CaseView> {
    const open = CaseView.parse(await this.#line.ask('intake.open', { visitId, itemCode: ITEM_CODE }));
    await typeWholeForm((name, input) => this.#line.ask(name, input), open.id);
    let view = open;
    for (const { id, originals, copies } of open.materials.filter(({ asked }) => asked)) {
      view = CaseView.parse(
        await this.#line.ask('intake.provide', {
          caseId: open.id,
          materialId: id,
          route: 'paper',
          originalsTaken: originals,
          copiesTaken: copies,
          checkedAgainstOriginal: true,
        }),
      );
    }
    return view;
  }

  async accept(caseId: string): Promise<Acknowledged> {
    const { receiptNumber } = OutcomeGiven.parse(await this.#line.ask('intake.accept', { caseId }));
    if (receiptNumber === null) throw new Error('a case was accepted without a receipt number');
    return { caseId, receiptNumber };
  }

  /** The citizen sits down again with everything begun. */
  async putAside(): Promise<void> {
    await this.#line.ask('queue.hold', { reason: '稍候' });
  }

  async finish(): Promise<void> {
    await this.#line.ask('queue.finish');
  }
}

/** A made-up citizen of the made-up county. */
function citizenNumber(serial: number): string {
  const day = String(1 + (Math.floor(serial / 1000) % 28)).padStart(2, '0');
  const first17 = `990101198707${day}${String(serial % 1000).padStart(3, '0')}`;
  return first17 + citizenCheckCharacter(first17);
}
