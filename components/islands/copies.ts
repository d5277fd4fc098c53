import type { RemoveMessage } from '@/lib/offline'
import { announce } from './announce'
import { create, part } from './data-parts'
import * as words from './messages'
import { type CachedStory, readIndex } from './offline/cached-stories'
import { timeOf } from './offline/responses'

/** Lists the stories kept on this device with since when, each with a button that removes its copy. */
export async function startCopies(): Promise<void> {
	const section = document.querySelector<HTMLElement>('[data-copies]')
	const list = section && part(section, 'copies')
	const all = section?.querySelector<HTMLElement>(':scope > button')
	if (!section || !list || !all || !('caches' in self) || !navigator.serviceWorker) return
	let stories = await readIndex()
	if (stories.length === 0) return
	const show = () => {
		list.replaceChildren(...stories.map((story) => item(story, () => removeCopies([story.path]))))
		all.hidden = stories.length === 0
		if (stories.length === 0) list.replaceWith(create('p', words.noCopies))
	}
	const removeCopies = async (paths: string[]) => {
		const position = stories.findIndex(({ path }) => paths.includes(path))
		await requestRemoval(paths)
		stories = stories.filter(({ path }) => !paths.includes(path))
		show()
		// The button that had the focus is gone: the next one follows, or else the heading.
		const next = list.querySelectorAll('button')[Math.min(position, stories.length - 1)]
		;(next ?? section.querySelector<HTMLElement>('[tabindex]'))?.focus()
		announce(stories.length > 0 ? words.copyRemoved : words.copiesRemoved)
	}
	all.addEventListener('click', () => void removeCopies(stories.map(({ path }) => path)))
	show()
	section.hidden = false
}

function item({ path, title, lang, savedAt }: CachedStory, removeCopy: () => void): HTMLLIElement {
	const text = new DOMParser().parseFromString(title, 'text/html').body.textContent ?? ''
	const link = create('a', text)
	link.href = path
	link.dir = 'auto'
	if (lang) link.lang = lang
	const button = create('button', words.removeKept)
	button.type = 'button'
	button.setAttribute('aria-label', words.removeCopyOf(words.format, text))
	button.addEventListener('click', removeCopy)
	const row = create('li')
	const since = words.keptSince(words.format, timeOf(savedAt, document.documentElement.lang))
	row.append(link, ' ', create('small', since), ' ', button)
	return row
}

/** The service worker changes the copies, one change after another. */
async function requestRemoval(remove: string[]): Promise<void> {
	const { active } = await navigator.serviceWorker.ready
	const { port1, port2 } = new MessageChannel()
	const removed = new Promise((resolve) => {
		port1.onmessage = resolve
	})
	active?.postMessage({ remove } satisfies RemoveMessage, [port2])
	await removed
}
