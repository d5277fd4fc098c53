import type { Messages } from '@/lib/messages/en'
import { messagesOf } from '@/lib/messages/messages'
import { parseHtml } from './dom'

/** Language tag of the pseudolocale: English in brackets. */
export const PSEUDO_TAG = 'en-XA'

/** The English catalogue with every text in brackets, which shows the texts that come from elsewhere. */
export const pseudoMessages = (): Messages => bracketed(messagesOf('en-GB')) as Messages

function bracketed(message: unknown): unknown {
	if (typeof message === 'string') return `⟦${message}⟧`
	if (Array.isArray(message))
		return message.map((part) => (typeof part === 'string' ? bracketed(part) : part))
	if (typeof message === 'function')
		return (...values: unknown[]) => bracketed((message as (...values: unknown[]) => unknown)(...values))
	if (typeof message !== 'object' || message === null || '$$typeof' in message) return message
	return Object.fromEntries(Object.entries(message).map(([key, inner]) => [key, bracketed(inner)]))
}

/** Attributes whose texts people read or hear. */
const ATTRIBUTES = ['aria-label', 'title', 'alt', 'placeholder']
/** Elements without words of the interface: code and addresses, dates of `Intl`, and data. */
const EXEMPT = 'script, style, code, time, [translate="no"]'

/** The texts of a page with Latin letters outside of the brackets. */
export function unbracketedTexts(html: string): string[] {
	const page = parseHtml(html)
	const texts = [page.title, page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '']
	for (const element of page.querySelectorAll('body *')) {
		if (element.closest(EXEMPT)) continue
		for (const name of ATTRIBUTES) texts.push(element.getAttribute(name) ?? '')
		for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? '')
	}
	return texts.filter((text) => /\p{Script=Latin}{2}/u.test(withoutBrackets(text))).map((text) => text.trim())
}

function withoutBrackets(text: string): string {
	const inner = text.replace(/⟦[^⟦⟧]*⟧/g, ' ')
	return inner === text ? text : withoutBrackets(inner)
}
