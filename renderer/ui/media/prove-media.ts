import { addressOfMedia, type MediaKind } from '../../../preload/contract';

/**
 * Whether this computer can show or play what was kept. Main has looked at how the file is built; how it
 * is coded, only the browser's decoders know.
 */
export async function canShow(kind: MediaKind, ref: string): Promise<boolean> {
  const address = addressOfMedia(ref);
  try {
    switch (kind) {
      case 'picture': {
        const image = new Image();
        image.src = address;
        await image.decode();
        return true;
      }
      case 'font':
        await new FontFace('proof', `url(${address})`).load();
        return true;
      case 'sound':
        await metadataOf(document.createElement('audio'), address);
        return true;
      case 'video': {
        const video = document.createElement('video');
        await metadataOf(video, address);
        // Of a picture that it cannot decode, it knows no size.
        return video.videoWidth > 0;
      }
    }
  } catch {
    return false;
  }
}

function metadataOf(player: HTMLMediaElement, address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    player.onloadedmetadata = resolve;
    player.onerror = reject;
    player.preload = 'metadata';
    player.src = address;
  });
}
