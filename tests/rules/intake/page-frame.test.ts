import { describe, expect, it } from 'vitest';
import { moveEdge, turnBy, turnedFrame, unturnedCrop } from '#rules/intake/page-frame.ts';

const CROP = { left: 0.1, top: 0.2, right: 0.7, bottom: 0.9 };
const TURNS = [0, 90, 180, 270] as const;

describe('the kept part of a page', () => {
  it('lies elsewhere when the page is turned, and comes back', () => {
    expect(turnedFrame(CROP, 90)).toEqual({ left: 0.1, top: 0.1, right: 0.8, bottom: 0.7 });
    for (const turn of TURNS) expect(unturnedCrop(turnedFrame(CROP, turn), turn)).toEqual(CROP);
  });

  it('is the whole page when nothing is cut', () => {
    for (const turn of TURNS) {
      expect(turnedFrame(null, turn)).toEqual({ left: 0, top: 0, right: 1, bottom: 1 });
      expect(unturnedCrop(turnedFrame(null, turn), turn)).toBeNull();
    }
  });

  it('has edges that stop at the page and at each other', () => {
    expect(moveEdge(CROP, 'left', 0.01).left).toBe(0.11);
    expect(moveEdge(CROP, 'left', -1).left).toBe(0);
    expect(moveEdge(CROP, 'left', 1).left).toBe(0.65);
    expect(moveEdge(CROP, 'right', 1).right).toBe(1);
    expect(moveEdge(CROP, 'right', -1).right).toBe(0.15);
    expect(moveEdge(CROP, 'top', 1).top).toBe(0.85);
    expect(moveEdge(CROP, 'bottom', -1).bottom).toBe(0.25);
  });

  it('turns all the way round', () => {
    expect(TURNS.map((turn) => turnBy(turn, 90))).toEqual([90, 180, 270, 0]);
    expect(TURNS.map((turn) => turnBy(turn, -90))).toEqual([270, 0, 90, 180]);
  });
});
