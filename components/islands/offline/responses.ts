import { escapeHtml } from '@/lib/escape-html'
import { FILE_PATH, type OfflineConfig, STORY_PATH } from '@/lib/offline'
import { forget, openCache, readIndex } from './cached-stories'

/** Path without the case and encoding that browsers may send in other ways. */
const keyOf = (path: string): string => path.toLowerCase()

/** The kept copy of a story with the time of its copy; null without one. */
export async function cachedCopy(path: string, config: OfflineConfig): Promise<Response | null> {
	const story = (await readIndex()).find((each) => keyOf(each.path) === keyOf(path))
	const found = story && (await (await openCache()).match(story.path))
	if (!story || !found) return null
	const words = config.savedCopy.replace('#', () => timeOf(story.savedAt, config.language))
	const notice = `<p class="form-notice" role="status" data-saved-copy>${escapeHtml(words)}</p>`
	const html = (await found.text()).replace(/<article\b[^>]*>/, (tag) => tag + notice)
	return new Response(html, { headers: found.headers })
}

/** A page that lists the kept stories, within the frame of one of them; null without any. */
export async function cachedList(config: OfflineConfig): Promise<Response | null> {
	const stories = await readIndex()
	const [first] = stories
	const found = first && (await (await openCache()).match(first.path))
	if (!found) return null
	// Titles and languages are parts of HTML already.
	const items = stories.map(
		({ path, title, lang, savedAt }) =>
			`<li><a href="${escapeHtml(path)}" dir="auto"${lang ? ` lang="${lang}"` : ''}>${title}</a> <small>${escapeHtml(timeOf(savedAt, config.language))}</small></li>`,
	)
	const list = `<section data-copies><h1 tabindex="-1">${escapeHtml(config.title)}</h1><p data-saved-copy>${escapeHtml(config.intro)}</p><ul data-part="copies">${items.join('')}</ul><button type="button" class="form-quiet" hidden>${escapeHtml(config.removeAll)}</button></section>`
	const html = (await found.text())
		.replace(/<title>[^<]*/, `<title>${escapeHtml(config.title)}`)
		.replace(/(<main\b[^>]*>)[\s\S]*?(<article\b[^>]*>)[\s\S]*<\/main>/, (_, main, article) =>
			[main, article, list, '</article></main>'].join(''),
		)
	return new Response(html, { status: 503, headers: found.headers })
}

export const timeOf = (time: number, language: string): string =>
	new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(time)

/** A kept file; of a photograph also one in another size or format, as browsers read the type from the bytes. */
export async function fileOf(path: string): Promise<Response | null> {
	if (!FILE_PATH.test(path)) return null
	const cache = await openCache()
	const found = await cache.match(path)
	if (found || !path.startsWith('/media/')) return found ?? null
	const folder = path.slice(0, path.lastIndexOf('/') + 1)
	for (const request of await cache.keys())
		if (new URL(request.url).pathname.startsWith(folder)) return (await cache.match(request)) ?? null
	return null
}

/** The response of the network; the kept copy of a story that is gone is deleted. */
export async function withoutGone(path: string, response: Response): Promise<Response> {
	if ((response.status === 404 || response.status === 410) && STORY_PATH.test(path)) await forget(path)
	return response
}
