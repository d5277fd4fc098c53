import type { SiteSettings } from '@/domain/settings'
import { dateFormat } from '@/lib/date-format'
import { directionOfLanguage } from '@/lib/direction'
import { escapeHtml } from '@/lib/escape-html'
import { messages, pageLanguage } from '@/lib/messages/messages'
import type { OwnData, OwnField, OwnRow, SectionName } from '@/lib/own-data'

type Site = Pick<SiteSettings, 'siteName' | 'timeZone'>
type Value = NonNullable<OwnRow[OwnField]>

/** The file stands alone: it loads nothing, and has no script. */
const STYLE = `:root{color-scheme:light dark}body{max-inline-size:44rem;margin:2rem auto;padding-inline:1rem;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(6rem,12rem) 1fr;gap:.2rem 1rem;margin:0;padding-block:.8rem;border-block-start:1px solid #8888}
dt{opacity:.75}dd{margin:0;text-align:-webkit-match-parent;text-align:match-parent;white-space:pre-line}@media(max-width:30rem){dl{grid-template-columns:1fr}}`

/** The data of an account as one HTML file, in the language of the site. */
export function ownDataPage(data: OwnData, site: Site, madeAt: Date): string {
	const words = messages().ownData
	const time = timeIn(site)
	const title = escapeHtml(words.title(site.siteName))
	const sections = Object.entries(data).map(
		([name, rows]) =>
			`<h2>${escapeHtml(words.sections[name as SectionName])}</h2>\n${rows.map((row) => rowHtml(row, time)).join('\n') || `<p>${escapeHtml(words.nothing)}</p>`}`,
	)
	return `<!doctype html>
<html lang="${pageLanguage()}" dir="${directionOfLanguage(pageLanguage())}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>
<p>${escapeHtml(words.madeAt(time(madeAt)))}</p>
<p>${escapeHtml(words.leftOut)}</p>
${sections.join('\n')}
</html>
`
}

type Time = (at: Date) => string

const timeIn =
	({ timeZone }: Site): Time =>
	(at) =>
		dateFormat(pageLanguage(), { dateStyle: 'long', timeStyle: 'medium', timeZone }).format(at)

function rowHtml(row: OwnRow, time: Time): string {
	const { fields } = messages().ownData
	const items = Object.entries(row).map(([name, value]) => {
		const field = name as OwnField
		if (value === null || value === '' || isEmpty(value)) return ''
		return `<dt>${escapeHtml(fields[field])}</dt><dd dir="auto">${escapeHtml(valueWords(row, field, value, time))}</dd>`
	})
	return `<dl>${items.join('')}</dl>`
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

function valueWords(row: OwnRow, field: OwnField, value: Value, time: Time): string {
	if (value instanceof Date) return time(value)
	if (typeof value === 'object') return value.join('\n\n')
	return namesOf(row, field)?.[value] ?? String(value)
}

/** Words of the values of a field with a closed set of them. */
function namesOf(row: OwnRow, field: OwnField): Record<string, string> | null {
	const { ownData, account, responses, decisions } = messages()
	switch (field) {
		case 'what':
		case 'state':
		case 'outcome':
			return ownData.values
		case 'role':
			return account.roles
		case 'rule':
			return decisions.rules
		case 'choice':
			return row.what === 'mood' ? responses.moods : null
		default:
			return null
	}
}
