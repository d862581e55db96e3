import { useStore } from 'zustand'
import type { Desk } from '../stores/desk.ts'
import { DeskContext } from '../stores/desk-context.ts'
import { ConnectMetaTrader } from '../features/connect/connect-dialog.tsx'
import { Onboarding } from '../features/onboarding/onboarding.tsx'
import { Commands } from '../features/palette/commands.tsx'
import { keyText } from '../features/palette/key.ts'
import { WarRoom } from '../features/war-room/war-room.tsx'
import { CrashScreen } from './crash-screen.tsx'
import { PAGES } from './pages.tsx'
import { Rail } from './rail.tsx'

export function App({ desk }: Readonly<{ desk: Desk }>) {
  const here = useStore(desk.place, ({ page }) => page)
  return (
    <CrashScreen>
      <DeskContext value={desk}>
        <WarRoom rail={PAGES.length > 1 && <Rail />} linkAction={<ConnectMetaTrader />}>
          {PAGES.find(({ id }) => id === here)?.show()}
        </WarRoom>
        <Commands pages={PAGES} />
        <Onboarding pauseKey={keyText({ with: 'alt', key: 'p' })} />
      </DeskContext>
    </CrashScreen>
  )
}
