const { join } = require('node:path');
const { app } = require('electron');

require('../probe.cjs');
const root = join(__dirname, '../../../..');
app.setAppPath(root);
require(join(root, 'out/main/index.cjs'));
