import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { CalendarDayInput } from '../ui/dates/CalendarDayInput';
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
    <CalendarDayInput
      label={t('replyBy.label')}
      day={draw.replyBy}
      onChange={(day) => void change(day)}
    />
  );
}
