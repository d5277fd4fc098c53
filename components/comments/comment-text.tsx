import MarkdownIt from 'markdown-it'
import { createElement, Fragment, type JSX, type ReactNode } from 'react'

/** Deeper nesting is a trick, not an argument. */
const NESTING_MAX = 12

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: true, maxNesting: NESTING_MAX })
	.enable(['blockquote', 'list', 'emphasis', 'link', 'autolink', 'linkify', 'backticks', 'newline', 'escape'])
	.enable(['entity', 'balance_pairs', 'fragments_join', 'text_join'])
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
markdown.validateLink = (url) => /^https?:\/\/[^\s]/i.test(url)

const TAGS = new Set(['p', 'em', 'strong', 'a', 'blockquote', 'ul', 'ol', 'li'])

/** A comment as typed, in its small Markdown. Text only ever becomes elements, never HTML. */
export function CommentText({ source }: { source: string }): JSX.Element {
	return <>{renderTokens(markdown.parse(source, {}))}</>
}

type Open = { token: Token | null; children: ReactNode[] }

function renderTokens(tokens: Token[]): ReactNode[] {
	const open: Open[] = [{ token: null, children: [] }]
	for (const token of tokens) {
		if (token.nesting === 1) open.push({ token, children: [] })
		else if (token.nesting === -1) close(open)
		else open.at(-1)?.children.push(renderLeaf(token))
	}
	while (open.length > 1) close(open)
	return open[0]?.children.map(withKey) ?? []
}

function close(open: Open[]): void {
	if (open.length < 2) return
	const { token, children } = open.pop() as Open
	open.at(-1)?.children.push(renderElement(token, children))
}

function renderElement(token: Token | null, children: ReactNode[]): ReactNode {
	const inner = children.map(withKey)
	if (!token || token.hidden || !TAGS.has(token.tag)) return <>{inner}</>
	if (token.tag !== 'a') return createElement(token.tag, null, inner)
	return (
		<a href={String(token.attrGet('href') ?? '')} rel="ugc nofollow noopener">
			{inner}
		</a>
	)
}

function renderLeaf(token: Token): ReactNode {
	switch (token.type) {
		case 'inline':
			return renderTokens(token.children ?? [])
		case 'softbreak':
		case 'hardbreak':
			return <br />
		case 'code_inline':
			return <code>{token.content}</code>
		default:
			return token.content
	}
}

/** Pieces of a text have no identity but their place. */
const withKey = (node: ReactNode, index: number): ReactNode => (
	<Fragment key={index.toString()}>{node}</Fragment>
)
