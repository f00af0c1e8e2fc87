// Says on stdout when the first page has something to read: for both sides of the comparison alike.
const { app } = require('electron');

const SHOWN = `new Promise((resolve) => {
  const look = () => (document.querySelector('h1') ? resolve() : requestAnimationFrame(look));
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(SHOWN);
    process.stdout.write('page shown\n');
  });
});
