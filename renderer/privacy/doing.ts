import { z } from 'zod';

/** What a user fills in about a request; see RequestEnd for the ways in which one ends. */
export const FormDoing = z.enum([
  'identify',
  'extend',
  'handed_over',
  'nothing_stored',
  'erased_meanwhile',
  'refused',
  'withdrawn',
]);
export type FormDoing = z.infer<typeof FormDoing>;

/** What a user is asked for about a request. */
export type Doing = FormDoing | 'answer' | 'erase';
