import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, CALL, EVENT } from './contract/wire';

/** Two functions and no Electron object: main validates every call, so nothing is decided here. */
const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke(CALL, channel, input),
  on: (event, listener) => {
    const forward = (_: unknown, name: string, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT, forward);
    return () => ipcRenderer.off(EVENT, forward);
  },
};

contextBridge.exposeInMainWorld('chatvault', bridge);
