import type { ChatChannel } from '../../../preload/contract';

/** What happens in the preview must not use up what a participant may do in a kiosk. */
export function keyOnChannel(channel: ChatChannel, uniqueKey: string): string {
  return `${channel} ${uniqueKey}`;
}
