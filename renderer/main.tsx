import './app/configure-zod';
import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { KioskApp } from './kiosk/KioskApp';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>{location.search === '?kiosk' ? <KioskApp /> : <App />}</StrictMode>,
);
