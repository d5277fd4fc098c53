import { create, part } from './data-parts'
import { leftOff } from './messages'
import { isOff, PLACES } from './place-storage'
import { stored } from './storage'

const PLACES_MAX = 50
/** Blocks at the start of a story, after which leaving it is worth a note. */
const OPENING = 4

/** Path of a story, and number of the block of its body that was at the top of the window. */
type Place = [path: string, block: number]

/** Keeps the reader's place in a story on this device, and links it on the next visit. Nothing scrolls by itself. */
export function startPlaces(): void {
	const body = part(document, 'body')
	const facts = document.getElementById('saving')?.parentElement
	if (!body || !facts || isOff()) return
	const target = body.children[read().find(([path]) => path === location.pathname)?.[1] ?? -1]
	if (target) {
		target.id ||= 'left-off'
		const link = create('a', leftOff)
		link.className = 'left-off'
		link.href = `#${target.id}`
		facts.append(link)
	}
	for (const type of ['visibilitychange', 'pagehide'])
		addEventListener(type, () => {
			if (document.visibilityState === 'hidden') keep(body)
		})
}

/** Replaces the story's place; a story that was only opened, or read to its end, has none. */
function keep(body: HTMLElement): void {
	const blocks = [...body.children]
	const block = blocks.findIndex((each) => each.getBoundingClientRect().bottom > 0)
	const isUnfinished = body.getBoundingClientRect().bottom > innerHeight
	const others = read().filter(([path]) => path !== location.pathname)
	// Before the opening is left, an older place stays.
	if (block >= 0 && block < OPENING && isUnfinished) return
	const places: Place[] = isUnfinished ? [[location.pathname, block], ...others] : others
	stored((storage) => storage.setItem(PLACES, JSON.stringify(places.slice(0, PLACES_MAX))))
}

const read = (): Place[] => stored((storage) => JSON.parse(storage.getItem(PLACES) ?? '[]') as Place[]) ?? []
