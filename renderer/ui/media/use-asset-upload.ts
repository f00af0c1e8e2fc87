import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AppError,
  MAX_MEDIA_BYTES,
  type MediaKind,
  type StoredMedia,
} from '../../../preload/contract';
import { call } from '../../app/client';
import { useErrorMessage } from '../../app/errors';
import { bytesOf } from './canvas';
import { preparePicture } from './prepare-picture';
import { canShow } from './prove-media';

export interface AssetUpload {
  readonly isBusy: boolean;
  /** What was wrong with the file that was chosen last, as a sentence. */
  readonly failure: string | null;
  upload(file: File): void;
  /** Also of a file that is on its way. */
  forget(): void;
}

/**
 * Makes a file that a user has chosen an asset of the workspace.
 *
 * @param onStored called as it is by then, since much can be edited meanwhile; and not when another file
 * was chosen, or the input is gone.
 */
export function useAssetUpload(
  kind: MediaKind,
  onStored: (stored: StoredMedia, file: File) => void,
): AssetUpload {
  const { t } = useTranslation('media');
  const message = useErrorMessage();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(0);
  const told = useRef(onStored);
  told.current = onStored;
  useEffect(() => () => void latest.current++, []);

  const send = async (file: File): Promise<void> => {
    const mine = ++latest.current;
    const isLatest = () => mine === latest.current;
    setBusy(true);
    setFailure(null);
    try {
      const stored = await call('assets.add', { kind, bytes: await bytesToSend(kind, file) });
      const shows = await canShow(kind, stored.ref);
      if (!isLatest()) return;
      if (shows) told.current(stored, file);
      else setFailure(t(`unplayable.${kind}`));
    } catch (error) {
      if (isLatest()) setFailure(message(error));
    } finally {
      if (isLatest()) setBusy(false);
    }
  };
  const forget = () => {
    latest.current++;
    setBusy(false);
    setFailure(null);
  };
  return { isBusy, failure, upload: (file) => void send(file), forget };
}

async function bytesToSend(kind: MediaKind, file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'picture') return preparePicture(file);
  const max = MAX_MEDIA_BYTES[kind];
  if (file.size > max) throw new AppError('media.too_large', { max: max / 1024 / 1024 });
  return bytesOf(file);
}
