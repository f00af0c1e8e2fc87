import { Checkbox, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawnPlace, FollowUpStep } from '../../preload/contract';
import { PlaceActions } from './PlaceActions';
import { PlaceStanding } from './PlaceStanding';
import classes from './PlacesTable.module.css';

interface Props {
  drawId: string;
  label: string;
  places: readonly DrawnPlace[];
  /** By rank; nobody can be selected where it is missing. */
  selected?: ReadonlySet<number>;
  onSelect?: (ranks: ReadonlySet<number>) => void;
  onEnter: (step: FollowUpStep, of: readonly DrawnPlace[]) => void;
}

/** Places of a draw by rank; nothing is said of who had one that nobody has any more. */
export function PlacesTable({ drawId, label, places, selected, onSelect, onEnter }: Props) {
  const { t } = useTranslation('draw');
  const toggle = (rank: number) => {
    const next = new Set(selected);
    if (!next.delete(rank)) next.add(rank);
    onSelect?.(next);
  };
  return (
    <Table.ScrollContainer minWidth={600} type="native">
      <Table fz="sm" aria-label={label} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {selected && <Table.Th w={32} />}
            {(['rank', 'prize', 'person', 'step'] as const).map((column) => (
              <Table.Th key={column} scope="col" className={classes[column]}>
                {t(`places.${column}`)}
              </Table.Th>
            ))}
            <Table.Th className={classes.actions} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map((place) => (
            <Table.Tr key={place.rank}>
              {selected && (
                <Table.Td>
                  {place.row !== null && (
                    <Checkbox
                      size="xs"
                      aria-label={t('places.select', { rank: place.rank })}
                      checked={selected.has(place.rank)}
                      onChange={() => toggle(place.rank)}
                    />
                  )}
                </Table.Td>
              )}
              <Table.Td>{t('places.number', { rank: place.rank })}</Table.Td>
              <Table.Td className={classes.text}>{place.prize ?? t('places.noPrize')}</Table.Td>
              <Table.Td className={classes.text} {...(place.row === null && { c: 'dimmed' })}>
                {[
                  ...(place.row === null ? [] : [place.name, place.email]),
                  place.reason && t(`places.reasons.${place.reason}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Table.Td>
              <Table.Td>
                <PlaceStanding place={place} />
              </Table.Td>
              <Table.Td>
                {place.status === 'winner' && (
                  <PlaceActions drawId={drawId} place={place} onEnter={onEnter} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
