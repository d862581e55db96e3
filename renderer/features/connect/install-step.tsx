import { useEffect, useState } from 'react'
import type { InstallStep, MetaTrader } from '../../../engine/contracts/metatrader.ts'
import { connectCopy } from '../../copy/connect.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './connect.css.ts'

const copy = connectCopy.install

/** The terminals of this computer, and what became of the last installation. */
export function Install() {
  const { bridge, toasts } = useDesk()
  const [looks, setLooks] = useState(0)
  const [terminals, setTerminals] = useState<readonly MetaTrader[] | null>(null)
  useEffect(() => {
    let isHere = true
    void bridge.metaTraders().then(answer => {
      if (!isHere) return
      if ('is' in answer) toasts.raise('error', answer.text)
      else setTerminals(answer)
    })
    return () => {
      isHere = false
    }
  }, [bridge, toasts, looks])
  if (terminals === null) return <p className={css.dim}>{copy.searching}</p>
  if (terminals.length > 0)
    return terminals.map(terminal => <Terminal key={terminal.dataFolder} terminal={terminal} />)
  return (
    <>
      <p>{copy.none}</p>
      <p className={css.dim}>{copy.noneNext}</p>
      <div>
        <Button look="small" onClick={() => setLooks(looks + 1)}>
          {copy.again}
        </Button>
      </div>
    </>
  )
}

function Terminal({ terminal }: Readonly<{ terminal: MetaTrader }>) {
  const { bridge, toasts } = useDesk()
  const [report, setReport] = useState<readonly InstallStep[] | 'busy' | null>(null)
  const { dataFolder, programFolder, portable } = terminal
  const install = () => {
    setReport('busy')
    void bridge.installEa({ dataFolder }).then(answer => {
      if (!('is' in answer)) return setReport(answer)
      setReport(null)
      toasts.raise('error', answer.text)
    })
  }
  return (
    <>
      <div className={css.terminal}>
        <span className={css.place}>
          {portable ? `${dataFolder} (${copy.portable})` : (programFolder ?? dataFolder)}
        </span>
        <Button look="smallGold" disabled={report === 'busy'} title={dataFolder} onClick={install}>
          {report === 'busy' ? copy.busy : copy.button}
        </Button>
      </div>
      {report !== null && report !== 'busy' && <Report steps={report} />}
    </>
  )
}

/** What only the person can do is the next step of the page; here is what was done. */
function Report({ steps }: Readonly<{ steps: readonly InstallStep[] }>) {
  const told = steps.filter(({ is, name }) => is !== 'todo' || name === 'compiled')
  return (
    <div role="status">
      <ul className={css.report}>
        {told.map(({ name, is, text, details }) => (
          <li key={name} className={css.row}>
            <span className={css.marked[is]}>{connectCopy.step[is]}</span>
            <div>
              {text}
              {details !== undefined && <pre className={css.log}>{details.join('\n')}</pre>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
