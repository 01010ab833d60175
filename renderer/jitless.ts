import { z } from 'zod';

// The window's policy forbids code made from text. This must stand before the first shape is made,
// so main.tsx imports it first.
z.config({ jitless: true });
