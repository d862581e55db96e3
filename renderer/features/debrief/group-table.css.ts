import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'

export const panel = style({ flex: '1 0 18rem' })
export const tabs = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.space.tight,
  padding: `${theme.space.small} ${theme.space.medium}`,
})
export const scroll = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  padding: `0 ${theme.space.medium} ${theme.space.small}`,
})
export const table = style({ width: '100%' })

const headCell = style([
  label,
  {
    position: 'sticky',
    top: 0,
    padding: `${theme.space.hair} 0`,
    fontWeight: 500,
    background: theme.colour.panel,
    zIndex: 1,
  },
])
export const firstHead = style([headCell, { textAlign: 'left' }])
export const head = style([headCell, { textAlign: 'right' }])

export const row = style({
  borderTop: `1px solid ${theme.colour.line}`,
  transition: `background ${theme.motion.quick}`,
  selectors: { '&:hover': { background: theme.colour.goldWash } },
})
export const name = style({ textAlign: 'left', fontWeight: 500 })
export const chooser = style({
  width: '100%',
  padding: `${theme.space.tight} 0`,
  border: 'none',
  background: 'none',
  color: theme.colour.ink,
  textAlign: 'left',
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  selectors: {
    '&:hover': { color: theme.colour.goldBright },
    '&[aria-pressed=true]': {
      color: theme.colour.goldBright,
      boxShadow: `inset 2px 0 0 ${theme.colour.gold}`,
      paddingLeft: theme.space.small,
    },
  },
})
export const cell = style({
  padding: `${theme.space.tight} 0 ${theme.space.tight} ${theme.space.small}`,
  textAlign: 'right',
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
})
export const range = style({
  display: 'block',
  fontSize: theme.size.tiny,
  lineHeight: 1.1,
  fontWeight: 400,
  color: theme.colour.inkFaint,
})
export const won = style({ color: theme.colour.long })
export const lost = style({ color: theme.colour.short })
export const tooFew = style({
  textAlign: 'right',
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
})
export const note = style({
  paddingTop: theme.space.small,
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  textWrap: 'pretty',
})
