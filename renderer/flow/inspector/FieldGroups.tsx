import { UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../preload/contract';
import { useCanvas } from '../canvas-store';
import classes from './FieldGroups.module.css';
import type { FormContext, Json } from './field-props';
import { useOffers } from './fields/use-offers';
import { openGroup, useGroups } from './groups-store';
import { hasError } from './has-error';
import { type GroupOfFields, inGroups } from './in-groups';
import { useFold } from './use-fold';
import { visibleFields } from './visible-fields';

interface Props {
  fields: readonly FormField[];
  values: Readonly<Record<string, Json>>;
  form: FormContext;
  render(field: FormField): ReactNode;
}

/** The settings of a module under the names of what they are about. */
export function FieldGroups({ fields, values, form, render }: Props) {
  const groups = inGroups(visibleFields(fields, values, useOffers()));
  const [only] = groups;
  if (!only) return null;
  if (groups.length === 1) return <div className={classes.fields}>{only.fields.map(render)}</div>;
  return groups.map((each) => (
    <Group key={each.group} {...each} values={values} form={form} render={render} />
  ));
}

/** What is folded away has no inputs, which would take time to make; a problem in it opens it. */
function Group({ group, fields, isOpen: isOpenAtFirst, values, form, render }: GroupProps) {
  const { t } = useTranslation('flow');
  const id = useId();
  const chosen = useGroups((state) => state[group]);
  const asked = useCanvas(({ reveal }) =>
    fields.some(({ path }) => isWithin(reveal?.field, path)) ? reveal : null,
  );
  const hasProblem = fields.some((field) => hasError(field, values[field.key], form));
  const [isOpen, setOpen] = useFold(chosen ?? isOpenAtFirst, hasProblem, asked);
  return (
    <div className={classes.group}>
      <h3 className={classes.heading}>
        <UnstyledButton
          className={classes.name}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
            openGroup(group, !isOpen);
          }}
        >
          {t(`inspector.groups.${group}`)}
          <ChevronDown size={16} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </h3>
      <div id={id} className={classes.fields}>
        {isOpen && fields.map(render)}
      </div>
    </div>
  );
}

type GroupProps = GroupOfFields & Omit<Props, 'fields'>;

function isWithin(path: string | undefined, field: string): boolean {
  return path === field || path?.startsWith(`${field}.`) === true;
}
