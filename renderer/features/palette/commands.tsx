import { useStore } from 'zustand'
import { keysCopy, paletteCopy } from '../../copy/palette.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Pages } from './action.ts'
import { KeyList } from './key-list.tsx'
import { Palette } from './palette.tsx'
import { useActionKeys, useOnePress } from './use-action-keys.ts'

/** The palette, the sheet of all keys, and the keys themselves. */
export function Commands({ pages }: Readonly<{ pages: Pages }>) {
  const { palette } = useDesk()
  const open = useStore(palette, state => state.open)
  useActionKeys(pages)
  useOnePress()
  return (
    <>
      <Dialog
        isOpen={open === 'palette'}
        title={paletteCopy.title}
        closeWord={paletteCopy.close}
        width="narrow"
        onClose={() => palette.shut('palette')}
      >
        <Palette pages={pages} />
      </Dialog>
      <Dialog
        isOpen={open === 'keys'}
        title={keysCopy.title}
        closeWord={keysCopy.close}
        width="wide"
        onClose={() => palette.shut('keys')}
      >
        <KeyList pages={pages} />
      </Dialog>
    </>
  )
}
