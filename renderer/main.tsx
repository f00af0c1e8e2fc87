import './app/configure-zod';
import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { keepComposingToItself } from './app/keys';
import { keepKeysOfWarning } from './app/warning-keys';
import { KioskApp } from './kiosk/KioskApp';
import { PreviewApp } from './preview/window/PreviewApp';
import { IS_PREVIEW_WINDOW } from './preview/window/undocked';
import { closePopoversFirst } from './ui/layers';

// Before any other listener.
keepComposingToItself(window);
keepKeysOfWarning(window);
closePopoversFirst(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(<StrictMode>{page()}</StrictMode>);

/** Main opens each window with the address of its page. */
function page() {
  if (location.search === '?kiosk') return <KioskApp />;
  return IS_PREVIEW_WINDOW ? <PreviewApp /> : <App />;
}
