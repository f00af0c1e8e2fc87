import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Collapse,
  Group,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ACCESS_OBLIGATIONS,
  AppError,
  ExportPurpose,
  holdsPersonalData,
  OBLIGATIONS,
} from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { DialogFoot } from '../ui/DialogFoot';

/** Of an export, or of an answer to whom the data is about. */
type Kind = 'obligations' | 'accessObligations';
const COUNTS = {
  obligations: OBLIGATIONS.length,
  accessObligations: ACCESS_OBLIGATIONS.length,
} as const;

interface Props {
  kind?: Kind;
  /** Null until they are counted. */
  rows: number | null;
  /** Null where it was said before. */
  purpose: string | null;
  /** What is exported, in one line. */
  summary: string;
  /** What a row and the file are; nothing where it cannot be chosen. */
  form?: ReactNode;
  /** With what the rest is changed. */
  fields?: ReactNode;
  /** Says why, when these are more rows than one user may export. */
  needsRelease: ReactNode | null;
  /** How many rows one user may export, where that is limited. */
  allowance?: string | null;
  /** What is not as it was when the export was called, and what is left out. */
  notices?: readonly string[];
  isBusy: boolean;
  error: AppError | null;
  onPurpose: (purpose: string) => void;
  onAccept: () => void;
  onRequestRelease: () => void;
  onCancel: () => void;
}

const MISSING = 'export-missing';

export function ObligationsStep(props: Props) {
  const { kind = 'obligations', rows, purpose, summary, form, fields } = props;
  const { needsRelease, allowance, notices = [], isBusy, error } = props;
  const { t } = useTranslation(['export', 'app']);
  const message = useErrorMessage();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [isChoosing, { toggle }] = useDisclosure(false);
  const isPersonal = purpose !== null && holdsPersonalData(purpose);
  const isUsable = purpose === null || ExportPurpose.safeParse(purpose).success;
  const missing = [
    ...(isUsable ? [] : [t('missing.purpose')]),
    ...(isPersonal ? [t('missing.nobody')] : []),
    ...(needsRelease || accepted.size === COUNTS[kind] ? [] : [t('missing.obligations')]),
  ];
  const isReady = rows !== null && missing.length === 0;

  return (
    <>
      {purpose !== null && (
        <TextInput
          label={t('choices.purpose')}
          description={t('choices.purposeHint')}
          placeholder={t('choices.purposeExample')}
          error={isPersonal && message(new AppError('free_text.personal'))}
          value={purpose}
          maxLength={500}
          required
          data-autofocus
          onChange={(event) => props.onPurpose(event.currentTarget.value)}
        />
      )}
      {form}
      <Stack gap="xs">
        <Group gap="sm" wrap="nowrap" justify="space-between" align="baseline">
          <Text size="sm" role="status">
            {summary}
          </Text>
          {fields && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              flex="none"
              aria-expanded={isChoosing}
              onClick={toggle}
            >
              {t(isChoosing ? 'choices.done' : 'choices.change')}
            </Anchor>
          )}
        </Group>
        {fields && <Collapse expanded={isChoosing}>{isChoosing && fields}</Collapse>}
      </Stack>
      {needsRelease ? (
        <Alert color="orange" py="xs">
          {needsRelease}
        </Alert>
      ) : (
        <>
          {allowance && (
            <Text size="xs" c="dimmed">
              {allowance}
            </Text>
          )}
          <Obligations kind={kind} rows={rows ?? 0} accepted={accepted} onChange={setAccepted} />
        </>
      )}
      {notices.map((notice) => (
        <Alert key={notice} py="xs">
          {notice}
        </Alert>
      ))}
      {error && <Alert color="red">{message(error)}</Alert>}
      <DialogFoot>
        <Text size="sm" c="dimmed" role="status" flex="1 1 200px" id={MISSING}>
          {missing.join(' ')}
        </Text>
        <Button variant="default" onClick={props.onCancel}>
          {t('app:cancel')}
        </Button>
        {needsRelease ? (
          <Button
            disabled={!isReady}
            aria-describedby={MISSING}
            loading={isBusy}
            onClick={props.onRequestRelease}
          >
            {t('choices.requestRelease')}
          </Button>
        ) : (
          <Button
            disabled={!isReady}
            aria-describedby={MISSING}
            loading={isBusy}
            onClick={props.onAccept}
          >
            {t('obligations.continue')}
          </Button>
        )}
      </DialogFoot>
    </>
  );
}

interface ObligationsProps {
  kind: Kind;
  rows: number;
  accepted: ReadonlySet<string>;
  onChange: (accepted: ReadonlySet<string>) => void;
}

function Obligations({ kind, rows, accepted, onChange }: ObligationsProps) {
  const { t } = useTranslation('export');
  const accept = (obligation: string, isAccepted: boolean) => {
    const next = new Set(accepted);
    if (isAccepted) next.add(obligation);
    else next.delete(obligation);
    onChange(next);
  };
  const boxes =
    kind === 'obligations'
      ? OBLIGATIONS.map((id) => ({ id, label: t(`obligations.${id}`) }))
      : ACCESS_OBLIGATIONS.map((id) => ({ id, label: t(`accessObligations.${id}`) }));
  return (
    <>
      <Text size="sm" id="export-obligations">
        {kind === 'obligations'
          ? t('obligations.intro', { count: rows })
          : t('accessObligations.intro')}
      </Text>
      <Stack gap="sm" role="group" aria-labelledby="export-obligations">
        {boxes.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={accepted.has(id)}
            onChange={(event) => accept(id, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </>
  );
}
