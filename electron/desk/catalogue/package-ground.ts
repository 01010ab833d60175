import { z } from 'zod';

/** A name that other places of the package lead to. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const Name = z.string().trim().min(1).max(200);
export const Remark = z.string().max(500);
