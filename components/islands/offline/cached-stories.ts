import { FILE_PATH, type KeepMessage, STORY_CACHE, STORY_PATH } from '@/lib/offline'

/** Key of the list of kept stories. */
const INDEX = '/kept-stories'
/** Key of the paths of the stories whose copies the reader removed. */
const REMOVED = '/removed-stories'
/** Stories kept at a time; saved ones leave last. */
const STORIES_MAX = 30
/** More than a reading list has. */
const REMOVED_MAX = 200
/** Files kept with a story, which has few besides its pictures. */
const FILES_MAX = 60
/** Time in ms for which a copy counts as current. */
const FRESH_MS = 60_000

export type CachedStory = {
	path: string
	title: string
	/** Language of the story, if it differs from that of the page. */
	lang?: string | undefined
	savedAt: number
	isSaved: boolean
	files: string[]
}

export const openCache = (): Promise<Cache> => caches.open(STORY_CACHE)

export async function removeAll(): Promise<void> {
	await caches.delete(STORY_CACHE)
}

/** The kept stories, the newest first. */
export const readIndex = (): Promise<CachedStory[]> => readList<CachedStory>(INDEX)

async function readList<T>(key: string): Promise<T[]> {
	const found = await (await openCache()).match(key)
	return found ? ((await found.json()) as T[]) : []
}

const writeList = async (key: string, list: unknown[]): Promise<void> =>
	(await openCache()).put(key, new Response(JSON.stringify(list)))

/** Changes of the list follow one another, as each begins with reading it. */
let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const next = last.then(work, work)
	last = next.catch(() => {})
	return next
}

export const keep = (message: KeepMessage): Promise<void> => inTurn(() => keepNow(message))

export const forget = (path: string): Promise<void> =>
	inTurn(async () => {
		const kept = await readIndex()
		if (kept.some((story) => story.path === path)) await store(kept.filter((story) => story.path !== path))
	})

/** Removes the copies of stories, which stay removed until they are opened again. */
export const remove = (paths: string[]): Promise<void> =>
	inTurn(async () => {
		const removed = new Set([...paths, ...(await readList<string>(REMOVED))])
		await writeList(REMOVED, [...removed].slice(0, REMOVED_MAX))
		await store((await readIndex()).filter((story) => !paths.includes(story.path)))
	})

async function keepNow({ stories, files, isList, isSaved, isOpened }: KeepMessage): Promise<void> {
	const named = stories.filter((path) => STORY_PATH.test(path))
	const known = await readList<string>(REMOVED)
	const removed = known.filter((path) => isList || !isOpened || !named.includes(path))
	if (removed.length < known.length) await writeList(REMOVED, removed)
	const paths = named.filter((path) => !removed.includes(path)).slice(0, STORIES_MAX)
	let kept = await readIndex()
	if (isList) kept = kept.map((story) => ({ ...story, isSaved: paths.includes(story.path) }))
	// The last of the list first, so that the one saved last is the newest.
	for (const path of isList ? paths.reverse() : paths) {
		const known = kept.find((story) => story.path === path)
		const isCurrent = known && (isList || Date.now() - known.savedAt < FRESH_MS)
		const story = isCurrent ? known : await fetchStory(path)
		const others = kept.filter((each) => each.path !== path)
		if (!story) kept = others
		else {
			const all = [...new Set([...story.files, ...(known?.files ?? []), ...(isList ? [] : files)])]
			const own = { ...story, isSaved: isList || isSaved, files: all.filter((file) => FILE_PATH.test(file)) }
			kept = [own, ...others]
		}
	}
	await store(kept)
}

/**
 * Stores the page of a story as all readers get it: requested without cookies, so that a private page is never kept.
 * Null for a page that is gone, or private all the same.
 */
async function fetchStory(path: string): Promise<CachedStory | null> {
	const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' })
	const isShared = !/no-store|private/.test(response.headers.get('cache-control') ?? 'private')
	if (!response.ok || response.redirected || !isShared) return null
	const html = await response.text()
	const headers = new Headers(response.headers)
	for (const name of ['content-encoding', 'content-length']) headers.delete(name)
	await (await openCache()).put(path, new Response(html, { headers }))
	const title = /<h1[^>]*>([^<]*)</.exec(html)?.[1] ?? path
	const [, lang] = /<div[^>]*\blang="([^"]*)"[^>]*data-part="body"/.exec(html) ?? []
	const files = [...html.matchAll(/(?:href|src)="(\/(?:_next|islands|site|fonts)\/[^"]+)"/g)].map(
		([, file = '']) => file,
	)
	return { path, title, lang, savedAt: Date.now(), isSaved: false, files }
}

/** Stores the list within its limit, and the files of its stories; other entries of the cache are deleted. */
async function store(stories: CachedStory[]): Promise<void> {
	const cache = await openCache()
	const bySaved = [...stories].sort((one, other) => Number(other.isSaved) - Number(one.isSaved))
	const within = new Set(bySaved.slice(0, STORIES_MAX))
	const kept = stories
		.filter((story) => within.has(story))
		.map((story) => ({ ...story, files: story.files.slice(0, FILES_MAX) }))
	await writeList(INDEX, kept)
	const wanted = new Set([INDEX, REMOVED, ...kept.flatMap(({ path, files }) => [path, ...files])])
	const present = new Set<string>()
	for (const request of await cache.keys()) {
		const { pathname } = new URL(request.url)
		if (wanted.has(pathname)) present.add(pathname)
		else await cache.delete(request)
	}
	for (const file of wanted)
		if (!present.has(file) && FILE_PATH.test(file)) {
			const response = await fetch(file).catch(() => null)
			if (response?.ok) await cache.put(file, response)
		}
}
