import type { BodyDocument } from './document'

/** Targets of the links and embeds of a body, without duplicates, in reading order. */
export const hrefsOf = (body: BodyDocument): string[] => [...new Set(hrefsIn(body.content))]

function hrefsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(hrefsIn)
	if (typeof value !== 'object' || value === null) return []
	const { attrs, content, marks } = value as Record<'attrs' | 'content' | 'marks', unknown>
	const { href, url } = (attrs ?? {}) as { href?: string; url?: string }
	return [...[href, url].filter((each) => each !== undefined), ...hrefsIn(marks), ...hrefsIn(content)]
}
