import { z } from 'zod';
import { channel } from './channel';
import { Id, Nothing } from './values';

/** What the builder and the window of its preview tell one another, by way of main. */
export const PreviewNews = z.discriminatedUnion('kind', [
  /** To the preview: play from this module on. */
  z.object({ kind: z.literal('startAt'), moduleId: Id }),
  /** To the builder: show this module. */
  z.object({ kind: z.literal('reveal'), moduleId: Id }),
  /** To the builder: show the problems. */
  z.object({ kind: z.literal('problems') }),
]);
export type PreviewNews = z.infer<typeof PreviewNews>;

/** The experience in the window of the preview; null while there is no such window. */
const ShownExperience = z.object({ experienceId: Id.nullable() });

const EDITORS = ['editor'] as const;

export const previewWindowChannels = {
  'preview.view': channel({ access: EDITORS, input: Nothing, output: ShownExperience }),
  /** Opens the window, or shows another experience in it. */
  'preview.show': channel({
    access: EDITORS,
    input: z.object({ experienceId: Id }),
    output: Nothing,
  }),
  'preview.close': channel({ access: EDITORS, input: Nothing, output: Nothing }),
  'preview.tell': channel({ access: EDITORS, input: PreviewNews, output: Nothing }),
};

export const previewWindowEvents = {
  'preview.changed': ShownExperience,
  'preview.told': PreviewNews,
};
