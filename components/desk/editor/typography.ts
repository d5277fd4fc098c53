import { Extension, textInputRule } from '@tiptap/core'

/** Straight signs become printers' ones while typing; Backspace straight after brings the straight one back. */
export const Typography = Extension.create({
	name: 'typography',
	addInputRules: () => TYPED.map((rule) => textInputRule(rule)),
})

/**
 * In this order: a quote that opens nothing closes something, or is an apostrophe. What stands before is only
 * looked at, since a match that holds a line break is passed over.
 */
export const TYPED: readonly { find: RegExp; replace: string }[] = [
	{ find: /(?<=^|[\s([{<'‘“])"$/, replace: '“' },
	{ find: /"$/, replace: '”' },
	{ find: /(?<=^|[\s([{<"‘“])'$/, replace: '‘' },
	{ find: /'$/, replace: '’' },
	{ find: /--$/, replace: '–' },
]
