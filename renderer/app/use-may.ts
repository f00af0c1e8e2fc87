import { type ChannelName, channels, permits } from '../../preload/contract';
import { useAppStore } from './app-store';

/** Whether the signed-in user's role may call the channel: main decides, this hides what it refuses. */
export function useMay(channel: ChannelName): boolean {
  return useAppStore(
    ({ status }) =>
      status?.state === 'unlocked' && permits(channels[channel].access, status.user.role),
  );
}
