import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { DateInput } from '../ui/dates/DateInput';
import { useDraws } from './draw-store';

/** Until when winners are to answer. */
export function ReplyBy({ draw }: { draw: DrawView }) {
  const { t } = useTranslation('draw');
  const replace = useDraws((state) => state.replace);
  const change = async (replyBy: string | null) => {
    try {
      replace(await call('draws.setReplyBy', { id: draw.id, replyBy }));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <DateInput
      label={t('replyBy.label')}
      value={draw.replyBy ?? ''}
      onChange={(day) => void change(day || null)}
    />
  );
}
