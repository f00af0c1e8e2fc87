import './app/configure-zod';
import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { keepComposingToItself } from './app/keys';
import { KioskApp } from './kiosk/KioskApp';

// Before any other listener.
keepComposingToItself(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>{location.search === '?kiosk' ? <KioskApp /> : <App />}</StrictMode>,
);
