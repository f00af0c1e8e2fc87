import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_ON_CANVAS } from '../../../preload/contract';
import { renameHere, useCanvas } from '../canvas-store';
import { nameModule } from '../draft-actions';
import { DRAFT_INPUTS } from '../use-history-keys';
import { focusNode } from './focus-node';
import classes from './ModuleNodeView.module.css';

interface Props {
  moduleId: string;
  name: string | undefined;
  kind: string;
}

/** What a module is called, with its kind below; a double click or F2 renames it in its place. */
export function ModuleTitle({ moduleId, name, kind }: Props) {
  const isRenaming = useCanvas(({ renaming }) => renaming === moduleId);
  if (isRenaming) return <TitleInput moduleId={moduleId} name={name ?? ''} kind={kind} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F2 does the same on the module
    <span className={classes.title} onDoubleClick={() => renameHere(moduleId)}>
      <span className={classes.name}>{name ?? kind}</span>
      {name !== undefined && <span className={classes.kind}>{kind}</span>}
    </span>
  );
}

/** The name is taken on leaving, and left as it was by Escape. */
function TitleInput({ moduleId, name, kind }: Props) {
  const { t } = useTranslation('flow');
  const [typed, setTyped] = useState(name ?? '');
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (isTaken: boolean) => {
    // What is taken out of the document loses the focus, which is no second answer.
    if (isLeft.current) return;
    isLeft.current = true;
    if (isTaken) nameModule(moduleId, typed);
    renameHere(null);
  };
  return (
    <input
      className={`${classes.titleInput} nodrag nopan`}
      aria-label={t('modules.name')}
      placeholder={kind}
      maxLength={MAX_NAME_ON_CANVAS}
      value={typed}
      ref={field}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        leave(event.key === 'Enter');
        focusNode(moduleId);
      }}
      {...DRAFT_INPUTS}
    />
  );
}
