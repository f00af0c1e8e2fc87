import { PictureInput } from '../../../ui/PictureInput';
import type { SpecialFieldProps } from './special-field';

/** A picture of the experience; settings of earlier versions hold it themselves, and go on doing so. */
export function ImageField({ input, value, onChange }: SpecialFieldProps) {
  return <PictureInput {...input} value={value} onChange={onChange} />;
}
