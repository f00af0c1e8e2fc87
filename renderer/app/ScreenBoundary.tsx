import { Center } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState';
import { i18n } from './i18n';

/** A screen that throws while rendering leaves the navigation and the lock button usable. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Center h="100%">
        <ErrorState
          title={i18n.t('screenFailed')}
          error={error}
          onRetry={() => this.setState({ error: null })}
        />
      </Center>
    );
  }
}
