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
	setInterval(() => {
		if (!document.hidden) look().catch(() => {})
	}, EVERY_MS)
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest?.<HTMLAnchorElement>('#comments a[data-news]')
		if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
		event.preventDefault()
		void showNewComments(link)
	})
}

/** @throws on a page without comments, and without a connection */
async function look(): Promise<void> {
	const { dataset } = section() as HTMLElement
	const link = part(document, 'new') as HTMLElement
	const response = await fetch(`${pageAddress().pathname}/comments.json`)
	const { id, total }: News = await response.json()
	if (id <= Number(dataset.newest)) return
	const text = words.showNew(words.format, Math.max(1, total - Number(dataset.total)))
	if (link.textContent === text) return
	link.dataset.news = ''
	write(link, text)
	announce(text)
}

/** Shows the first page of comments, and moves the focus to the first new one. */
async function showNewComments(link: HTMLAnchorElement): Promise<void> {
	const known = Number(section()?.dataset.newest)
	const address = pageAddress()
	address.search = ''
	const fresh = await swapComments(address)
	if (!fresh) return location.assign(link.href)
	history.replaceState(history.state, '', address)
	for (const comment of fresh.querySelectorAll<HTMLElement>('article[id]'))
		if (Number(comment.id.slice(8)) > known) return comment.focus()
}
