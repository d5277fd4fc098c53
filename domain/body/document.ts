/**
 * The body of a story: a closed set of blocks, stored as the editor's JSON, version 1. Code that reads a body
 * switches over these types exhaustively.
 */
export const BODY_VERSION = 1

/** The largest first number of a list: four digits and a full stop are a year at the end of a sentence. */
export const LIST_NUMBER_MAX = 999

export type BodyDocument = { version: typeof BODY_VERSION; content: Block[] }

export type Block = Paragraph | Heading | Quote | PullQuote | List | Figure | Divider | Embed

export type Paragraph = { type: 'paragraph'; content?: Inline[] }
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] }
export type Quote = { type: 'quote'; attrs: { attribution: string }; content: Paragraph[] }
export type PullQuote = { type: 'pullQuote'; attrs: { attribution: string }; content?: Inline[] }
export type List = BulletList | OrderedList
export type BulletList = { type: 'bulletList'; content: ListItem[] }
/** Numbered from `start`; without attributes from 1. */
export type OrderedList = { type: 'orderedList'; attrs?: { start: number }; content: ListItem[] }
export type ListItem = { type: 'listItem'; content: [Paragraph] }
/** A photograph by id. An empty caption means the photograph's own caption. */
export type Figure = { type: 'figure'; attrs: { photoId: number; caption: string } }
export type Divider = { type: 'divider' }
/** A link to another site, rendered as a card; no content is loaded from there. */
export type Embed = { type: 'embed'; attrs: { url: string; title: string } }

export type Inline = Text | HardBreak
export type Text = { type: 'text'; text: string; marks?: Mark[] }
export type HardBreak = { type: 'hardBreak' }
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
