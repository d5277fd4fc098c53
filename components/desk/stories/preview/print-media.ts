/** A media query as paper answers it: `print` matches always, `screen` never; other features are kept. */
export function mediaOnPaper(query: string): string {
	const [, modifier, type, features = ''] = /^\s*(?:(not|only)\s+)?(print|screen)\b(.*)$/is.exec(query) ?? []
	if (!type) return query.trim()
	const isNegated = modifier?.toLowerCase() === 'not'
	if (type.toLowerCase() === 'screen') return isNegated ? 'all' : 'not all'
	return `${isNegated ? 'not ' : ''}all${features}`
}

/** Lets the style sheets of a document on the screen apply as they do on paper. Idempotent. */
export function applyPrintMedia(shown: Document): void {
	for (const sheet of shown.styleSheets) {
		setOnPaper(sheet.media)
		setRulesOnPaper(sheet.cssRules)
	}
}

function setRulesOnPaper(rules: CSSRuleList): void {
	for (const rule of rules) {
		if ('media' in rule) setOnPaper(rule.media as MediaList)
		if ('cssRules' in rule) setRulesOnPaper(rule.cssRules as CSSRuleList)
	}
}

function setOnPaper(media: MediaList): void {
	const onPaper = [...media].map(mediaOnPaper).join(', ')
	if (media.length > 0 && onPaper !== media.mediaText) media.mediaText = onPaper
}
