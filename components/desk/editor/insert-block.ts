import type { Editor, JSONContent } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'

/** Puts a block where the cursor is, and the cursor into the paragraph after it: what is typed next is text. */
export function insertBlock(editor: Editor, block: JSONContent): void {
	const node = editor.schema.nodeFromJSON(block)
	editor
		.chain()
		.focus()
		.command(({ tr }) => {
			const { from, to } = openPlace(tr)
			tr.replaceWith(from, to, node)
			goOnAt(tr, from + node.nodeSize)
			return true
		})
		.run()
}

/** Only a paragraph is parted by a block; an empty one gives way to it, all else stays whole before it. */
function openPlace(tr: Transaction): { from: number; to: number } {
	const { $to } = tr.selection
	const at = (place: number) => ({ from: place, to: place })
	if ($to.depth === 0) return at($to.pos)
	if ($to.depth > 1 || $to.parent.type.name !== 'paragraph') return at($to.after(1))
	if ($to.parent.content.size === 0) return { from: $to.before(), to: $to.after() }
	if ($to.parentOffset === 0) return at($to.before())
	if ($to.parentOffset === $to.parent.content.size) return at($to.after())
	tr.split($to.pos)
	return at($to.pos + 1)
}

function goOnAt(tr: Transaction, place: number): void {
	const { paragraph } = tr.doc.type.schema.nodes
	if (paragraph && tr.doc.nodeAt(place)?.type !== paragraph) tr.insert(place, paragraph.create())
	tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView()
}
