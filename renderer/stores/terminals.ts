import type { LinkView, WarRoomView } from '../../engine/contracts/views.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { useView } from './desk-context.ts'
import type { ToastStore } from './toast-store.ts'

type Links = WarRoomView['links']

const accountOf = ({ broker, accountMark }: LinkView): string => `${broker} · ${accountMark}`

/** Enough of an id to tell two terminals of one account apart. */
const ID_LENGTH = 6

/** What a terminal is called where several are linked: broker and mark of the account, and some of its id where these are the same. */
export function terminalName(links: Links, terminal: string): string {
  const link = links.find(each => each.terminal === terminal)
  if (link === undefined) return terminal
  const name = accountOf(link)
  const hasTwin = links.some(each => each !== link && accountOf(each) === name)
  return hasTwin ? `${name} · ${terminal.slice(0, ID_LENGTH)}` : name
}

/** Null while there is only one: nothing needs to be told apart. */
export const useTerminalName = (terminal: string | null): string | null =>
  useView(({ links }) => (terminal === null || links.length < 2 ? null : terminalName(links, terminal)))

/** Of the account at a terminal; empty before it was told. */
export const useCurrency = (terminal: string): string =>
  useView(({ links }) => links.find(each => each.terminal === terminal)?.currency ?? '')

/** Turns the room to another terminal's account. Refused, it says why. */
export const createShowTerminal =
  (bridge: Pick<WindowBridge, 'showTerminal'>, toasts: ToastStore) =>
  async (terminal: string): Promise<void> => {
    const answer = await bridge.showTerminal(terminal)
    if (answer.is === 'failed') toasts.raise('error', answer.text)
  }
