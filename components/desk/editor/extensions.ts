import type { Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { linkUrl } from '@/domain/body/urls'
import { DividerBlock, EmbedBlock, FigureBlock, PullQuoteBlock, QuoteBlock } from './blocks'
import { withFlatLists } from './lists'
import { SmartQuotes } from './smart-quotes'

const Kit = StarterKit.extend({
	addExtensions() {
		return withFlatLists(this.parent?.() ?? [])
	},
})

/** The blocks and marks of a body and no others; pasted content is converted to them. */
export const EXTENSIONS: Extensions = [
	Kit.configure({
		blockquote: false,
		code: false,
		codeBlock: false,
		horizontalRule: false,
		strike: false,
		underline: false,
		heading: { levels: [2, 3] },
		link: {
			openOnClick: false,
			defaultProtocol: 'https',
			HTMLAttributes: { rel: 'noopener', target: null },
			isAllowedUri: (url) => linkUrl(url) !== null,
		},
	}),
	QuoteBlock,
	PullQuoteBlock,
	FigureBlock,
	EmbedBlock,
	DividerBlock,
	SmartQuotes,
]
