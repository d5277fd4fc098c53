/** Structured data (JSON-LD) of a page. `<` is escaped, so that no text ends the script element early. */
export function JsonLd({ facts }: { facts: Record<string, unknown> }) {
	const text = JSON.stringify(facts).replace(/</g, '\\u003c')
	// biome-ignore lint/security/noDangerouslySetInnerHtml: a script element holds no markup, and `<` is escaped above.
	return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
