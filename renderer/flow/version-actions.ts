import type { VersionSummary } from '../../preload/contract';
import { call } from '../app/client';
import { flushDraft, refreshExperiences, takeRestored } from './builder-actions';
import { useBuilder } from './builder-store';

/** Publishes exactly the draft that is on the canvas. */
export async function publish(name: string, note: string): Promise<VersionSummary | null> {
  const { experience } = useBuilder.getState();
  if (!experience || !(await flushDraft())) return null;
  const { revision } = useBuilder.getState();
  const request = { experienceId: experience.id, revision, name, note };
  const version = await call('versions.publish', request);
  const { id, number, createdAt } = version;
  if (number !== null) {
    const published = { versionId: id, number, at: createdAt, differs: false };
    useBuilder.setState({ published });
  }
  await refreshExperiences();
  return version;
}

export async function unpublish(): Promise<void> {
  const { experience } = useBuilder.getState();
  if (!experience) return;
  await call('versions.unpublish', { experienceId: experience.id });
  useBuilder.setState({ published: null });
  await refreshExperiences();
}

/** Makes the version the draft; the draft that it replaces is kept, and undo brings it back, too. */
export async function restore(id: string): Promise<void> {
  if (!(await flushDraft())) return;
  const { revision } = useBuilder.getState();
  takeRestored(await call('versions.restore', { id, revision }));
}
