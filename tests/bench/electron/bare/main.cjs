const { app, BrowserWindow } = require('electron');

require('../probe.cjs');
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } });
  return window.loadURL('data:text/html,<h1>Hello</h1>');
});
