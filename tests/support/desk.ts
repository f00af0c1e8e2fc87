import { cpSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, onTestFinished } from 'vitest';
import { createHandlers } from '../../main/ipc/handlers';
import type { KioskScreen } from '../../main/ipc/kiosk';
import { Router } from '../../main/ipc/router';
import { furnish } from '../../main/workspace/furnish';
import { Workspace } from '../../main/workspace/workspace';
import type {
  ChannelName,
  EventName,
  Input,
  KioskSetup,
  Output,
  Preferences,
  Result,
} from '../../preload/contract';
import { confirmed, picked, typed } from './chat';
import { sharedFolder, temporaryFolder } from './folder';
import { lessonGraph } from './graphs';
import { fakeKeystore } from './keystore';
import { NOW_MS } from './now';
import { createWorkspace, PASSPHRASE, workspaceIn } from './workspace';

/** All of main but Electron, with a page's view of it: `call` goes through the router. */
export interface Desk {
  readonly workspace: Workspace;
  readonly events: { name: EventName; payload: unknown }[];
  readonly failures: unknown[];
  readonly opened: string[];
  readonly clipboard: string[];
  nowMs: number;
  /** Answers the file dialog; null dismisses it. */
  chooseFile: (suggestedName: string) => Promise<string | null>;
  /** The backup that the file dialog answers with. */
  chooseBackup: () => Promise<string | null>;
  /** The experience that the file dialog answers with. */
  chooseExperience: () => Promise<string | null>;
  /** The file of codes that the file dialog answers with. */
  chooseCodes: () => Promise<string | null>;
  call<C extends ChannelName>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** As the window of the kiosk does it. */
  callFromKiosk<C extends ChannelName>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** The value, or the code of the failure as an exception. */
  get<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>>;
}

export function openDesk(folder: string, workerScript: string): Desk {
  const events: Desk['events'] = [];
  const failures: unknown[] = [];
  const opened: string[] = [];
  const clipboard: string[] = [];
  let preferences: Preferences = { language: 'en', colorScheme: 'auto' };
  const workspace = new Workspace({
    folder: workspaceIn(folder),
    workerScript,
    nativeBinding: undefined,
    nowMs: () => desk.nowMs,
    timeZone: () => 'Europe/Berlin',
    openLink: async (url) => void opened.push(url),
    printPdf: async (html) => Buffer.from(html),
    chooseFile: (suggestedName) => desk.chooseFile(suggestedName),
    chooseBackup: () => desk.chooseBackup(),
    chooseExperience: () => desk.chooseExperience(),
    chooseCodes: () => desk.chooseCodes(),
    appVersion: '1.2.3',
    keystore: fakeKeystore(),
    clipboard: {
      copySecret: async (text) => void clipboard.push(text),
      clearSecret: async () => void clipboard.splice(0),
      copyText: async (text) => void clipboard.push(text),
      readText: async () => clipboard.at(-1) ?? '',
    },
    emit: (name, payload) => events.push({ name, payload }),
    furnish,
    logFailure: (error) => failures.push(error),
  });
  const preferenceStore = {
    get: () => preferences,
    set: async (changes: Partial<Preferences>) => {
      preferences = { ...preferences, ...changes };
      return preferences;
    },
  };
  const screen: KioskScreen & { setup: KioskSetup | null } = {
    setup: null,
    enter: async (setup) => {
      screen.setup = setup;
    },
    leave: async (prove) => {
      await prove();
      screen.setup = null;
    },
  };
  const handlers = createHandlers(workspace, preferenceStore, screen);
  const router = new Router({
    handlers,
    unlocked: () => workspace.ready(),
    logFailure: (_, error) => failures.push(error),
  });
  const desk: Desk = {
    workspace,
    events,
    failures,
    opened,
    clipboard,
    nowMs: NOW_MS,
    chooseFile: async () => null,
    chooseBackup: async () => null,
    chooseExperience: async () => null,
    chooseCodes: async () => null,
    call: (channel, input) => router.call(channel, input) as Promise<Result<never>>,
    callFromKiosk: (channel, input) =>
      router.call(channel, input, 'kiosk') as Promise<Result<never>>,
    get: async (channel, input) => {
      const result = await router.call(channel, input);
      if (!result.ok) throw new Error(result.error.code);
      return result.value as never;
    },
  };
  return desk;
}

/** A desk whose workspace has been unlocked. */
export interface UnlockedDesk extends Desk {
  /** Where the workspace and what else a test needs lie. */
  readonly folder: string;
  /** The sample that a new workspace comes with. */
  readonly experienceId: string;
}

/** Opens desks, each on a copy of one new workspace; to be called outside of tests. */
export function unlockedDesks(workerScript: string) {
  const template = sharedFolder();
  beforeAll(async () => void (await createWorkspace(template)));
  return async (folder = temporaryFolder()): Promise<UnlockedDesk> => {
    cpSync(template, folder, { recursive: true });
    const desk = openDesk(folder, workerScript);
    await unlockDesk(desk);
    lockAtEnd(desk);
    const [experience] = await desk.get('experiences.list', undefined);
    return Object.assign(desk, { folder, experienceId: experience?.id ?? '' });
  };
}

/** Makes the sample the lesson's raffle. */
export async function saveLesson({ get, experienceId: id }: UnlockedDesk): Promise<void> {
  const { revision } = await get('experiences.get', { id });
  await get('experiences.saveDraft', { id, draft: lessonGraph(), revision });
}

/** Plays the lesson's raffle, which the sample has to hold, to its end. */
export async function takePart({ get, experienceId }: UnlockedDesk, email: string) {
  const { sessionId } = await get('chat.start', { experienceId, language: 'en' });
  await get('chat.answer', { sessionId, answer: picked('red') });
  await get('chat.openLink', { sessionId });
  await get('chat.answer', { sessionId, answer: typed(email, true) });
  return get('chat.answer', { sessionId, answer: confirmed() });
}

/** Waits until something is so; the test's own time limit ends the waiting. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(1);
}

export function lockAtEnd({ workspace }: Desk): void {
  onTestFinished(async () => void (await workspace.lock()));
}

/** Unlocks as the first user. */
export async function unlockDesk(desk: Desk, passphrase = PASSPHRASE): Promise<void> {
  await desk.get('workspace.unlock', { userId: await userIdOf(desk), passphrase });
}

/** The signed-in user, or the first who could sign in. */
export async function userIdOf(desk: Desk): Promise<string> {
  const status = await desk.get('workspace.status', undefined);
  const user = status.state === 'locked' ? status.users[0] : 'user' in status && status.user;
  if (!user) throw new Error('There is no user.');
  return user.id;
}
