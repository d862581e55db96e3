import { createRoot } from 'react-dom/client'
import '../theme/global.css.ts'
import { windowBridge } from '../bridge/window-bridge.ts'
import { createDesk } from '../stores/desk.ts'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root element.')
createRoot(root).render(<App desk={createDesk(windowBridge())} />)
