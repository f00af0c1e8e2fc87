import { type Given, given, Parts } from '../foundation/operation/part';
import { needsCheck } from '../vault/backup/integrity';
import { Deferred, deferred } from '../vault/retention/undo/deferred';
import { Attempts, attempts } from '../vault/workspace/attempts';
import { copyTask } from '../vault/workspace/copy-workspace';
import { keystore } from '../vault/workspace/keystore';
import { Workspace, workspace } from '../vault/workspace/workspace';
import type { OpenedWorkspace } from '../vault/workspace/workspace-folder';
import type { WorkspacePorts } from '../vault/workspace/workspace-ports';
import { operationOn } from './declared';
import { Lanes } from './lanes';
import { Router } from './router';
import { type Surroundings, UnlockedWorkspace } from './unlocked-workspace';

/** What main needs from the world around it: Electron in the application, something else in tests. */
export interface World
  extends Surroundings,
    Pick<WorkspacePorts<UnlockedWorkspace>, 'folder' | 'furnish' | 'keystore'> {
  /** Milliseconds since some beginning; the computer's own, where it is not given. */
  readonly elapsedMs?: () => number;
  /** Of a call on this channel. */
  readonly logCallFailure: (channel: string, error: unknown) => void;
}

export interface Main {
  readonly workspace: Workspace<UnlockedWorkspace>;
  readonly router: Router;
}

/** Puts main together; what is in its parts is built when somebody asks for it. */
export function buildMain(world: World): Main {
  const { folder, nowMs, elapsedMs = () => performance.now() } = world;
  const counted = new Attempts({ folder: folder.path, nowMs, elapsedMs });
  const everywhere: Given[] = [
    ...world.given,
    given(keystore, world.keystore),
    given(attempts, counted),
  ];
  const built: Workspace<UnlockedWorkspace> = new Workspace({
    ...world,
    serve: (opened) => {
      const later = new Deferred({
        ...world,
        perform: ({ channel, input }, by) => router.callLater(channel, input, unlocked, by),
        signedIn: () => {
          const { id, name, role } = unlocked.signedIn();
          return { id, name, role };
        },
      });
      const unlocked: UnlockedWorkspace = new UnlockedWorkspace(opened, {
        ...world,
        given: [...everywhere, given(workspace, built), given(deferred, later)],
      });
      return unlocked;
    },
    attempts: counted,
    isSuspect: needsCheck,
    copyUnderKey: (opened, request) => copyAlone(world, opened, request),
  });
  const parts = new Parts([...everywhere, given(workspace, built)]);
  const { desktop, emit, logCallFailure: logFailure } = world;
  const router = new Router({
    operationOn,
    app: { desktop, emit, the: (part) => parts.the(part) },
    unlocked: () => built.ready(),
    logFailure,
  });
  return { workspace: built, router };
}

/** For a workspace whose services are closed, and with them their lanes. */
async function copyAlone(
  { workerScript, nativeBinding, nowMs, desktop }: World,
  { databaseFile, key, user }: OpenedWorkspace,
  input: { copy: string; newKey: Uint8Array },
): Promise<void> {
  const lanes = new Lanes(workerScript, { databaseFile, key, nativeBinding });
  const { name: task, lane } = copyTask;
  const circumstances = { user: { name: user.name }, nowMs: nowMs(), timeZone: desktop.timeZone() };
  await lanes.run(lane, { task, input, file: '', ...circumstances }).finally(() => lanes.stop());
}
