import { describeBoard } from './board-conformance.ts';
import { embedded } from './embedded-hall.ts';

describeBoard(embedded);
