/** One figure of the bench: a ratio against a peer that ran beside it. */
export interface Figure {
  readonly name: string;
  readonly ratio: number;
  readonly goal: number;
  readonly better: 'higher' | 'lower';
  readonly ok: boolean;
  /** What was measured, for people. */
  readonly measured: string;
}

export function figure(
  name: string,
  ratio: number,
  aim: { readonly goal: number; readonly better: 'higher' | 'lower' },
  measured: string,
): Figure {
  const ok = aim.better === 'higher' ? ratio >= aim.goal : ratio <= aim.goal;
  return { name, ratio: Math.round(ratio * 1000) / 1000, ...aim, ok, measured };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
