import type { Editor } from '@tiptap/react'
import { insertBlock } from './insert-block'
import { toggleList } from './lists'

export type ToolbarDialog = 'link' | 'embed' | 'photo'

export type ToolbarItem = {
	name: string
	title: string
	keys?: string
	dialog?: ToolbarDialog
	run?: (editor: Editor) => void
	/** Present for toggles only. */
	isOn?: (editor: Editor) => boolean
	isAble?: (editor: Editor) => boolean
}

/** In toolbar order. */
export const TOOLBAR_ITEMS: readonly ToolbarItem[] = [
	{
		name: 'Bold',
		title: 'Bold',
		keys: 'Ctrl or ⌘ B',
		run: (editor) => editor.chain().focus().toggleBold().run(),
		isOn: (editor) => editor.isActive('bold'),
	},
	{
		name: 'Italic',
		title: 'Italic',
		keys: 'Ctrl or ⌘ I',
		run: (editor) => editor.chain().focus().toggleItalic().run(),
		isOn: (editor) => editor.isActive('italic'),
	},
	{
		name: 'Link',
		title: 'Link the chosen words',
		keys: 'Ctrl or ⌘ K',
		dialog: 'link',
		isOn: (editor) => editor.isActive('link'),
	},
	{
		name: 'Heading',
		title: 'Heading',
		keys: 'Ctrl or ⌘ Alt 2',
		run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
		isOn: (editor) => editor.isActive('heading', { level: 2 }),
	},
	{
		name: 'Sub-heading',
		title: 'Sub-heading',
		keys: 'Ctrl or ⌘ Alt 3',
		run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
		isOn: (editor) => editor.isActive('heading', { level: 3 }),
	},
	{
		name: 'Quote',
		title: 'Quote, with the speaker below',
		keys: 'Ctrl or ⌘ Shift B',
		run: (editor) => editor.chain().focus().toggleWrap('quote').run(),
		isOn: (editor) => editor.isActive('quote'),
	},
	{
		name: 'Pull quote',
		title: 'Words from the story, set large',
		keys: '>> at the start of a paragraph',
		run: (editor) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
		isOn: (editor) => editor.isActive('pullQuote'),
	},
	{
		name: 'List',
		title: 'Bulleted list',
		keys: 'Ctrl or ⌘ Shift 8',
		run: (editor) => toggleList(editor, 'bulletList'),
		isOn: (editor) => editor.isActive('bulletList'),
	},
	{
		name: 'Numbers',
		title: 'Numbered list',
		keys: 'Ctrl or ⌘ Shift 7',
		run: (editor) => toggleList(editor, 'orderedList'),
		isOn: (editor) => editor.isActive('orderedList'),
	},
	{ name: 'Photograph', title: 'Put in a photograph', dialog: 'photo' },
	{ name: 'Link card', title: 'Put in a card that links to another page', dialog: 'embed' },
	{
		name: 'Divider',
		title: 'Put in a dividing line',
		keys: '--- at the start of a paragraph',
		run: (editor) => insertBlock(editor, { type: 'divider' }),
	},
	{
		name: 'Undo',
		title: 'Undo',
		keys: 'Ctrl or ⌘ Z',
		run: (editor) => editor.chain().focus().undo().run(),
		isAble: (editor) => editor.can().undo(),
	},
	{
		name: 'Redo',
		title: 'Redo',
		keys: 'Ctrl or ⌘ Shift Z',
		run: (editor) => editor.chain().focus().redo().run(),
		isAble: (editor) => editor.can().redo(),
	},
]
