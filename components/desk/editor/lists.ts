import { type Editor, type Extensions, type Node, wrappingInputRule } from '@tiptap/core'
import { type Node as Block, Fragment, type Schema } from '@tiptap/pm/model'
import { type Selection, TextSelection } from '@tiptap/pm/state'

export type ListName = 'bulletList' | 'orderedList'

/** The starter kit's list extensions without nesting, as in bodies. */
export const withFlatLists = (extensions: Extensions): Extensions =>
	extensions.map((extension) => {
		if (extension.name === 'listItem') return flatItem(extension as Node)
		if (extension.name === 'bulletList') return flatList(extension as Node, 'bulletList', 'Mod-Shift-8')
		if (extension.name === 'orderedList') return numberedList(extension as Node)
		return extension
	})

/** Flat lists have no indentation, so Tab moves the focus out of the editor. */
const flatItem = (item: Node): Node =>
	item.extend({
		content: 'paragraph',
		addKeyboardShortcuts() {
			const { Tab: _in, 'Shift-Tab': _out, ...shortcuts } = this.parent?.() ?? {}
			return shortcuts
		},
	})

const flatList = (list: Node, name: ListName, keys: string): Node =>
	list.extend({
		addKeyboardShortcuts() {
			return { [keys]: () => toggleList(this.editor, name) }
		},
	})

/**
 * Input rule for a numbered list, starting with the typed number of one to three digits. Tiptap's own rule
 * turns a year at the start of a paragraph into a list number, and its plugin does the same with pasted plain
 * text.
 */
const numberedList = (list: Node): Node =>
	flatList(list, 'orderedList', 'Mod-Shift-7').extend({
		addProseMirrorPlugins: () => [],
		addInputRules() {
			return [
				wrappingInputRule({
					find: /^(\d{1,3})\.\s$/,
					type: this.type,
					getAttributes: ([, number]) => ({ start: Number(number) }),
					joinPredicate: ([, number], before) => before.attrs.start + before.childCount === Number(number),
				}),
			]
		},
	})

/**
 * Toggles a list. Tiptap's own commands pass through items of several paragraphs, which flat items do not
 * allow.
 */
export function toggleList(editor: Editor, name: ListName): boolean {
	const { $from, $to } = editor.state.selection
	const chain = editor.chain().focus()
	if ($from.sameParent($to) && $from.depth > 0)
		return (name === 'bulletList' ? chain.toggleBulletList() : chain.toggleOrderedList()).run()
	return toggleSeveral(editor, name)
}

/**
 * Makes one list of the selected blocks, or paragraphs of the selected items if all blocks are such a list.
 */
function toggleSeveral(editor: Editor, name: ListName): boolean {
	const { doc, schema, selection, tr } = editor.state
	const first = selection.$from.index(0)
	const blocks = doc.children.slice(first, selection.$to.indexAfter(0))
	const written = blocks.filter((block) => !(block.isTextblock && block.content.size === 0))
	if (written.length === 0 || !written.every((block) => block.isTextblock || isList(block))) return false

	const start = selection.$from.posAtIndex(first, 0)
	const listed = written.every((block) => block.type.name === name)
	const result = listed ? unlisted(blocks, start, selection) : [listOf(schema, name, written)]
	tr.replaceWith(start, selection.$to.posAtIndex(selection.$to.indexAfter(0), 0), result)
	const end = start + result.reduce((size, block) => size + block.nodeSize, 0)
	tr.setSelection(TextSelection.between(tr.doc.resolve(start), tr.doc.resolve(end)))
	editor.view.dispatch(tr)
	editor.view.focus()
	return true
}

function listOf(schema: Schema, name: ListName, blocks: readonly Block[]): Block {
	const items = blocks.flatMap((block) => {
		if (isList(block)) return [...block.children]
		return [schema.node('listItem', null, schema.node('paragraph', null, block.content))]
	})
	const [first] = blocks
	return schema.node(name, first?.type.name === name ? first.attrs : null, items)
}

function unlisted(blocks: readonly Block[], start: number, { from, to }: Selection): Block[] {
	const result: Block[] = []
	let place = start
	for (const block of blocks) {
		block.forEach((item, offset, index) => {
			const at = place + 1 + offset
			const last = result.at(-1)
			if (at < to && at + item.nodeSize > from) result.push(...item.children)
			else if (last?.type === block.type) result.splice(-1, 1, last.copy(last.content.addToEnd(item)))
			else result.push(block.type.create(attrsFrom(block, index), Fragment.from(item)))
		})
		place += block.nodeSize
	}
	return result
}

/** The second part of a divided numbered list continues the numbering. */
const attrsFrom = ({ attrs }: Block, index: number) =>
	typeof attrs.start === 'number' ? { ...attrs, start: attrs.start + index } : attrs

const isList = (block: Block): boolean =>
	block.type.name === 'bulletList' || block.type.name === 'orderedList'
