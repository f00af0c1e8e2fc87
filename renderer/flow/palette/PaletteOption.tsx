import type { ModuleDescriptor } from '../../../preload/contract';
import { ModuleIcon } from '../modules/ModuleIcon';
import { useLanguage } from '../use-language';
import { beginDrag } from './add-from-dock';
import classes from './Palette.module.css';

interface Props {
  id: string;
  descriptor: ModuleDescriptor;
  isActive: boolean;
  isDraggable: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

export function PaletteOption(props: Props) {
  const { id, descriptor, isActive, isDraggable, onPoint, onChoose } = props;
  const { name, description } = descriptor.texts[useLanguage()];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field that owns the list has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.option}
      onPointerMove={onPoint}
      // The focus stays in the search field; but that would also keep an option from being dragged.
      onMouseDown={(event) => !isDraggable && event.preventDefault()}
      draggable={isDraggable}
      onDragStart={(event) => beginDrag(event, descriptor)}
      onClick={onChoose}
    >
      <ModuleIcon icon={descriptor.icon} group={descriptor.group} size="sm" />
      <span className={classes.texts}>
        <span className={classes.name}>{name}</span>
        <span className={classes.description}>{description}</span>
      </span>
    </div>
  );
}
