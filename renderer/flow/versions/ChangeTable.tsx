import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChangeTable.module.css';

interface TableProps {
  title: string;
  children?: ReactNode;
}

/** What is another now of one thing: each part as it was, and beside it as it is. */
export function ChangeTable({ title, children }: TableProps) {
  const { t } = useTranslation('flow');
  const name = useId();
  return (
    <section className={classes.change} aria-labelledby={name}>
      <h3 id={name} className={classes.title}>
        {title}
      </h3>
      <table className={classes.table} aria-labelledby={name}>
        <thead>
          <tr>
            <th scope="col">{t('versions.part')}</th>
            <th scope="col">{t('versions.before')}</th>
            <th scope="col">{t('versions.after')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

interface RowProps {
  label: string;
  was: ReactNode;
  is: ReactNode;
}

export function ChangeRow({ label, was, is }: RowProps) {
  const { t } = useTranslation('flow');
  return (
    <tr data-sides>
      <th scope="row">{label}</th>
      <td>
        <del className={classes.old}>{isEmpty(was) ? t('versions.empty') : was}</del>
      </td>
      <td>
        <ins className={classes.new}>{isEmpty(is) ? t('versions.empty') : is}</ins>
      </td>
    </tr>
  );
}

function isEmpty(side: ReactNode): boolean {
  return side === '' || side === undefined || side === null;
}

/** Of what has no two sides that could be shown. */
export function ChangeNote({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <tr>
      {label !== undefined && <th scope="row">{label}</th>}
      <td colSpan={label === undefined ? 3 : 2}>{children}</td>
    </tr>
  );
}
