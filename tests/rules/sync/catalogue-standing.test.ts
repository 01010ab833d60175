import { describe, expect, it } from 'vitest';
import { catalogueStanding } from '#rules/sync/catalogue-standing.ts';

const held = [
  { code: 'A1', version: 2 },
  { code: 'B1', version: 1 },
];

describe('the catalogue of a window against the list of the platform', () => {
  it('is confirmed when every item the platform names is the same and in force', () => {
    expect(
      catalogueStanding(held, [
        { itemCode: 'A1', version: 2, inForce: true },
        { itemCode: 'B1', version: 1, inForce: true },
        { itemCode: 'C1', version: 9, inForce: false },
      ]),
    ).toBe('confirmed');
  });

  it('leaves out items that only this hall has', () => {
    expect(catalogueStanding(held, [{ itemCode: 'A1', version: 2, inForce: true }])).toBe('confirmed');
  });

  it('is behind when one item has another version, or was stopped', () => {
    expect(catalogueStanding(held, [{ itemCode: 'A1', version: 3, inForce: true }])).toBe('behind');
    expect(
      catalogueStanding(held, [
        { itemCode: 'A1', version: 2, inForce: true },
        { itemCode: 'B1', version: 1, inForce: false },
      ]),
    ).toBe('behind');
  });

  it('is not confirmed by a list that names none of its items', () => {
    expect(catalogueStanding(held, [])).toBe('silent');
    expect(catalogueStanding(held, [{ itemCode: 'Z9', version: 1, inForce: true }])).toBe('silent');
  });
});
