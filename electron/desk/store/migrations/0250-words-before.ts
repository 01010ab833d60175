import type { Migration } from '../migrate.ts';

/** What a source said before it was asked again stands beside what it says now, until a clerk picks one. */
export const wordsBefore: Migration = {
  version: 250,
  remake: {
    table: 'form_value',
    pieces: [[`'earlier-case'))`, `'earlier-case', 'shared-data-before', 'licence-before'))`]],
  },
  up: '',
};
