import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'

export const story = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.large,
  padding: theme.space.medium,
})

export const head = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const name = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.medium,
})
export const pair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.hero,
  fontWeight: 700,
  lineHeight: 1,
})
export const slash = style({ color: theme.colour.goldDim, fontWeight: 400 })
export const signal = style([label, { display: 'block' }])
export const state = style([
  label,
  { marginLeft: 'auto', fontSize: theme.size.lead, color: theme.colour.goldBright },
])
export const issued = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
export const figures = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${theme.space.small} ${theme.space.wide}`,
})

export const columns = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  gap: theme.space.wide,
  '@media': { '(width < 80rem)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const column = style({ display: 'flex', flexDirection: 'column', gap: theme.space.large, minWidth: 0 })
export const section = style({ minWidth: 0 })
export const sectionTitle = style({
  paddingBottom: theme.space.tight,
  marginBottom: theme.space.small,
  borderBottom: `1px solid ${theme.colour.line}`,
  color: theme.colour.goldDim,
})
export const reasons = style({
  display: 'grid',
  gap: theme.space.tight,
  padding: theme.space.small,
  border: `1px solid ${theme.colour.warn}`,
  borderRadius: theme.radius.small,
  background: theme.colour.warnWash,
})

/** A thread from the first event to the last, with a bead for each. */
export const timeline = style({ position: 'relative' })
export const step = style({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: '0.75rem 5.25rem minmax(0, 1fr)',
  gap: theme.space.medium,
  paddingBottom: theme.space.medium,
  selectors: {
    '&:not(:last-child)::before': {
      content: '',
      position: 'absolute',
      left: 'calc(0.375rem - 0.5px)',
      top: '0.5rem',
      bottom: '-0.5rem',
      width: '1px',
      background: theme.colour.lineStrong,
    },
  },
})
const bead = style({
  position: 'relative',
  width: '0.625rem',
  height: '0.625rem',
  margin: '0.3125rem auto 0',
  border: '2px solid',
  borderRadius: theme.radius.pill,
  background: theme.colour.panel,
})
export const dot = styleVariants({
  plain: [bead, { borderColor: theme.colour.goldDim }],
  deal: [bead, { borderColor: theme.colour.long, background: theme.colour.long }],
  no: [bead, { borderColor: theme.colour.warn }],
  end: [bead, { borderColor: theme.colour.goldBright, background: theme.colour.gold }],
})
export const when = style({ fontSize: theme.size.small, color: theme.colour.ink })
export const after = style({ display: 'block', fontSize: theme.size.tiny, color: theme.colour.inkFaint })
export const what = style({ fontWeight: 600, minWidth: 0 })
export const fact = style({
  display: 'block',
  fontWeight: 400,
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  overflowWrap: 'anywhere',
})

export const row = style({ borderBottom: `1px dotted ${theme.colour.line}`, verticalAlign: 'top' })
export const rowName = style({
  padding: `${theme.space.tight} 0`,
  textAlign: 'left',
  fontWeight: 400,
  fontSize: theme.size.small,
  color: theme.colour.ink,
})
export const rowText = style({ display: 'block', color: theme.colour.inkFaint, textWrap: 'pretty' })
export const rowCell = style({
  padding: `${theme.space.tight} 0 ${theme.space.tight} ${theme.space.medium}`,
  textAlign: 'right',
  fontSize: theme.size.small,
  color: theme.colour.ink,
})
export const inputs = style({ marginBottom: theme.space.medium })
export const caption = style([label, { paddingBottom: theme.space.hair, textAlign: 'left' }])
export const warning = style({
  marginBottom: theme.space.small,
  fontSize: theme.size.small,
  color: theme.colour.warn,
})
