import { z } from 'zod';

/** clerk 窗口人员 · manager 大厅值班长 · technician 技术员 */
export const Role = z.enum(['clerk', 'manager', 'technician']);
export type Role = z.output<typeof Role>;

/** A clerk number (工号), as on the badge. */
export const ClerkNumber = z
  .string()
  .regex(/^[0-9A-Z]{3,12}$/)
  .brand<'ClerkNumber'>();
export type ClerkNumber = z.output<typeof ClerkNumber>;

/** Who is signed in at this seat. `name` is shown on the clerk's own screen only. */
export const Staff = z.strictObject({
  number: ClerkNumber,
  name: z.string(),
  roles: z.array(Role).min(1),
});
export type Staff = z.output<typeof Staff>;
