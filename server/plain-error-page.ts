import { directionOfLanguage } from '@/lib/direction'
import { errorWords } from '@/lib/error-words'
import { escapeHtml } from '@/lib/escape-html'
import { filesNotKept } from '@/lib/form-values'
import { messages, pageLanguage } from '@/lib/messages/messages'
import type { ErrorPage } from '@/lib/request-context'

/**
 * HTML of an error page without Next and the database, with the typed text of a rejected form. Its language is that of
 * the site as last read.
 *
 * @param action URL to send the form to again; null shows its fields without a button
 */
export function plainErrorPage(errorPage: ErrorPage, action: string | null): string {
	const { form } = errorPage
	const { title, detail } = errorWords(errorPage)
	const words = messages().errors
	const language = pageLanguage()
	const typed = Object.entries(form?.values ?? {}).flatMap(([name, values]) =>
		values.filter((value) => value.trim() !== '').map((value): Field => [name, value]),
	)
	const files = filesNotKept(form?.files)
	return `<!DOCTYPE html>
<html lang="${language}" dir="${directionOfLanguage(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(detail)}</p>${files ? `\n<p>${escapeHtml(files)}</p>` : ''}
${typed.length > 0 ? formWith(typed, action) : `<p><a href="/">${escapeHtml(words.goToFrontPage)}</a></p>`}
</main>
</body>
</html>
`
}

type Field = [name: string, value: string]

function formWith(typed: Field[], action: string | null): string {
	const fields = typed.map(
		([name, value]) =>
			`<p><label>${escapeHtml(name)}<br><textarea name="${escapeHtml(name)}" dir="auto" cols="40" rows="${rowsFor(value)}">\n${escapeHtml(value)}</textarea></label></p>`,
	)
	const { typedKept, sendAgain } = messages().errors
	const words = `<p>${escapeHtml(typedKept)}</p>`
	if (!action) return [words, ...fields].join('\n')
	return [
		words,
		`<form method="post" action="${escapeHtml(action)}">`,
		...fields,
		`<p><button>${escapeHtml(sendAgain)}</button></p>`,
		'</form>',
	].join('\n')
}

const ROWS_MAX = 12
const CHARACTERS_A_ROW = 40

const rowsFor = (value: string): number =>
	Math.min(ROWS_MAX, value.split('\n').length + Math.floor(value.length / CHARACTERS_A_ROW))
