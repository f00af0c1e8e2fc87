import { cpSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, onTestFinished } from 'vitest';
import { furnish } from '../../main/chat/experiences/furnish';
import {
  type KioskScreen,
  kioskScreen,
  type StandingKiosk,
} from '../../main/chat/kiosk/kiosk-screen';
import { type PreviewScreen, previewScreen } from '../../main/chat/preview/preview-screen';
import type { SourceKind } from '../../main/foundation/operation/context';
import { given } from '../../main/foundation/operation/part';
import { buildMain } from '../../main/operations/build-main';
import type { UnlockedWorkspace } from '../../main/operations/unlocked-workspace';
import { closing } from '../../main/vault/workspace/closing';
import type { Keystore } from '../../main/vault/workspace/keystore';
import {
  type PreferenceStore,
  preferences as preferencesPart,
} from '../../main/vault/workspace/preferences';
import type { Workspace } from '../../main/vault/workspace/workspace';
import type { ChannelName, EventName, Input, Output, Result } from '../../preload/contract';
import { Preferences } from '../../preload/contract';
import { confirmed, picked, typed } from './chat';
import { sharedFolder, temporaryFolder } from './folder';
import { lessonGraph } from './graphs';
import { fakeKeystore } from './keystore';
import { NOW_MS } from './now';
import { createWorkspace, PASSPHRASE, workspaceIn } from './workspace';

/** All of main but Electron, with a page's view of it: `call` goes through the router. */
export interface Desk {
  readonly workspace: Workspace<UnlockedWorkspace>;
  readonly events: { name: EventName; payload: unknown }[];
  readonly failures: unknown[];
  readonly opened: string[];
  readonly clipboard: string[];
  nowMs: number;
  /** How long the user has waited, by the clock that nobody sets. */
  waitedMs: number;
  /** Answers the file dialog; null dismisses it. */
  chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Prints a page; here it is the page itself. */
  printPdf: (html: string) => Promise<Uint8Array>;
  /** The file that the dialog for files of a kind answers with. */
  readonly chooseSource: Record<SourceKind, () => Promise<string | null>>;
  call<C extends ChannelName>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** As the window of the kiosk does it. */
  callFromKiosk<C extends ChannelName>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** The value, or the code of the failure as an exception. */
  get<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>>;
}

export function openDesk(
  folder: string,
  workerScript: string,
  keystore: Keystore = fakeKeystore(),
): Desk {
  const events: Desk['events'] = [];
  const failures: unknown[] = [];
  const opened: string[] = [];
  const clipboard: string[] = [];
  let preferences: Preferences = { language: 'en', colorScheme: 'auto' };
  const preferenceStore: PreferenceStore = {
    get: () => preferences,
    set: async (changes) => {
      preferences = Preferences.parse({ ...preferences, ...changes });
      return preferences;
    },
  };
  const screen: KioskScreen & { setup: StandingKiosk | null } = {
    setup: null,
    enter: async (setup) => {
      screen.setup = setup;
    },
    leave: async (prove) => {
      await prove();
      screen.setup = null;
    },
  };
  const preview: PreviewScreen & { experienceId: string | null } = {
    experienceId: null,
    show: (experienceId) => {
      preview.experienceId = experienceId;
    },
    close: () => {
      preview.experienceId = null;
    },
  };
  const { workspace, router } = buildMain({
    folder: workspaceIn(folder),
    workerScript,
    nativeBinding: undefined,
    nowMs: () => desk.nowMs,
    elapsedMs: () => desk.waitedMs,
    desktop: {
      appVersion: '1.2.3',
      timeZone: () => 'Europe/Berlin',
      openLink: async (url) => void opened.push(url),
      showInFolder: (file) => void opened.push(file),
      printPdf: (html) => desk.printPdf(html),
      print: async () => true,
      chooseTarget: (suggestedName) => desk.chooseFile(suggestedName),
      chooseSource: (kind) => desk.chooseSource[kind](),
      clipboard: {
        copySecret: async (text) => void clipboard.push(text),
        clearSecret: async () => void clipboard.splice(0),
        copyText: async (text) => void clipboard.push(text),
        readText: async () => clipboard.at(-1) ?? '',
      },
    },
    keystore,
    emit: (name, payload) => events.push({ name, payload }),
    furnish,
    given: [
      given(preferencesPart, preferenceStore),
      given(kioskScreen, screen),
      given(previewScreen, preview),
      given(closing, { answer: () => undefined }),
    ],
    logFailure: (error) => failures.push(error),
    logCallFailure: (_, error) => failures.push(error),
  });
  const desk: Desk = {
    workspace,
    events,
    failures,
    opened,
    clipboard,
    nowMs: NOW_MS,
    waitedMs: 0,
    chooseFile: async () => null,
    printPdf: async (html) => Buffer.from(html),
    chooseSource: {
      backup: async () => null,
      codes: async () => null,
      experience: async () => null,
      translations: async () => null,
    },
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
  return async (folder = temporaryFolder(), script = workerScript): Promise<UnlockedDesk> => {
    cpSync(template, folder, { recursive: true });
    const desk = openDesk(folder, script);
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
