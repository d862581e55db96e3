import type { Desk } from '../stores/desk.ts'
import { DeskContext } from '../stores/desk-context.ts'
import { ConnectMetaTrader } from '../features/connect/connect-dialog.tsx'
import { ExecutionCosts } from '../features/costs/costs-dialog.tsx'
import { WarRoom } from '../features/war-room/war-room.tsx'
import { CrashScreen } from './crash-screen.tsx'

export function App({ desk }: Readonly<{ desk: Desk }>) {
  return (
    <CrashScreen>
      <DeskContext value={desk}>
        <WarRoom linkAction={<ConnectMetaTrader />} recordAction={<ExecutionCosts />} />
      </DeskContext>
    </CrashScreen>
  )
}
