/** Why bytes were not taken as a message. Nothing in this room throws at bytes that came from outside. */
export const WIRE_REFUSALS = [
  'FRAME_COUNT',
  'HEADER_LENGTH',
  'HEADER_TEXT',
  'HEADER_SHAPE',
  'HEADER_FIELD',
  'WRONG_VERSION',
  'BODY_LENGTH',
  'BODY_TEXT',
  'BODY_DEPTH',
  'BODY_FIELD',
  'RECORD_LENGTH',
  'MAC_LENGTH',
  'BAD_MAC',
  'FILE_SHAPE',
] as const
export type WireRefusalCode = (typeof WIRE_REFUSALS)[number]

/** `text` is one sentence that names what was wrong and where. */
export type WireRefusal = Readonly<{ is: 'refused'; code: WireRefusalCode; text: string }>

export const wireRefusal = (code: WireRefusalCode, text: string): WireRefusal => ({
  is: 'refused',
  code,
  text,
})
