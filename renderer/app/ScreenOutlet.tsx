import { type ComponentType, lazy, Suspense } from 'react';
import { PageSkeleton } from '../ui/Page';
import type { Screen } from './navigation';
import { ScreenBoundary } from './ScreenBoundary';
import { useScreens } from './use-screens';

const SCREEN_VIEWS: Record<Screen, ComponentType> = {
  experiences: lazy(async () => ({
    default: (await import('../flow/FlowScreen')).FlowScreen,
  })),
  data: lazy(async () => ({ default: (await import('../data/DataScreen')).DataScreen })),
  dashboard: lazy(async () => ({
    default: (await import('../dashboard/DashboardScreen')).DashboardScreen,
  })),
  draws: lazy(async () => ({ default: (await import('../draw/DrawScreen')).DrawScreen })),
  exports: lazy(async () => ({
    default: (await import('../exports/ExportsScreen')).ExportsScreen,
  })),
  requests: lazy(async () => ({
    default: (await import('../privacy/RequestsScreen')).RequestsScreen,
  })),
  users: lazy(async () => ({ default: (await import('../users/UsersScreen')).UsersScreen })),
  codes: lazy(async () => ({ default: (await import('../codes/CodesScreen')).CodesScreen })),
  kiosk: lazy(async () => ({
    default: (await import('../collect/CollectScreen')).CollectScreen,
  })),
  retention: lazy(async () => ({
    default: (await import('../retention/RetentionScreen')).RetentionScreen,
  })),
  legal: lazy(async () => ({ default: (await import('../legal/LegalScreen')).LegalScreen })),
  records: lazy(async () => ({
    default: (await import('../records/RecordsScreen')).RecordsScreen,
  })),
  audit: lazy(async () => ({ default: (await import('../audit/AuditScreen')).AuditScreen })),
  settings: lazy(async () => ({
    default: (await import('../settings/SettingsScreen')).SettingsScreen,
  })),
};

export function ScreenOutlet() {
  const { current: screen } = useScreens();
  const View = SCREEN_VIEWS[screen];
  return (
    <ScreenBoundary key={screen}>
      <Suspense fallback={<PageSkeleton />}>
        <View />
      </Suspense>
    </ScreenBoundary>
  );
}
