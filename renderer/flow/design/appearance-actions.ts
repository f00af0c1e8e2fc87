import type { Appearance, Palette } from '../../../preload/contract';
import { type ColourName, repaired, type Scheme } from '../../../preload/contract/palette';
import { call } from '../../app/client';
import { editChatSettings } from '../draft-actions';
import { type Theme, withTheme } from './themes';
import { currentAppearance, useDefaultAppearance } from './use-appearance';

/** `group` makes one undo step of a colour that is dragged or of a text that is typed. */
export function editAppearance(changes: Partial<Appearance>, group?: string): void {
  editChatSettings({ appearance: { ...currentAppearance(), ...changes } }, group);
}

export function applyTheme(theme: Theme): void {
  editAppearance(withTheme(currentAppearance(), theme));
}

/** `null` lets the colour follow from the brand's again. */
export function setColour(scheme: Scheme, name: ColourName, colour: string | null): void {
  const { colors } = currentAppearance();
  const { [name]: _, ...others } = colors[scheme];
  const set: Partial<Palette> = colour === null ? others : { ...others, [name]: colour };
  editAppearance({ colors: { ...colors, [scheme]: set } }, `appearance:${scheme}:${name}`);
}

export function repairContrast(): void {
  editAppearance(repaired(currentAppearance()));
}

/** From now on the experience looks as the workspace says, whatever that will be. */
export function followWorkspace(): void {
  editChatSettings({ appearance: undefined });
}

export async function makeDefault(): Promise<void> {
  const appearance = await call('appearance.setDefault', { appearance: currentAppearance() });
  useDefaultAppearance.setState({ appearance });
}
