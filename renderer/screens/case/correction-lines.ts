import type { CaseMaterial, CaseView, CorrectionEntry } from '#contract/shapes/case.ts';
import type { Words } from '../../words/words.ts';

export interface CorrectionLine {
  readonly key: string;
  readonly materialId: string | null;
  readonly say: string;
}

/** Every missing paper as a line, because what is missing must be said all at once. @source 行政许可法 art. 32(1)(4) */
export function linesFor(words: Words, file: CaseView): CorrectionLine[] {
  return file.missing.flatMap((id) => {
    const material = file.materials.find((one) => one.id === id);
    return material ? [{ key: id, materialId: id, say: sentenceFor(words, material) }] : [];
  });
}

/** The notice is a legal paper: its lines are Chinese whatever language the screen speaks. */
function sentenceFor(words: Words, material: CaseMaterial): string {
  const { dialogs } = words.sheet.deciding;
  return dialogs.correctLine(material.nameZh, dialogs.correctParts(material.originals, material.copies));
}

/** The list as it will be printed, or null while a line is too short to mean anything. */
export function listOf(lines: readonly CorrectionLine[]): CorrectionEntry[] | null {
  const said = lines.map(({ materialId, say }) => ({ materialId, say: say.trim() }));
  return said.length > 0 && said.every((line) => line.say.length >= 2) ? said : null;
}
