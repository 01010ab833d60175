import type { CaseId } from '#contract/shapes/case.ts';
import type { Writer } from '#native/sqlite/database.ts';
import type { Log } from '../log.ts';
import {
  keepExpertAnswer,
  keptByPlatform,
  openQuestions,
  type OpenQuestion,
} from '../store/expert-questions.ts';
import type { Province } from './province.ts';

/** Who was not answered in a week asks again. */
const ASKED_FOR_MS = 7 * 86_400_000;

export interface ExpertKeeping {
  /** Sends what is owed and hears what was answered; does nothing while it is at it. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Takes questions to the expert of the county there and brings the answers back (远程帮办). Each is put again with the
 * same id until it is answered, so a line that breaks loses and doubles none; nobody at a window waits for it.
 *
 * @source domain.md 12 F41
 */
export function keepExpertAnswers({
  province,
  db,
  nowMs,
  changed,
  log,
}: {
  readonly province: Province;
  readonly db: Writer;
  readonly nowMs: () => number;
  readonly changed: (caseId: CaseId) => void;
  readonly log: Log;
}): ExpertKeeping {
  let asking: Promise<void> | null = null;
  let stopped = false;

  async function askOne(question: OpenQuestion): Promise<boolean> {
    const heard = await province.askExpert(question);
    if (heard.answer !== 'kept') return false;
    const { id, caseId } = question;
    const { said } = heard;
    const atMs = nowMs();
    const isNews = db.transaction(() => {
      if (!said) return keptByPlatform(db, id, atMs);
      keepExpertAnswer(db, { id, text: said.text, by: said.by, answeredAtMs: said.atMs, atMs });
      return true;
    })();
    if (isNews) changed(caseId);
    return true;
  }

  async function askAll(): Promise<void> {
    try {
      for (const question of openQuestions(db, nowMs() - ASKED_FOR_MS)) {
        // A line that is away for one is away for all of them.
        if (stopped || !(await askOne(question))) break;
      }
    } catch (thrown) {
      log('error', 'expert-not-asked', { word: thrown instanceof Error ? thrown.name : 'unknown' });
    }
    asking = null;
  }

  return {
    look: () => {
      if (stopped || asking) return;
      asking = askAll();
    },
    stop: async () => {
      stopped = true;
      await asking;
    },
  };
}
