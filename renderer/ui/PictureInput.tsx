import { MediaInput, type MediaInputProps } from './media/MediaInput';

/** A picture of the experience or the workspace; see {@link MediaInputProps}. */
export function PictureInput(props: MediaInputProps) {
  return <MediaInput kind="picture" {...props} />;
}
