/** The only door between a window and the rest: named functions, no Electron object, no channel name from outside. */
import { contextBridge, ipcRenderer } from 'electron'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { channelOf } from '../ipc/channels.ts'
import type { CallName, PushName } from '../ipc/channels.ts'

/** What comes back was made by our own main process and is not parsed again. */
const call = (name: CallName, given?: unknown) => ipcRenderer.invoke(channelOf(name), given)

function listen<T>(name: PushName, take: (value: T) => void): () => void {
  const hear = (_event: unknown, value: T) => take(value)
  ipcRenderer.on(channelOf(name), hear)
  return () => void ipcRenderer.off(channelOf(name), hear)
}

const bridge: WindowBridge = {
  getView: () => call('getView'),
  showTerminal: terminal => call('showTerminal', terminal),
  onPatch: take => listen('patch', take),
  onSeen: take => listen('seen', take),
  linkReport: () => call('linkReport'),
  notices: () => call('notices'),
  onNotice: take => listen('notice', take),
  onShowMission: take => listen('showMission', take),
  command: command => call('command', command),
  ask: query => call('ask', query),
  simulate: control => call('simulate', control),
  about: () => call('about'),
  settings: () => call('settings'),
  settingFacts: () => call('settingFacts'),
  changeSettings: wish => call('changeSettings', wish),
  settingsHistory: () => call('settingsHistory'),
  restoreSettings: wish => call('restoreSettings', wish),
  metaTraders: () => call('metaTraders'),
  installEa: wish => call('installEa', wish),
  pairing: () => call('pairing'),
  telegram: () => call('telegram'),
  onTelegram: take => listen('telegramChanged', take),
  telegramWish: wish => call('telegramWish', wish),
  keepLook: look => call('keepLook', look),
  onShowPage: take => listen('showPage', take),
  onCue: take => listen('cue', take),
  tryCue: () => call('tryCue'),
  lab: () => call('lab'),
  onLab: take => listen('labChanged', take),
  labWish: wish => call('labWish', wish),
  chooseLabFolder: () => call('chooseLabFolder'),
  firstSteps: () => call('firstSteps'),
  endFirstSteps: how => call('endFirstSteps', how),
}

contextBridge.exposeInMainWorld('bitten', bridge)
