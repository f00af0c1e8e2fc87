import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { MediaKind, StoredMedia } from '../../../preload/contract';
import { FileChoice } from './FileChoice';
import { useAssetUpload } from './use-asset-upload';

export interface FileFieldProps {
  label?: ReactNode;
  'aria-label'?: string | undefined;
  description?: ReactNode;
  error?: ReactNode;
  withAsterisk?: boolean;
  /** Path of the setting, by which a problem's link finds it. */
  'data-field'?: string | undefined;
}

interface Props extends FileFieldProps {
  kind: MediaKind;
  hasFile: boolean;
  onStored(stored: StoredMedia, file: File): void;
  onRemove(): void;
  /** The file that there is, to be looked at. */
  children: ReactNode;
}

/** An input for a file of the experience: chosen or dropped, checked by main, replaced, removed. */
export function FileField({ kind, hasFile, onStored, onRemove, children, ...props }: Props) {
  const { label, description, error, withAsterisk = false } = props;
  const { upload, isBusy, failure, forget } = useAssetUpload(kind, onStored);
  const labelId = useId();
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id: labelId }}
      description={description}
      withAsterisk={withAsterisk}
      error={failure ?? error}
      errorProps={{ role: 'alert' }}
      {...(props['aria-label'] !== undefined && {
        role: 'group',
        'aria-label': props['aria-label'],
      })}
    >
      <FileChoice
        kind={kind}
        hasFile={hasFile}
        isBusy={isBusy}
        labelId={labelId}
        field={props['data-field']}
        onChoose={upload}
        onRemove={() => {
          forget();
          onRemove();
        }}
      >
        {children}
      </FileChoice>
    </Input.Wrapper>
  );
}
