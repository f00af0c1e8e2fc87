import {
  CalendarClock,
  ChartColumn,
  Database,
  FileLock2,
  FileText,
  type LucideIcon,
  Scale,
  ScrollText,
  Settings2,
  TicketPercent,
  Trophy,
  UserSearch,
  Users,
  Workflow,
} from 'lucide-react';
import type { Screen } from './navigation';

export const SCREEN_ICONS: Record<Screen, LucideIcon> = {
  experiences: Workflow,
  data: Database,
  dashboard: ChartColumn,
  draws: Trophy,
  requests: UserSearch,
  exports: FileLock2,
  codes: TicketPercent,
  retention: CalendarClock,
  users: Users,
  legal: Scale,
  records: FileText,
  audit: ScrollText,
  settings: Settings2,
};
