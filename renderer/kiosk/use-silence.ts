import { useEffect } from 'react';

/** What is covered is not heard either; whoever comes back plays it again. */
export function useSilence(
  stage: { readonly current: HTMLElement | null },
  isCovered: boolean,
): void {
  useEffect(() => {
    if (!isCovered) return;
    for (const media of stage.current?.querySelectorAll<HTMLMediaElement>('audio, video') ?? []) {
      media.pause();
    }
  }, [stage, isCovered]);
}
