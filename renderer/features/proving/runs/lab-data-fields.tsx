import type { LabMarket } from '../../../../engine/contracts/lab-runs.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import * as css from '../proving.css.ts'
import { Line, Select } from './form-parts.tsx'
import { CLOCKS, terminalOf, type LabDraft } from './lab-draft.ts'
import type { Fill } from './lab-form.tsx'

const copy = provingCopy.form
type Props = Readonly<{ draft: LabDraft; fill: Fill; market: LabMarket | null }>

/** What has to be said of the kind of data that was chosen. */
export function LabDataFields(props: Props) {
  if (props.draft.data === 'generated') return <MadeUp {...props} />
  if (props.draft.data === 'folder') return <Files {...props} />
  return <Kept {...props} />
}

function Kept({ draft, fill, market }: Props) {
  const terminal = terminalOf(draft, market)
  if (terminal === null)
    return (
      <p className={css.faint}>
        {copy.nothingKept} {copy.nothingKeptNext}
      </p>
    )
  const options = (market?.terminals ?? []).map(({ terminal: id, pairs }) => ({
    value: id,
    text: `${id}: ${copy.kept(pairs.length)}`,
  }))
  const choose = (value: string) =>
    fill({ terminal: market?.terminals.find(each => each.terminal === value)?.terminal ?? null })
  return <Select name={copy.terminal} value={terminal.terminal} options={options} choose={choose} />
}

function Files({ draft, fill }: Props) {
  const { bridge, toasts } = useDesk()
  async function choose(): Promise<void> {
    const chosen = await bridge.chooseLabFolder()
    if (chosen.is === 'folder') fill({ path: chosen.path })
    if (chosen.is === 'failed') toasts.raise('error', chosen.text)
  }
  const clocks = CLOCKS.map(value => ({ value, text: copy.clocks[value] }))
  return (
    <>
      <Line
        name={copy.folder}
        type="text"
        value={draft.path}
        hint={copy.noFolder}
        fill={path => fill({ path })}
      />
      <div className={css.row}>
        <Button look="small" onClick={() => void choose()}>
          {copy.choose}
        </Button>
      </div>
      <p className={css.faint}>{copy.folderHint}</p>
      <Select
        name={copy.clock}
        value={draft.clock}
        options={clocks}
        choose={value => fill({ clock: CLOCKS.find(clock => clock === value) ?? 'infer' })}
      />
    </>
  )
}

function MadeUp({ draft, fill }: Props) {
  return (
    <>
      <div className={css.row}>
        <Line name={copy.seed} type="number" value={draft.seed} fill={seed => fill({ seed })} />
        <Line name={copy.days} type="number" value={draft.days} fill={days => fill({ days })} />
      </div>
      <p className={css.warn}>{copy.madeUp}</p>
    </>
  )
}
