import { announce } from './announce'
import { pageAddress, swapComments } from './comments-section'
import { part, write } from './data-parts'
import * as words from './messages'

/** Interval of the question for new comments while the page is visible, in ms. */
const EVERY_MS = 60_000

type News = { id: number; total: number }

const section = (): HTMLElement | null => document.getElementById('comments')

/** Names the number of new comments in the link above them; they are shown when it is pressed, and not before. */
export function startNewComments(): void {
	if (!section()) return
	setInterval(() => {
		if (document.visibilityState === 'visible') void look().catch(() => {})
	}, EVERY_MS)
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest?.<HTMLAnchorElement>('#comments a[data-news]')
		if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
		event.preventDefault()
		void show(link)
	})
}

async function look(): Promise<void> {
	const shown = section()
	const link = shown && part(shown, 'new')
	if (!shown || !link) return
	const response = await fetch(`${pageAddress().pathname}/comments.json`)
	if (!response.ok) return
	const { id, total }: News = await response.json()
	if (id <= Number(shown.dataset.newest)) return
	const text = words.showNew(words.format, Math.max(1, total - Number(shown.dataset.total)))
	if (link.textContent === text) return
	link.dataset.news = ''
	write(link, text)
	announce(text)
}

async function show(link: HTMLAnchorElement): Promise<void> {
	const known = Number(section()?.dataset.newest)
	const address = pageAddress()
	for (const name of ['page', 'comment']) address.searchParams.delete(name)
	const fresh = await swapComments(address)
	if (!fresh) return location.assign(link.href)
	history.replaceState(history.state, '', address.pathname + address.search)
	const isNew = ({ id }: Element) => Number(id.split('-')[1]) > known
	const first = [...fresh.querySelectorAll<HTMLElement>('article.comment')].find(isNew)
	first?.focus()
}
