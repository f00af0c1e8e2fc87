import { area } from '../../foundation/operation/operation';
import { defaultAppearance, setDefaultAppearance } from './default-appearance';

/** How chats look where their experience says nothing of it. */
export const appearanceArea = area({
  'appearance.default': defaultAppearance,
  'appearance.setDefault': { audit: 'appearance.default_changed', run: setDefaultAppearance },
});
