import { z } from 'zod';
import { Appearance } from './appearance';
import { channel, SIGNED_IN } from './channel';
import { Nothing } from './values';

/** How chats of the workspace look where an experience says nothing of it. */
export const defaultAppearanceChannels = {
  'appearance.default': channel({ access: SIGNED_IN, input: Nothing, output: Appearance }),
  'appearance.setDefault': channel({
    access: ['editor'],
    input: z.object({ appearance: Appearance }),
    output: Appearance,
  }),
};
