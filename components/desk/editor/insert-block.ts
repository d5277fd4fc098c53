import type { Editor, JSONContent } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'

/**
 * Inserts a block at the cursor and moves the cursor into the paragraph after it, which is added if missing.
 * The text has the focus at once, for the next key.
 */
export function insertBlock(editor: Editor, block: JSONContent): void {
	const node = editor.schema.nodeFromJSON(block)
	editor
		.chain()
		.command(({ tr }) => {
			const { from, to } = insertionRange(tr)
			tr.replaceWith(from, to, node)
			placeCaretAt(tr, from + node.nodeSize)
			return true
		})
		.run()
	// The command `focus` of the editor waits for the next frame, in which keys would be lost.
	editor.view.focus()
}

/**
 * Insertion range: a paragraph is split, an empty one replaced; any other block stays whole before the
 * insertion.
 */
function insertionRange(tr: Transaction): { from: number; to: number } {
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

function placeCaretAt(tr: Transaction, place: number): void {
	const { paragraph } = tr.doc.type.schema.nodes
	if (paragraph && tr.doc.nodeAt(place)?.type !== paragraph) tr.insert(place, paragraph.create())
	tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView()
}
