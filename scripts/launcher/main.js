// Does for a packaged Electron what its default app does: loads the app directory named first on
// the command line. Synchronously, since the app registers its protocol before Electron is ready.
const { resolve } = require('node:path');
/** @type {any} setAppPath and setVersion are there for the default app, not in the types */
const { app } = require('electron');

const directory = resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
const { name, productName = name, version, main } = require(resolve(directory, 'package.json'));
Object.defineProperty(process, 'defaultApp', { value: true });
app.setName(productName);
app.setVersion(version);
app.setAppPath(directory);
require(resolve(directory, main));
