/*
 * Who may import whom: the one place where it is written down. `npm test` checks it.
 */

/** The wings of main, from the one that uses all others to the one that all others stand on. */
const WINGS = ['app', 'operations', 'data', 'chat', 'vault', 'foundation'];

/** Tests look at whatever they need. */
const TESTS = '\\.test\\.ts$';

/** @param {string[]} packages */
const packages = (packages) => `(^|/)node_modules/(${packages.join('|')})/`;

/** A wing uses what stands below it, and nothing above. */
const wings = WINGS.slice(1).map((wing, index) => ({
  name: `${wing}-stays-below`,
  comment: `main/${wing} may use ${WINGS.slice(index + 2).join(', ') || 'no other wing'}.`,
  severity: 'error',
  from: { path: `^main/${wing}/`, pathNot: TESTS },
  to: { path: `^main/(index\\.ts|(${WINGS.slice(0, index + 1).join('|')})/)` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...wings,
    {
      name: 'no-circles',
      comment: 'Whoever imports each other is one thing, or has a third in common.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'renderer-behind-the-contract',
      comment: 'The renderer reaches main only through the typed client of preload/contract.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|preload/(?!contract))' },
    },
    {
      name: 'renderer-without-platform',
      comment: 'Pages are sandboxed: neither Electron, nor Node, nor the database.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TESTS },
      to: {
        path: `${packages(['electron', 'electron-log', 'kysely', 'better-sqlite3-multiple-ciphers'])}|^electron$`,
      },
    },
    {
      name: 'contract-by-itself',
      comment:
        'Both sides compile against the contract: it imports zod, arithmetic of colours and itself.',
      severity: 'error',
      from: { path: '^preload/contract/', pathNot: TESTS },
      to: { pathNot: `^preload/contract/|${packages(['zod', 'culori'])}` },
    },
    {
      name: 'bridge-without-logic',
      comment: 'The bridge imports electron and the contract.',
      severity: 'error',
      from: { path: '^preload/index\\.ts$' },
      to: { pathNot: `^preload/contract/|^electron$|${packages(['electron'])}` },
    },
    {
      name: 'main-behind-the-contract',
      comment: 'Main shares only preload/contract with the page.',
      severity: 'error',
      from: { path: '^main/', pathNot: TESTS },
      to: { path: '^(renderer/|preload/index)' },
    },
    {
      name: 'electron-in-app',
      comment: 'Everything else gets what it needs from Electron as an argument.',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/(app/|index\\.ts$)' },
      to: { path: `^electron$|${packages(['electron', 'electron-log'])}` },
    },
    {
      name: 'driver-in-store',
      comment: 'Databases are opened in one place.',
      severity: 'error',
      from: { path: '^main/', pathNot: `^main/foundation/store/|${TESTS}` },
      to: { path: packages(['better-sqlite3-multiple-ciphers']) },
    },
    {
      name: 'pure-chat',
      comment:
        'The engine, the checks of flows and the modules are pure: time, random numbers, disk and lookups are arguments.',
      severity: 'error',
      from: { path: '^main/chat/(engine|flow|modules)/', pathNot: TESTS },
      to: {
        path: `^main/vault/|^main/foundation/(store|operation|files|zip)/|^main/chat/(writing|sessions|experiences|kiosk|codes|claims)/|^electron$|${packages(['kysely', 'better-sqlite3-multiple-ciphers', 'electron', 'electron-log'])}`,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // It sees imports of types as well: what knows a type of another wing depends on that wing.
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
