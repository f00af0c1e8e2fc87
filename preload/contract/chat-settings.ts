import { z } from 'zod';
import { Appearance, KioskLook } from './appearance';
import { ChatLanguages } from './languages';
import { Id } from './values';

/** What is set for the whole chat; a setting that is left out has its default. */
export const ChatSettings = z.object({
  /** Whether participants can go back to an earlier question and change their answer. */
  allowsBack: z.boolean().default(true),
  appearance: Appearance.optional(),
  kiosk: KioskLook.optional(),
  languages: ChatLanguages.optional(),
  /** Ids of the workspace's legal texts that the chat offers all the time. */
  legal: z.object({ privacy: Id.optional(), imprint: Id.optional() }).optional(),
});
export type ChatSettings = z.infer<typeof ChatSettings>;

/** The settings of the chat, with those that are left out. */
export function chatSettings({ settings }: { settings?: ChatSettings | undefined }): ChatSettings {
  return ChatSettings.parse(settings ?? {});
}
