import path from 'node:path';
import { ROOT, type Stage } from '../stage/stage.ts';

export const PICTURE = path.join(ROOT, 'build/pictures/counter.png');

export async function takePicture(stage: Stage): Promise<void> {
  await stage.window.screenshot({ path: PICTURE });
}
