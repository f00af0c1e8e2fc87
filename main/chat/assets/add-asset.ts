import {
  AppError,
  MAX_MEDIA_BYTES,
  type ParsedInput,
  type StoredMedia,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { addAssetTask } from './tasks';

/** @throws AppError `media.*`, each saying what is wrong with the file. */
export async function addAsset(
  { run }: Pick<Context, 'run'>,
  { kind, bytes }: ParsedInput<'assets.add'>,
): Promise<StoredMedia> {
  const max = MAX_MEDIA_BYTES[kind];
  if (bytes.length > max) throw new AppError('media.too_large', { max: max / 1024 / 1024 });
  // Its own, whatever larger buffer it came in: that one is given away with it.
  const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
  return run(addAssetTask, { kind, bytes: own }, { transfer: [own.buffer as ArrayBuffer] });
}
