import { type Attribute, Node, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { EmbedView, FigureView, PullQuoteView, QuoteView } from './node-views'

/** A text attribute, serialized as `data-<name>` in the HTML of the clipboard. */
const textAttribute = (name: string): Attribute & { default: string } => ({
	default: '',
	parseHTML: (element) => element.getAttribute(`data-${name}`) ?? '',
	renderHTML: (attributes) => ({ [`data-${name}`]: attributes[name] }),
})

export const QuoteBlock = Node.create({
	name: 'quote',
	group: 'block',
	content: 'paragraph+',
	defining: true,
	addAttributes: () => ({ attribution: textAttribute('attribution') }),
	parseHTML: () => [{ tag: 'blockquote' }],
	renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
	addNodeView: () => ReactNodeViewRenderer(QuoteView),
	addKeyboardShortcuts() {
		return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) }
	},
	addInputRules() {
		return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
	},
})

export const PullQuoteBlock = Node.create({
	name: 'pullQuote',
	group: 'block',
	content: 'inline*',
	defining: true,
	addAttributes: () => ({ attribution: textAttribute('attribution') }),
	parseHTML: () => [{ tag: 'aside' }],
	renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
	addNodeView: () => ReactNodeViewRenderer(PullQuoteView),
	addInputRules() {
		return [textblockTypeInputRule({ find: /^>>\s$/, type: this.type })]
	},
})

export const FigureBlock = Node.create({
	name: 'figure',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		photoId: {
			default: 0,
			parseHTML: (element) => Number(element.getAttribute('data-photo')),
			renderHTML: ({ photoId }) => ({ 'data-photo': photoId }),
		},
		caption: textAttribute('caption'),
	}),
	parseHTML: () => [{ tag: 'figure[data-photo]' }],
	renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
	addNodeView: () => ReactNodeViewRenderer(FigureView),
})

export const EmbedBlock = Node.create({
	name: 'embed',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({ url: textAttribute('url'), title: textAttribute('title') }),
	parseHTML: () => [{ tag: 'div[data-url]' }],
	renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
	addNodeView: () => ReactNodeViewRenderer(EmbedView),
})

export const DividerBlock = Node.create({
	name: 'divider',
	group: 'block',
	parseHTML: () => [{ tag: 'hr' }],
	renderHTML: () => ['hr'],
	addInputRules() {
		return [nodeInputRule({ find: /^(?:---|[–—]-|\*\*\*)$/, type: this.type })]
	},
})
