import { area } from '../../foundation/operation/operation';
import { addAsset } from './add-asset';
import { addAssetTask, readAssetTask } from './tasks';

/** Pictures, sounds, films and fonts that belong to experiences. */
export const assetArea = area({ 'assets.add': addAsset }, [addAssetTask, readAssetTask]);
