import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PolicyTable.module.css';

/** Every part of the policy is shown in the same columns. */
export function PolicyTable({ caption, children }: { caption: string; children: ReactNode }) {
  const { t } = useTranslation('retention');
  return (
    <Table.ScrollContainer minWidth={760} type="native" className={classes.frame}>
      <Table className={classes.table} captionSide="top">
        <Table.Caption className={classes.caption}>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr className={classes.head}>
            <Table.Th scope="col" className={classes.name}>
              {t('policy.what')}
            </Table.Th>
            <Table.Th scope="col">{t('policy.storing')}</Table.Th>
            <Table.Th scope="col">{t('policy.kept')}</Table.Th>
            <Table.Th scope="col" className={classes.number}>
              {t('policy.rows')}
            </Table.Th>
            <Table.Th scope="col" className={classes.action}>
              <span className={classes.hidden}>{t('policy.change')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        {children}
      </Table>
    </Table.ScrollContainer>
  );
}
