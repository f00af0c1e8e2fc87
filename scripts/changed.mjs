import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';
import { fail } from './run.mjs';

/**
 * What has changed in the project: what is not committed or, where all is, the last commit; and the
 * commit since which it has changed.
 */
export function changes() {
  const uncommitted = [
    ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  if (uncommitted.length > 0) return { since: 'HEAD', files: uncommitted };
  return { since: 'HEAD~1', files: git('diff', '--name-only', 'HEAD~1') };
}

/** @param {string[]} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) fail(`What has changed cannot be told: git ${args.join(' ')}\n${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}
