import { MediaInput } from '../../../ui/media/MediaInput';
import type { SpecialFieldProps } from './special-field';

export function SoundField({ input, value, onChange }: SpecialFieldProps) {
  return <MediaInput kind="sound" {...input} value={value} onChange={onChange} />;
}

export function VideoField({ input, value, onChange }: SpecialFieldProps) {
  return <MediaInput kind="video" {...input} value={value} onChange={onChange} />;
}
