import type { DeviceHealth, DeviceKind, DeviceState } from '#contract/shapes/device.ts';

export interface HealthTerms {
  readonly kind: DeviceKind;
  readonly port: string | null;
  readonly nowMs: () => number;
  /** Names the day of a moment in the hall, so that errors are counted per day. */
  readonly dayOf: (ms: number) => string;
  readonly changed: (health: DeviceHealth) => void;
}

/** What is known of one device. Every change of its state is told; a good answer is not. */
export class HealthBook {
  readonly #terms: HealthTerms;
  #state: DeviceState;
  #sinceMs: number;
  #lastGoodAtMs: number | null = null;
  #identity: string | null = null;
  #errors = { day: '', count: 0 };

  constructor(terms: HealthTerms) {
    this.#terms = terms;
    this.#state = terms.port === null ? 'not-configured' : 'connecting';
    this.#sinceMs = terms.nowMs();
  }

  get state(): DeviceState {
    return this.#state;
  }

  get identity(): string | null {
    return this.#identity;
  }

  health(): DeviceHealth {
    const { kind, port, nowMs, dayOf } = this.#terms;
    return {
      kind,
      port,
      state: this.#state,
      sinceMs: this.#sinceMs,
      lastGoodAtMs: this.#lastGoodAtMs,
      identity: this.#identity,
      errorsToday: this.#errors.day === dayOf(nowMs()) ? this.#errors.count : 0,
    };
  }

  become(state: DeviceState, identity: string | null = this.#identity): void {
    if (state === this.#state && identity === this.#identity) return;
    if (state !== this.#state) this.#sinceMs = this.#terms.nowMs();
    this.#state = state;
    this.#identity = identity;
    this.#terms.changed(this.health());
  }

  good(): void {
    this.#lastGoodAtMs = this.#terms.nowMs();
  }

  wentWrong(): void {
    const day = this.#terms.dayOf(this.#terms.nowMs());
    this.#errors = { day, count: this.#errors.day === day ? this.#errors.count + 1 : 1 };
  }
}
